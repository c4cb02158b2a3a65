import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { startPointName } from '../model/start-point';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { cellCourse, putTermHours, tableStart } from '../making/term-cells';
import { named } from '../words/wording';

export interface SetTermHoursInput {
  readonly startPointId: RecordId;
  readonly courseId: RecordId;
  /** 1 = 第1学期. */
  readonly term: number;
  /** null or 0 = nothing in this term. */
  readonly hours: number | null;
}

/** Writes one cell of a 课程表. */
export const setTermHours: Command<SetTermHoursInput> = {
  id: 'set-term-hours',
  title: '填写学期学时',
  run(project, { startPointId, ...cell }, { random }) {
    const start = tableStart(project, startPointId);
    if (!start.ok) return start;
    const course = cellCourse(project, start.value, cell);
    if (!course.ok) return course;
    const draft = new Draft(project);
    const problem = putTermHours(draft, { start: start.value, cell }, random);
    if (problem !== undefined) return fail(problem);
    const where = `${named(project, course.value)}在${startPointName(start.value)}第${cell.term}学期`;
    const label =
      cell.hours === null || cell.hours === 0
        ? `清空${where}的学时`
        : `把${where}的学时写为 ${cell.hours}`;
    const group = `term:${startPointId}:${cell.courseId}:${cell.term}`;
    return intentOf(draft, { label, group, focus: cell.courseId });
  },
};
