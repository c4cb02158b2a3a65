import type { RecordId } from '../kernel/id';
import { childrenOf, findOf, type Project, referrersOf } from '../model/project';
import type { RecordOf } from '../model/record';
import { hoursMeasure, largestRemainder } from './distribute';
import { type HoursNode, hoursMismatches } from './tree';

export interface CourseHours {
  /** 基准学时 of the course; null = follows its tasks. */
  readonly standard: number | null;
  readonly locked: boolean;
  readonly parts: readonly {
    readonly id: RecordId;
    readonly name: string;
    readonly hours: number | null;
    readonly locked: boolean;
  }[];
  /** Of the tasks that have hours. */
  readonly sum: number;
  /** standard − sum: positive = the tasks lack hours; 0 when the course follows. */
  readonly difference: number;
  /** What does not add up, in words; '' when all is well or something is still open. */
  readonly message: string;
}

/** How the hours of a course and its learning tasks stand to each other; undefined when there is no such course. */
export function courseHours(project: Project, courseId: RecordId): CourseHours | undefined {
  const course = findOf(project, 'course', courseId);
  if (course === undefined) return undefined;
  const tasks = childrenOf(project, courseId, 'learningTask');
  const sum = tasks.reduce((total, { standardHours }) => total + (standardHours ?? 0), 0);
  const standard = course.standardHours;
  return {
    standard,
    locked: course.hoursLocked,
    parts: tasks.map(({ id, name, standardHours: hours, hoursLocked: locked }) => ({
      id,
      name,
      hours,
      locked,
    })),
    sum,
    difference: standard === null ? 0 : standard - sum,
    message: hoursMismatches(courseTree(course, tasks))[0]?.message ?? '',
  };
}

/** A course with its learning tasks as a tree of hours. */
export function courseTree(
  course: RecordOf<'course'>,
  tasks: readonly RecordOf<'learningTask'>[],
): HoursNode {
  return {
    id: course.id,
    label: course.name || '课程',
    hours: course.standardHours,
    locked: course.hoursLocked,
    weight: 1,
    children: tasks.map((task, index) => ({
      id: task.id,
      label: task.name || `学习任务${index + 1}`,
      hours: task.standardHours,
      locked: task.hoursLocked,
      weight: 1,
      children: [],
    })),
  };
}

/**
 * The hours each objective has in a learning task, by the id of the mapping: its own number, or its
 * largest-remainder share of what the numbers leave of the task's hours.
 */
export function objectiveHours(
  project: Project,
  learningTaskId: RecordId,
): ReadonlyMap<RecordId, number> {
  const mappings = referrersOf(project, learningTaskId, 'objectiveTask');
  const total = findOf(project, 'learningTask', learningTaskId)?.standardHours ?? 0;
  const given = mappings.reduce((sum, { hours }) => sum + (hours ?? 0), 0);
  const open = inPageOrder(project, mappings).filter(({ hours }) => hours === null);
  const rest = Math.max(0, total - given);
  const step = hoursMeasure.steps.find((size) => Number.isInteger(rest / size)) ?? 0.5;
  const shares = largestRemainder(
    Math.round(rest / step),
    open.map(() => 1),
  );
  const result = new Map(mappings.map(({ id, hours }) => [id, hours ?? 0]));
  open.forEach(({ id }, index) => result.set(id, (shares[index] ?? 0) * step));
  return result;
}

/** Mappings in the order of their objectives, so that the earlier objective gets the odd hour. */
function inPageOrder(
  project: Project,
  mappings: readonly RecordOf<'objectiveTask'>[],
): readonly RecordOf<'objectiveTask'>[] {
  const courseIds = new Set(
    mappings.map(({ parentId }) => findOf(project, 'courseObjective', parentId)?.parentId ?? null),
  );
  const places = new Map<string | null, number>();
  for (const courseId of courseIds) {
    for (const { id } of childrenOf(project, courseId, 'courseObjective')) {
      places.set(id, places.size);
    }
  }
  const placeOf = ({ parentId }: RecordOf<'objectiveTask'>) => places.get(parentId) ?? places.size;
  return mappings.toSorted((left, right) => placeOf(left) - placeOf(right));
}
