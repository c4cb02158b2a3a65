import { describe, expect, it } from 'vitest';
import { branchChange, bringBack } from '@shared/core/changes/branch';
import { composeAll } from '@shared/core/changes/change';
import { historyOf } from '@shared/core/changes/history';
import { addCourse } from '@shared/core/commands/add-course';
import { editField } from '@shared/core/commands/edit-field';
import { removeRecords } from '@shared/core/commands/remove-records';
import type { Command } from '@shared/core/commands/command';
import { seededRandom } from '@shared/core/kernel/random';
import { find } from '@shared/core/model/project';
import { courseDesk } from '../../../helpers/course';
import { plain } from '../../../helpers/laws';
import { randomProject } from '../../../helpers/random-project';
import { doSomething, Session, typed } from '../../../helpers/session';

/** Does what 取回 does. */
function back(session: Session): { readonly isBeside: boolean } {
  const branch = session.history.branches.first();
  if (branch === undefined) throw new Error('Nothing was put aside.');
  const from = session.entries.findIndex(({ changeHash }) => changeHash === branch.key);
  const since = composeAll(session.entries.slice(from).map(({ change }) => change));
  const brought = bringBack(session.project, branch, since);
  if (brought === undefined) throw new Error('It does not fit.');
  if (brought.change.length > 0) session.do('取回', null, brought.change);
  return brought;
}

function run<Input>(session: Session, command: Command<Input>, input: Input): string {
  const result = command.run(session.project, input, { random: seededRandom(9) });
  if (!result.ok) throw new Error(result.failure.message);
  session.do(result.value.label, result.value.group, result.value.change);
  return result.value.focus ?? '';
}

const nameOf = ({ project }: Session, id: string) =>
  (find(project, id) as { readonly name?: string } | undefined)?.name;

describe('what undo had passed over when something else was done', () => {
  it('is put aside with all its steps, and is there again after a restart', () => {
    const { desk, courseId, taskIds } = courseDesk();
    const session = new Session(desk.project);
    typed(session, courseId, '一');
    typed(session, taskIds[0], '二');
    session.undo();
    session.undo();
    expect(session.history.branches.size, 'while it can be done again it is not aside').toBe(0);
    typed(session, courseId, '别的');
    expect(session.redo()).toBe(false);
    const [branch] = session.history.branches.toArray();
    expect(branch?.steps.size).toBe(2);
    const [again] = historyOf(session.entries).branches.toArray();
    expect(again?.key).toBe(branch?.key);
    expect(again?.steps.toArray()).toEqual(branch?.steps.toArray());
  });

  it('comes back as a step of its own that Ctrl+Z takes away again', () => {
    const { desk, courseId } = courseDesk();
    const session = new Session(desk.project);
    typed(session, courseId, '写了很久的一段话');
    session.undo();
    typed(session, courseId, '甲');
    expect(back(session).isBeside).toBe(true);
    expect(nameOf(session, courseId)).toBe('写了很久的一段话');
    session.undo();
    expect(nameOf(session, courseId)).toBe('甲');
    session.redo();
    expect(nameOf(session, courseId)).toBe('写了很久的一段话');
  });

  it('leaves standing what was done elsewhere since, also in the same record', () => {
    const { desk, courseId, taskIds } = courseDesk();
    const session = new Session(desk.project);
    const [taskId] = taskIds;
    typed(session, courseId, '新的课名');
    session.undo();
    run(session, editField, { id: courseId, field: 'standardHours', value: 66 });
    typed(session, taskId, '新的任务名');
    expect(back(session).isBeside).toBe(true);
    expect(nameOf(session, courseId)).toBe('新的课名');
    expect(find(session.project, courseId)).toMatchObject({ standardHours: 66 });
    expect(nameOf(session, taskId)).toBe('新的任务名');
  });

  it('brings everything back as it was then where both cannot stand', () => {
    const { desk, courseId, taskIds } = courseDesk();
    const session = new Session(desk.project);
    const [taskId] = taskIds;
    typed(session, taskId, '写过的任务');
    const then = plain(session.project);
    session.undo();
    run(session, removeRecords, { ids: [taskId] });
    expect(back(session).isBeside).toBe(false);
    expect(plain(session.project)).toEqual(then);
    session.undo();
    expect(find(session.project, taskId)).toBeUndefined();
    expect(nameOf(session, courseId)).toBeDefined();
  });

  it('never leaves a record without its parent', () => {
    const { desk, levelId } = courseDesk();
    const session = new Session(desk.project);
    const made = run(session, addCourse, { levelId, name: '甲', typicalWorkTaskId: null });
    typed(session, made, '乙');
    session.undo();
    session.undo();
    run(session, removeRecords, { ids: [levelId] });
    expect(back(session).isBeside).toBe(false);
    expect(find(session.project, levelId)).toBeDefined();
    expect(nameOf(session, made)).toBe('乙');
  });

  it('always comes back, after any work, and goes away again by one undo', () => {
    let seen = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const session = new Session(randomProject(seed));
      for (let step = 0; step < 25; step += 1) {
        const choice = random.below(4);
        if (choice === 0) session.undo();
        else if (choice === 1) session.redo();
        else doSomething(session, random);
      }
      const branch = session.history.branches.first();
      if (branch === undefined) continue;
      seen += 1;
      const before = plain(session.project);
      const steps = session.history.past.size;
      back(session);
      const change = branchChange(branch);
      for (const { id, after } of change) {
        expect(session.project.records.has(id), `seed ${String(seed)}`).toBe(after !== null);
      }
      for (const { parentId } of session.project.records.values()) {
        if (parentId !== null) expect(session.project.records.has(parentId)).toBe(true);
      }
      if (session.history.past.size > steps) session.undo();
      expect(plain(session.project), `seed ${String(seed)}`).toEqual(before);
    }
    expect(seen).toBeGreaterThan(20);
  });

  it('is kept for the last fifty times, and the journal keeps all of it', () => {
    const { desk, courseId } = courseDesk();
    const session = new Session(desk.project);
    for (let at = 0; at < 60; at += 1) {
      typed(session, courseId, `甲${String(at)}`);
      session.undo();
    }
    typed(session, courseId, '完');
    expect(session.history.branches.size).toBe(50);
    expect(session.history.branches.first()?.steps.first()?.label).toContain('甲59');
  });
});
