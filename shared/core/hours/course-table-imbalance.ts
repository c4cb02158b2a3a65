import { findOf, type Project } from '../model/project';
import type { CourseRow, CourseTable, CourseTableImbalance } from './course-table-shape';

export type { CourseTableImbalance } from './course-table-shape';

/**
 * What does not add up in a table: a course whose terms are not its 基准学时, a term that is fuller than
 * 周数 × 周学时, hours in a place the table does not have. Silent while no cell is written.
 */
export function imbalancesOf(
  project: Project,
  table: Omit<CourseTable, 'imbalances'>,
): readonly CourseTableImbalance[] {
  const rows = table.groups.flatMap((group) => group.rows);
  const strays = straysNamed(project, table);
  if (table.sum === 0) return strays;
  const uneven = rows.flatMap((row) => unevenRow(row, table));
  return [...uneven, ...fullTerms(rows, table), ...strays];
}

type Table = Omit<CourseTable, 'imbalances'>;

function unevenRow(row: CourseRow, table: Table): readonly CourseTableImbalance[] {
  if (!row.taken || row.standard === null || row.difference === 0) return [];
  const gap = row.difference > 0 ? `少 ${row.difference}` : `多 ${-row.difference}`;
  const name = row.name || '课程';
  const message = `“${name}”基准学时 ${row.standard}，${table.name}各学期合计 ${row.sum}，${gap}。请改基准学时或某一学期的学时。`;
  const first = { id: row.courseId, label: `“${name}”的基准学时` };
  const second = { id: largestCell(row) ?? row.courseId, label: `${table.name}的学期学时` };
  return [{ rule: 'HRS-04', first, second, term: null, message }];
}

/** The unlocked cell with the most hours: the likeliest one to change. */
function largestCell({ cells }: CourseRow): string | null {
  const written = cells.filter(({ id, locked }) => id !== null && !locked);
  const [largest] = written.toSorted((left, right) => (right.hours ?? 0) - (left.hours ?? 0));
  return largest?.id ?? null;
}

function fullTerms(rows: readonly CourseRow[], table: Table): readonly CourseTableImbalance[] {
  return table.terms.flatMap((sum, index) => {
    if (sum <= table.capacity) return [];
    const hoursOf = (row: CourseRow) => row.cells[index]?.hours ?? 0;
    const [largest] = rows.toSorted((left, right) => hoursOf(right) - hoursOf(left));
    const name = largest?.name === '' ? '课程' : (largest?.name ?? '课程');
    const term = index + 1;
    const message = `${table.name}第${term}学期合计 ${sum} 学时，超过 ${table.capacity} 学时（教学周数×周学时），多 ${sum - table.capacity}。请减少“${name}”等课程的学时或改每学期教学周数、每周学时。`;
    const first = { id: table.startPointId, label: `${table.name}的教学周数和周学时` };
    const second = { id: largest?.cells[index]?.id ?? '', label: `“${name}”第${term}学期的学时` };
    return [{ rule: 'HRS-06', first, second, term, message }];
  });
}

function straysNamed(project: Project, table: Table): readonly CourseTableImbalance[] {
  return table.strays.flatMap((record) => {
    if (record.hours === null || record.hours === 0) return [];
    const name = findOf(project, 'course', record.parentId)?.name ?? '';
    const term = record.term ?? 0;
    const message = `“${name || '课程'}”有 ${record.hours} 学时写在${table.name}第${term}学期，课程表里没有这个位置。请移到别的学期或改${table.name}的学制。`;
    const first = { id: table.startPointId, label: `${table.name}的学制` };
    const second = { id: record.id, label: `“${name || '课程'}”第${term}学期的学时` };
    return [{ rule: 'HRS-07', first, second, term, message }];
  });
}
