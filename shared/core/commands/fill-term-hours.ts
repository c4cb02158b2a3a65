import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { startPointName } from '../model/start-point';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { refuse } from '../words/refusal';
import { cellCourse, putTermHours, tableStart, type TermCellInput } from '../making/term-cells';

export interface FillTermHoursInput {
  readonly startPointId: RecordId;
  /** The cells of a pasted or filled rectangle; a cell named twice takes the later hours. */
  readonly cells: readonly TermCellInput[];
}

/** Writes many cells of a 课程表 in one step: all of them, or none when one has no place or is locked. */
export const fillTermHours: Command<FillTermHoursInput> = {
  id: 'fill-term-hours',
  title: '填充课程表',
  run(project, { startPointId, cells }, { random }) {
    const start = tableStart(project, startPointId);
    if (!start.ok) return start;
    const once = new Map(cells.map((cell) => [`${cell.courseId} ${cell.term}`, cell]));
    if (once.size === 0) return fail(refuse('nothing', '没有可以填写的学时。'));
    const draft = new Draft(project);
    for (const cell of once.values()) {
      const course = cellCourse(project, start.value, cell);
      if (!course.ok) return course;
      const problem = putTermHours(draft, { start: start.value, cell }, random);
      if (problem !== undefined) return fail(problem);
    }
    const label = `填写${startPointName(start.value)}课程表的 ${once.size} 格学时`;
    return intentOf(draft, { label });
  },
};
