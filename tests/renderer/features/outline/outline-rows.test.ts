import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { moveRecords } from '@shared/core/commands/move-records';
import { apply, type Change, changeOf } from '@shared/core/changes/change';
import { type Project, projectOf, subtree } from '@shared/core/model/project';
import { type AnyRecord, isKnown } from '@shared/core/model/record';
import { samples } from '@shared/core/samples/index';
import { moveBeside, moveOver } from '@renderer/features/outline/outline-moves';
import { createOutlineRows, outlineRows } from '@renderer/features/outline/outline-rows';
import type { DocumentState } from '@renderer/state/document-state';
import { consequencesOf } from '@renderer/state/consequences';

const sample = projectOf(samples[0]?.records(seededRandom(3)) ?? []);
const shown = (project: Project) => outlineRows(project, new Set());
const tasks = (project: Project) => shown(project).filter(({ kind }) => kind === 'learningTask');

function recordOf(kind: string): AnyRecord {
  const record = [...sample.records.values()].find((other) => other.kind === kind);
  if (record === undefined) throw new Error(`no ${kind}`);
  return record;
}

type Shown = Pick<DocumentState, 'project' | 'lastStep'>;
const opened = (project: Project): Shown => ({ project, lastStep: null });

function stepped(from: Project, change: Change): Shown {
  return { project: apply(from, change), lastStep: { from, change } };
}

function edited(record: AnyRecord, fields: Record<string, unknown>, project = sample): Project {
  const after = { ...record, ...fields };
  return apply(project, changeOf([{ id: record.id, before: record, after }]));
}

function altered(project: Project, id: string, doing: string): Shown {
  const record = project.records.get(id);
  if (record === undefined) return opened(project);
  if (doing === 'remove') {
    const gone = subtree(project, id).map((each) => ({ id: each.id, before: each, after: null }));
    return stepped(project, changeOf(gone));
  }
  const fields = doing === 'hours' ? { standardHours: 7 } : { name: '新名' };
  const after = { ...record, ...fields };
  return stepped(project, changeOf([{ id, before: record, after }]));
}

describe('the outline', () => {
  it('shows the chain from the major down to the learning tasks and the assessment', () => {
    expect(shown(sample).map(({ tag, depth }) => `${String(depth)}${tag}`)).toEqual([
      '0专',
      '1标',
      '1',
      '2任',
      '3课',
      '4T1',
      '4T2',
      '4T3',
      '4T4',
      '4考',
      '1设',
      '1施',
      '1评',
      '1人',
      '1词',
    ]);
  });

  it('hides what is below a folded row and nothing else', () => {
    const course = shown(sample).find(({ kind }) => kind === 'course');
    const rows = outlineRows(sample, new Set([course?.id ?? '']));
    expect(rows.map(({ tag }) => tag)).toEqual([
      ...['专', '标', '', '任', '课'],
      ...['设', '施', '评', '人', '词'],
    ]);
  });

  it('keeps the very same lines while something is written that it does not show', () => {
    const rowsOf = createOutlineRows();
    const folded = new Set<string>();
    const before = rowsOf(opened(sample), folded);
    const task = recordOf('learningTask');
    expect(rowsOf(opened(edited(task, { description: '更换机油' })), folded)).toBe(before);
    const after = rowsOf(opened(edited(task, { name: '更换机油' })), folded);
    const changed = after.filter((row) => !before.includes(row));
    expect(changed.map(({ id, name }) => ({ id, name }))).toEqual([
      { id: task.id, name: '更换机油' },
    ]);
  });

  it('shows the same whether the lines are made anew or from those of before', () => {
    const ids = [...sample.records.values()].map(({ id }) => id);
    const step = fc.record({
      at: fc.nat(ids.length - 1),
      doing: fc.constantFrom('rename', 'remove', 'fold', 'hours'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const rowsOf = createOutlineRows();
        let state: Shown = opened(sample);
        let folded: ReadonlySet<string> = new Set();
        for (const { at, doing } of steps) {
          const id = ids[at] ?? '';
          if (doing === 'fold') folded = folded.has(id) ? new Set() : new Set([...folded, id]);
          else state = altered(state.project, id, doing);
          expect(rowsOf(state, folded)).toEqual(outlineRows(state.project, folded));
        }
      }),
    );
  });

  it('puts a row dragged down behind the one it is let go over, and one dragged up before it', () => {
    const [first, second, third] = tasks(sample);
    if (!first || !second || !third) throw new Error('too few tasks');
    const names = (from: string, over: string) => {
      const move = moveOver(sample, shown(sample), { from, over });
      if (move === undefined) throw new Error('no move');
      const result = moveRecords.run(sample, move, { random: seededRandom(1) });
      if (!result.ok) throw new Error(result.failure.message);
      return tasks(apply(sample, result.value.change)).map(({ id }) => id);
    };
    expect(names(first.id, third.id).slice(0, 3)).toEqual([second.id, third.id, first.id]);
    expect(names(third.id, first.id).slice(0, 3)).toEqual([third.id, first.id, second.id]);
  });

  it('moves nothing over what it belongs to already, and nothing past the end', () => {
    const rows = shown(sample);
    const [task] = tasks(sample);
    const course = rows.find(({ kind }) => kind === 'course');
    if (!task || !course) throw new Error('no rows');
    expect(moveOver(sample, rows, { from: task.id, over: course.id })).toBeUndefined();
    expect(moveBeside(sample, rows, { ids: [task.id], by: -1 })).toBeUndefined();
    expect(moveBeside(sample, rows, { ids: [task.id], by: 1 })?.parentId).toBe(course.id);
  });

  it('moves several rows as one block, and into another course when let go over it', () => {
    const rows = shown(sample);
    const [first, second, third] = tasks(sample);
    if (!first || !second || !third) throw new Error('too few tasks');
    const ids = [first.id, second.id];
    const move = moveBeside(sample, rows, { ids, by: 1 });
    expect(move).toEqual({ ids, parentId: first.parentId, afterId: third.id });
    const elsewhere = { ...rows[4], id: 'co-elsewhere' } as (typeof rows)[number];
    expect(
      moveOver(sample, [...rows, elsewhere], { from: first.id, over: elsewhere.id, ids }),
    ).toEqual({ ids, parentId: 'co-elsewhere' });
  });

  it('says what goes with a learning task before it is deleted', () => {
    const [task] = tasks(sample);
    const gone = subtree(sample, task?.id ?? '').filter(isKnown);
    const words = consequencesOf(sample, gone).map(({ label }) => label);
    expect(words).toContain('与别处的对应');
    expect(words).toContain('考核要点');
  });
});
