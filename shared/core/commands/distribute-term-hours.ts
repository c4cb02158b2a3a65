import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { courseTable } from '../hours/course-table';
import { type TermDistribution, termShares } from '../hours/term-distribution';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { gone, refuse } from '../words/refusal';
import { cellCourse, putTermHours, tableStart } from '../making/term-cells';
import { named } from '../words/wording';

export interface DistributeTermHoursInput {
  readonly startPointId: RecordId;
  readonly courseId: RecordId;
  /** `next` 给下一学期, `share` 自动分配. */
  readonly way: TermDistribution;
}

/** Makes the terms of a course add up to its 基准学时 in one 课程表; locked terms stay. */
export const distributeTermHours: Command<DistributeTermHoursInput> = {
  id: 'distribute-term-hours',
  title: '分配到学期',
  run(project, { startPointId, courseId, way }, { random }) {
    const start = tableStart(project, startPointId);
    if (!start.ok) return start;
    const course = cellCourse(project, start.value, { courseId, term: 1 });
    if (!course.ok) return course;
    const table = courseTable(project, startPointId);
    const row = table?.groups
      .flatMap(({ rows }) => rows)
      .find((found) => found.courseId === courseId);
    if (table === undefined || row === undefined) return fail(gone);
    const shares = termShares(table, row, way);
    if (!shares.ok) return fail(refuse(shares.failure.reason, shares.failure.message));
    const draft = new Draft(project);
    for (const { term, hours } of shares.value) {
      const cell = { courseId, term, hours };
      const problem = putTermHours(draft, { start: start.value, cell }, random);
      if (problem !== undefined) return fail(problem);
    }
    const what = `${named(project, course.value)}在${table.name}的`;
    const label = way === 'next' ? `把${what}剩余学时给下一学期` : `把${what}学时自动分配到各学期`;
    return intentOf(draft, { label, focus: courseId });
  },
};
