import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balanceHours,
  hoursMismatches,
  type HoursNode,
  naturalHours,
} from '@shared/core/hours/tree';

type Loose = Partial<HoursNode> & { readonly id: string };

function node({ id, ...rest }: Loose): HoursNode {
  return { id, label: id, hours: null, locked: false, weight: 1, children: [], ...rest };
}

const leaf = (id: string, hours: number | null, locked = false) => node({ id, hours, locked });

/** The worked numbers: a course of 180, its first task in six 环节, the first of them in two steps. */
const worked = node({
  id: '汽车维护',
  hours: 180,
  children: [
    node({
      id: '任务1',
      hours: 40,
      children: [
        node({ id: '明确任务', hours: 4, children: [leaf('读单', 2), leaf('沟通', 2)] }),
        leaf('制订计划', 6),
        leaf('做出决策', 4),
        leaf('实施计划', 18),
        leaf('检查控制', 4),
        leaf('评估反馈', 4),
      ],
    }),
    leaf('任务2', 60),
    leaf('任务3', 80),
  ],
});

function all(root: HoursNode): readonly HoursNode[] {
  return [root, ...root.children.flatMap(all)];
}

describe('hours over all levels', () => {
  it('finds nothing wrong with the worked numbers and changes none of them', () => {
    expect(hoursMismatches(worked)).toEqual([]);
    const result = balanceHours(worked);
    expect(result.ok).toBe(true);
    for (const { id, hours } of all(worked)) expect(result.ok && result.value.get(id)).toBe(hours);
  });

  it('names course and task when the tasks make 170 of 180', () => {
    const root = node({
      id: '汽车维护',
      hours: 180,
      children: [leaf('任务1', 40), leaf('任务2', 60), leaf('任务3', 70)],
    });
    expect(hoursMismatches(root)).toEqual([
      {
        parent: { id: '汽车维护', label: '汽车维护' },
        child: { id: '任务3', label: '任务3' },
        hours: 180,
        sum: 170,
        message: '“汽车维护”180 学时，下面合计 170 学时，少 10。请改“汽车维护”或“任务3”。',
      },
    ]);
  });

  it('says nothing while a part without hours can take the rest, and speaks up when it cannot', () => {
    const open = (hours: number) =>
      node({ id: '课', hours: 100, children: [leaf('一', hours), leaf('二', null)] });
    expect(hoursMismatches(open(60))).toEqual([]);
    expect(hoursMismatches(open(120))[0]?.sum).toBe(120);
  });

  it('lets a parent without hours follow its children', () => {
    const root = node({ id: '专业', children: [leaf('一', 60), leaf('二', 40)] });
    const result = balanceHours(root);
    expect(result.ok && result.value.get('专业')).toBe(100);
    expect(naturalHours(root)).toBe(100);
  });

  it('carries a change of the course down to the steps and keeps what is locked', () => {
    const root = node({
      id: '课',
      hours: 100,
      children: [
        node({ id: '任务', hours: 60, children: [leaf('锁', 50, true), leaf('放', 10)] }),
        leaf('另', 20),
      ],
    });
    const result = balanceHours(root);
    expect(result.ok && Object.fromEntries(result.value)).toEqual({
      课: 100,
      任务: 75,
      锁: 50,
      放: 25,
      另: 25,
    });
  });

  it('goes through every level: 专业, 学期, 课程, 学习任务, 环节, 步骤', () => {
    const down = (names: readonly string[], hours: number | null): HoursNode => {
      const [id = '', ...rest] = names;
      const children = rest.length === 0 ? [] : [down(rest, null), leaf(`${id}·余`, null)];
      return node({ id, hours, children });
    };
    const root = down(['三年制', '第一学期', '汽车维护', '更换机油', '实施', '拆卸'], 3_600);
    const result = balanceHours(root);
    expect(result.ok && Object.fromEntries(result.value)).toEqual({
      三年制: 3_600,
      第一学期: 1_800,
      '三年制·余': 1_800,
      汽车维护: 900,
      '第一学期·余': 900,
      更换机油: 450,
      '汽车维护·余': 450,
      实施: 225,
      '更换机油·余': 225,
      拆卸: 113,
      '实施·余': 112,
    });
  });

  it('always finds an answer where nothing is locked', () => {
    const some = fc.option(fc.integer({ min: 0, max: 400 }).map((units) => units / 2));
    fc.assert(
      fc.property(some, fc.array(some, { minLength: 1, maxLength: 6 }), (own, parts) => {
        const children = parts.map((hours, index) => leaf(`p${index}`, hours));
        expect(balanceHours(node({ id: '课', hours: own, children })).ok).toBe(true);
      }),
    );
  });

  it('names the two places when locks on different levels contradict each other', () => {
    const root = node({
      id: '课',
      hours: 100,
      children: [node({ id: '任务', hours: 30, locked: true, children: [leaf('步', 40, true)] })],
    });
    expect(balanceHours(root)).toEqual({
      ok: false,
      failure: {
        reason: 'fixed-exceed-whole',
        first: { id: '任务', label: '任务' },
        second: { id: '步', label: '步' },
        message: '“任务”共 30 学时，下面锁定的合计 40 学时，对不上。请改“任务”或“步”中的一处。',
      },
    });
  });

  it('has exact sums on every level, keeps locks and is never negative, or names two places', () => {
    const hours = fc.option(fc.integer({ min: 0, max: 400 }).map((units) => units / 2));
    const { tree } = fc.letrec<{ tree: Omit<HoursNode, 'id' | 'label'> }>((tie) => ({
      tree: fc.record({
        hours,
        locked: fc.integer({ min: 0, max: 3 }).map((value) => value === 0),
        weight: fc.integer({ min: 0, max: 5 }),
        children: fc.oneof(
          { maxDepth: 4, withCrossShrink: true },
          fc.constant([]),
          fc.array(tie('tree'), { maxLength: 4 }),
        ) as fc.Arbitrary<readonly HoursNode[]>,
      }),
    }));
    fc.assert(
      fc.property(tree, (shape) => {
        let count = 0;
        const numbered = (value: Omit<HoursNode, 'id' | 'label'>): HoursNode => {
          count += 1;
          const id = `n${count}`;
          return { ...value, id, label: id, children: value.children.map(numbered) };
        };
        const root = numbered(shape);
        const result = balanceHours(root);
        const ids = new Set(all(root).map(({ id }) => id));
        if (!result.ok) {
          expect(ids).toContain(result.failure.first.id);
          expect(ids).toContain(result.failure.second.id);
          expect(all(root).some(({ locked, hours: own }) => locked && own !== null)).toBe(true);
          return;
        }
        const of = (id: string) => result.value.get(id) ?? Number.NaN;
        for (const { id, hours: own, locked, children } of all(root)) {
          expect(of(id)).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(of(id) * 2)).toBe(true);
          if (locked && own !== null) expect(of(id)).toBe(own);
          if (children.length > 0) {
            expect(children.reduce((sum, child) => sum + of(child.id), 0)).toBe(of(id));
          }
        }
        if (root.hours !== null) expect(of(root.id)).toBe(root.hours);
        // Balanced once, nothing more changes.
        const settled = (value: HoursNode): HoursNode => ({
          ...value,
          hours: of(value.id),
          children: value.children.map(settled),
        });
        expect(hoursMismatches(settled(root))).toEqual([]);
        const again = balanceHours(settled(root));
        expect(again.ok && Object.fromEntries(again.value)).toEqual(
          Object.fromEntries(result.value),
        );
      }),
      { numRuns: 400 },
    );
  });
});
