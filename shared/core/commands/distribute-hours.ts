import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { distribute, type Part } from '../hours/distribute';
import { childrenOf, findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { gone, refuse } from '../words/refusal';
import { named } from '../words/wording';

export interface DistributeHoursInput {
  readonly courseId: RecordId;
}

/** 自动分配: makes the hours of the learning tasks add up to those of their course; locked ones stay. */
export const distributeHours: Command<DistributeHoursInput> = {
  id: 'distribute-hours',
  title: '自动分配学时',
  run(project, { courseId }) {
    const course = findOf(project, 'course', courseId);
    if (course === undefined) return fail(gone);
    const amount = course.standardHours;
    if (amount === null) return fail(refuse('no-hours', '请先填写课程的基准学时，再自动分配。'));
    const tasks = childrenOf(project, courseId, 'learningTask');
    if (tasks.length === 0) return fail(refuse('no-tasks', '课程还没有学习任务，先添加再分配。'));
    const whole = { id: courseId, label: course.name || '课程', amount };
    const shares = distribute(whole, tasks.map(partOf));
    if (!shares.ok) return fail(refuse(shares.failure.reason, shares.failure.message));
    const draft = new Draft(project);
    for (const task of tasks) {
      draft.put({ ...task, standardHours: shares.value.get(task.id) ?? task.standardHours });
    }
    return intentOf(draft, { label: `自动分配${named(project, course)}的 ${amount} 学时` });
  },
};

/** A task with 0 hours has not been planned yet and takes its share like one without hours. */
function partOf(task: RecordOf<'learningTask'>, index: number): Part {
  const { id, name, standardHours, hoursLocked } = task;
  const current = standardHours === 0 && !hoursLocked ? null : standardHours;
  return { id, label: name || `学习任务${index + 1}`, current, fixed: hoursLocked };
}
