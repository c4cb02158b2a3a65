import { fail, ok, type Result } from '../kernel/result';
import type { Refusal } from '../words/refusal';
import type { CourseRow, CourseTable } from './course-table';
import { distribute, type Part } from './distribute';

/** `next`: what is missing goes to the term after the last one written; `share`: 自动分配 over the terms. */
export type TermDistribution = 'next' | 'share';

export interface TermShare {
  readonly term: number;
  readonly hours: number;
}

/**
 * Hours for the terms of one course so that they add up to its 基准学时. `share` keeps locked cells and
 * shares the rest by largest remainder among the cells that are written; with nothing written the
 * course goes into the first term with room for it, or evenly over all terms when no term has.
 */
export function termShares(
  table: CourseTable,
  row: CourseRow,
  way: TermDistribution,
): Result<readonly TermShare[], Refusal> {
  const name = row.name || '课程';
  if (row.standard === null) {
    return fail({ reason: 'no-hours', message: `请先填写“${name}”的基准学时，再分配到学期。` });
  }
  return way === 'next' ? nextTerm(table, row, name) : shared(table, row, row.standard);
}

function nextTerm(
  table: CourseTable,
  row: CourseRow,
  name: string,
): Result<readonly TermShare[], Refusal> {
  if (row.difference <= 0) {
    const message = `“${name}”的学时在${table.name}已经分完，没有剩余可以给下一学期。`;
    return fail({ reason: 'nothing-left', message });
  }
  const last = row.cells.findLast(({ hours, locked }) => (hours ?? 0) > 0 || locked)?.term ?? 0;
  if (last >= table.semesters) {
    const message = `“${name}”已经排到${table.name}的最后一个学期，没有下一学期，请改前面的学期。`;
    return fail({ reason: 'no-next-term', message });
  }
  return ok([{ term: last + 1, hours: row.difference }]);
}

function shared(
  table: CourseTable,
  row: CourseRow,
  standard: number,
): Result<readonly TermShare[], Refusal> {
  const parts = partsOf(table, row, standard);
  const whole = { id: row.courseId, label: row.name || '课程', amount: standard };
  const result = distribute(whole, parts);
  if (!result.ok) {
    const { reason, message } = result.failure;
    return fail({ reason, message });
  }
  return ok([...result.value].map(([term, hours]) => ({ term: Number(term), hours })));
}

function partsOf(table: CourseTable, row: CourseRow, standard: number): readonly Part[] {
  const written = row.cells.filter(({ hours, locked }) => (hours ?? 0) > 0 || locked);
  const cells = written.length > 0 ? written : termsFor(table, row, standard);
  return cells.map(({ term, hours, locked }) => ({
    id: String(term),
    label: `第${term}学期`,
    current: hours,
    fixed: locked,
  }));
}

/** Where a course nobody has placed yet may go. */
function termsFor(table: CourseTable, { cells }: CourseRow, standard: number) {
  const roomy = cells.find((_, index) => (table.terms[index] ?? 0) + standard <= table.capacity);
  return roomy === undefined ? cells : [roomy];
}
