import { describe, expect, it } from 'vitest';
import { apply, fits } from '@shared/core/changes/change';
import type { Command } from '@shared/core/commands/command';
import { commands } from '@shared/core/commands/index';
import { addRecord } from '@shared/core/commands/add-record';
import { usualYears } from '@shared/core/commands/add-start-point';
import { isOrderKey } from '@shared/core/kernel/order-key';
import { type Random, seededRandom } from '@shared/core/kernel/random';
import { treeProblem } from '@shared/core/model/link-findings';
import { allChildrenOf, type Project, projectOf } from '@shared/core/model/project';
import { type AnyRecord, newRecord, parseRecord, storedForm } from '@shared/core/model/record';
import { repairRecord } from '@shared/core/model/repair';
import { oddKeys, oddProject } from '../../../helpers/odd-project';
import { pick } from '../../../helpers/random-project';
import { inputMakers } from './inputs';

const projects = Array.from({ length: 12 }, (_, seed) => oddProject(seed + 1));
const triesEach = 4;

/** The input with some of its ids and numbers taken from elsewhere: any record may be named anywhere. */
function shaken(input: unknown, project: Project, random: Random): unknown {
  const ids = [...project.records.keys()];
  const shake = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shake);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shake(one)]));
    }
    const isId = typeof value === 'string' && /^[a-z]{2,4}[0-9a-z]{16}$/.test(value);
    if (isId && random.below(3) === 0) return pick(random, ids);
    if (typeof value === 'number' && random.below(3) === 0) {
      return pick(random, [-1, 0, 0.3, 33.3, 1e9, 5e-324, 100.50000000000001, Number.NaN]);
    }
    return value;
  };
  return shake(input);
}

function expectChange(project: Project, command: Command<unknown>, input: unknown): void {
  const result = command.run(project, input, { random: seededRandom(9) });
  if (!result.ok) {
    expect(result.failure.message).toMatch(/[。；！]$/);
    return;
  }
  const { change, label, group } = result.value;
  expect(fits(project, change)).toBe(true);
  expect(label.length).toBeLessThan(200);
  expect(group?.length ?? 0).toBeLessThanOrEqual(200);
  for (const { after } of change) {
    if (after === null) continue;
    expect(parseRecord(storedForm(after))).toEqual(after);
    if (!projectHas(project, after)) expect(repairRecord(after).record).toBe(after);
  }
  expect(treeProblem(apply(project, change))).toBeUndefined();
}

function projectHas(project: Project, { id }: AnyRecord): boolean {
  return project.records.has(id);
}

describe('on files of another hand that open, every command gives a change or a refusal', () => {
  it.each(commands.map((command) => [command.id, command as Command<unknown>] as const))(
    '%s',
    (id, command) => {
      for (const [index, project] of projects.entries()) {
        for (let turn = 0; turn < triesEach; turn += 1) {
          const random = seededRandom(index * 100 + turn);
          const input = inputMakers[id]?.(project, random);
          if (input === undefined) continue;
          const given = turn % 2 === 0 ? input : shaken(input, project, random);
          expect(() => {
            expectChange(project, command, given);
          }, JSON.stringify(given)).not.toThrow();
        }
      }
    },
  );
});

describe('order keys not of our making', () => {
  const base = { parentId: 'co0000000000000001' };
  const stored = { kind: 'future', id: 'zz0000000000000001', order: '00002', ...base };
  const list: readonly AnyRecord[] = [
    newRecord('course', { id: base.parentId, parentId: null, order: 'zzz' }),
    newRecord('courseStage', { ...base, id: 'cs0000000000000001', order: '00001' }, { name: '一' }),
    { kind: '?future', id: stored.id, parentId: base.parentId, order: '00002', stored },
    newRecord('courseStage', { ...base, id: 'cs0000000000000003', order: '00003' }, { name: '三' }),
  ];

  it('are an order, renewed by the first change that needs a place beside them', () => {
    const project = projectOf(list);
    const names = (now: Project) => allChildrenOf(now, base.parentId).map(({ id }) => id);
    const added = addRecord.run(
      project,
      { kind: 'courseStage', parentId: base.parentId, afterId: 'cs0000000000000001' },
      { random: seededRandom(1) },
    );
    if (!added.ok) throw new Error(added.failure.message);
    const after = apply(project, added.value.change);
    const made = added.value.focus ?? '';
    // What we do not know stays between the two it stood between.
    expect(names(after).filter((id) => id !== made)).toEqual(names(project));
    expect(names(after).indexOf(made)).toBeGreaterThan(0);
    expect(names(after).indexOf(made)).toBeLessThan(names(after).indexOf('cs0000000000000003'));
    for (const child of allChildrenOf(after, base.parentId)) {
      expect(isOrderKey(child.order)).toBe(true);
      expect(storedForm(child).order).toBe(child.order);
    }
  });

  it('are renewed alike on every machine, whatever is added', () => {
    const renewed = [1, 2].map((seed) => {
      const input = { kind: 'courseStage', parentId: base.parentId } as const;
      const added = addRecord.run(projectOf(list), input, { random: seededRandom(seed) });
      if (!added.ok) throw new Error(added.failure.message);
      const { change, focus } = added.value;
      return change.filter(({ id }) => id !== focus).map(({ after }) => after);
    });
    expect(renewed[0]).toEqual(renewed[1]);
    expect(renewed[0]).toHaveLength(3);
  });

  it.each(oddKeys)('a line can stand before and behind %j', (order) => {
    const [course] = list;
    const line = newRecord('courseStage', { ...base, id: 'cs0000000000000001', order });
    const project = projectOf([course ?? line, line]);
    for (const afterId of [null, line.id]) {
      const input = { kind: 'courseStage', parentId: base.parentId, afterId } as const;
      const added = addRecord.run(project, input, { random: seededRandom(3) });
      if (!added.ok) throw new Error(added.failure.message);
      const ids = allChildrenOf(apply(project, added.value.change), base.parentId);
      const at = ids.findIndex(({ id }) => id === line.id);
      expect(at).toBe(afterId === null ? 1 : 0);
    }
  });
});

describe('options that this version does not know, named like something every object has', () => {
  const major = newRecord('major', { id: 'ma0000000000000001', parentId: null, order: 'a0' });
  const level = (option: string) =>
    parseRecord({
      ...newRecord('majorLevel', { id: 'ml0000000000000001', parentId: major.id, order: 'a0' }),
      level: option,
    });

  it.each(['constructor', '__proto__', 'toString', 'valueOf'])(
    'what is added below a level “%s” can be written as it is',
    (option) => {
      const parsed = level(option);
      if (!('kind' in parsed)) throw new Error('refused');
      const project = projectOf([major, parsed]);
      for (const [kind, fields] of [
        ['typicalWorkTask', { name: '汽车维护' }],
        ['startPoint', {}],
      ] as const) {
        const input = { kind, parentId: parsed.id, fields };
        const added = addRecord.run(project, input, { random: seededRandom(1) });
        if (!added.ok) throw new Error(added.failure.message);
        for (const { after } of added.value.change) {
          expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        }
      }
      expect(usualYears(option, option)).toBeNull();
    },
  );
});
