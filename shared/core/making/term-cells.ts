import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { fail, ok, type Result } from '../kernel/result';
import { builtKinds } from '../model/kinds';
import { coursesIn, termRecords } from '../hours/course-table';
import { findOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';
import { semestersOf, startPointName } from '../model/start-point';
import { gone, type Refusal, refuse } from '../words/refusal';
import { putLast } from './creation';
import type { Draft } from './draft';
import { checkedValue } from './field-input';
import { removeWithAll } from './removal';
import { named } from '../words/wording';

/** One cell of a 课程表 with what shall stand in it; null or 0 = nothing. */
export interface TermCellInput {
  readonly courseId: RecordId;
  /** 1 = 第1学期. */
  readonly term: number;
  readonly hours: number | null;
}

/** The start point of a table that can be written in, or why it cannot. */
export function tableStart(
  project: Project,
  startPointId: RecordId,
): Result<RecordOf<'startPoint'>, Refusal> {
  const start = findOf(project, 'startPoint', startPointId);
  if (start === undefined) return fail(gone);
  if (semestersOf(start) > 0) return ok(start);
  return fail(refuse('no-years', `请先填写${startPointName(start)}的学制，再填写课程表。`));
}

/** The course of a cell, or why the table has no such cell. */
export function cellCourse(
  project: Project,
  start: RecordOf<'startPoint'>,
  { courseId, term }: Omit<TermCellInput, 'hours'>,
): Result<RecordOf<'course'>, Refusal> {
  const course = findOf(project, 'course', courseId);
  if (course === undefined) return fail(gone);
  const name = startPointName(start);
  const semesters = semestersOf(start);
  if (!Number.isInteger(term) || term < 1 || term > semesters) {
    return fail(
      refuse('no-such-term', `${name}只有 ${semesters} 个学期，没有第 ${term} 学期，没有改动。`),
    );
  }
  if (coursesIn(project, start).some(({ id }) => id === courseId)) return ok(course);
  return fail(refuse('not-in-table', `${named(project, course)}不在${name}的课程表里，没有改动。`));
}

/**
 * Puts hours into a cell: makes, changes or removes its record. A locked cell keeps what it has; to
 * write the same into it is no change. Cells must have been checked by `cellCourse`.
 */
export function putTermHours(
  draft: Draft,
  { start, cell }: { readonly start: RecordOf<'startPoint'>; readonly cell: TermCellInput },
  random: Random,
): Refusal | undefined {
  const { courseId, term } = cell;
  const checked = checkedValue(builtKinds.courseTermHours.fields.hours, cell.hours);
  if (!checked.ok) return checked.failure;
  const hours = cell.hours === 0 ? null : cell.hours;
  const there = termRecords(draft.project, courseId, start.id).get(term);
  if (there?.locked === true && there.hours !== hours) return lockedCell(draft.project, there);
  if (there !== undefined) {
    if (hours === null) removeWithAll(draft, [there.id]);
    else draft.put({ ...there, hours });
  } else if (hours !== null) {
    const given = { startPointId: start.id, term, hours };
    putLast(draft, { kind: 'courseTermHours', parentId: courseId, given }, random);
  }
  return undefined;
}

function lockedCell(project: Project, cell: RecordOf<'courseTermHours'>): Refusal {
  return refuse('locked', `${named(project, cell)}的学时锁定为 ${cell.hours ?? 0}，请先解锁。`);
}
