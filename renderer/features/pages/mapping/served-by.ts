import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, findOf, type Project, referrersOf } from '@shared/core/model/project';

/** A course made of a typical task, and how its objectives stand to one 职业能力要求 of the task. */
export interface Served {
  readonly id: RecordId;
  readonly name: string;
  readonly objectives: readonly {
    readonly id: RecordId;
    /** As it is printed: 1, 2 … */
    readonly number: number;
    readonly text: string;
    /** The mapping, or null when the objective does not serve the requirement. */
    readonly link: RecordId | null;
  }[];
}

/** The courses of a typical task with their objectives, seen from one of its 职业能力要求. */
export function servedBy(
  project: Project,
  requirementId: RecordId,
  taskId: RecordId,
): readonly Served[] {
  const links = new Map(
    referrersOf(project, requirementId, 'objectiveRequirement').map(({ parentId, id }) => [
      parentId,
      id,
    ]),
  );
  return referrersOf(project, taskId, 'courseTask').flatMap(({ parentId }) => {
    const course = findOf(project, 'course', parentId);
    if (course === undefined) return [];
    const objectives = childrenOf(project, course.id, 'courseObjective').map(
      ({ id, text }, index) => ({ id, number: index + 1, text, link: links.get(id) ?? null }),
    );
    return { id: course.id, name: course.name, objectives };
  });
}

/** 目标 1、3; '' = no objective serves it; null = there is no objective that could. */
export function servedWords(courses: readonly Served[]): string | null {
  if (!courses.some(({ objectives }) => objectives.length > 0)) return null;
  const words = courses.flatMap(({ name, objectives }) => {
    const numbers = objectives.filter(({ link }) => link !== null).map(({ number }) => number);
    const course = courses.length > 1 ? `${name} ` : '';
    return numbers.length === 0 ? [] : `${course}目标 ${numbers.join('、')}`;
  });
  return words.join('；');
}
