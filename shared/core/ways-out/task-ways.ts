import { apply } from '../changes/change';
import { Draft, type Intent, intentOf } from '../making/draft';
import { gone, type Refusal } from '../words/refusal';
import { editField } from '../commands/edit-field';
import { named } from '../words/wording';
import { objectiveHours } from '../hours/course-hours';
import { fail, type Result } from '../kernel/result';
import type { RecordId } from '../kernel/id';
import { findOf, type Project, referrersOf } from '../model/project';
import { possible, changeWords, type WayOut } from './way-out';

/** How the hours of the objectives in a 学习任务 stand to the hours of the task. */
export interface TaskBalance {
  readonly standard: number | null;
  /** Of all objectives mapped to the task, those without a number with what the others leave them. */
  readonly sum: number;
  /** standard − sum; 0 while one of the two is not known. */
  readonly difference: number;
}

/** The balance of a task; undefined when no objective is mapped to it. */
export function taskBalance(project: Project, taskId: RecordId): TaskBalance | undefined {
  const shares = objectiveHours(project, taskId);
  if (shares.size === 0) return undefined;
  const standard = findOf(project, 'learningTask', taskId)?.standardHours ?? null;
  const sum = [...shares.values()].reduce((total, hours) => total + hours, 0);
  return { standard, sum, difference: standard === null ? 0 : standard - sum };
}

/** Ways to make the objectives of a task add up to its hours; none when they do. */
export function taskWays(project: Project, taskId: RecordId): readonly WayOut[] {
  const balance = taskBalance(project, taskId);
  const task = findOf(project, 'learningTask', taskId);
  if (balance === undefined || task === undefined || balance.difference === 0) return [];
  const { standard, sum } = balance;
  const share: WayOut = {
    label: '各目标平分',
    result: sharesWords(project, taskId),
    run: (now) => evenly(now, taskId),
  };
  const follow: WayOut = {
    label: `参考学时改 ${String(sum)}`,
    result: `参考学时 ${changeWords(standard, sum)}`,
    run: (now, context) =>
      editField.run(now, { id: taskId, field: 'standardHours', value: sum }, context),
  };
  return possible(project, task.hoursLocked ? [share] : [share, follow]);
}

/** Every objective gets its share of the task's hours again. */
function evenly(project: Project, taskId: RecordId): Result<Intent, Refusal> {
  const task = findOf(project, 'learningTask', taskId);
  if (task === undefined) return fail(gone);
  const draft = new Draft(project);
  for (const link of referrersOf(project, taskId, 'objectiveTask')) {
    draft.put({ ...link, hours: null });
  }
  return intentOf(draft, { label: `把${named(project, task)}的学时平分给各课程目标` });
}

/** 3 条各 10 学时, or 14、13、13 when it does not go up. */
function sharesWords(project: Project, taskId: RecordId): string {
  const even = evenly(project, taskId);
  if (!even.ok) return '';
  const shares = [...objectiveHours(apply(project, even.value.change), taskId).values()];
  const [first] = shares;
  return shares.every((share) => share === first)
    ? `${String(shares.length)} 条各 ${String(first ?? 0)} 学时`
    : shares.join('、');
}
