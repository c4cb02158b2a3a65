import { distributeTermHours } from '../commands/distribute-term-hours';
import { editField } from '../commands/edit-field';
import { fillTermHours } from '../commands/fill-term-hours';
import type {
  CourseRow,
  CourseTable,
  CourseTableImbalance,
  TermCell,
} from '../hours/course-table-shape';
import { termShares } from '../hours/term-distribution';
import { findOf, type Project } from '../model/project';
import { changeWords, possible, type WayOut } from './way-out';

/** Most hours a week that are proposed; more than eight lessons on five days nobody teaches. */
const mostWeeklyHours = 40;

/** Ways to make one imbalance of a 课程表 add up. */
export function tableWays(
  project: Project,
  table: CourseTable,
  imbalance: CourseTableImbalance,
): readonly WayOut[] {
  const rows = table.groups.flatMap((group) => group.rows);
  if (imbalance.rule === 'HRS-04') {
    const row = rows.find(({ courseId }) => courseId === imbalance.first.id);
    return row === undefined ? [] : possible(project, unevenWays(table, row));
  }
  if (imbalance.rule === 'HRS-06' && imbalance.term !== null) {
    return possible(project, fullWays(project, table, imbalance.term));
  }
  return possible(project, strayWays(project, table, imbalance));
}

function unevenWays(table: CourseTable, row: CourseRow): readonly WayOut[] {
  const { startPointId } = table;
  const { courseId, sum, standard } = row;
  const standardWay: WayOut = {
    label: `基准改 ${String(sum)}`,
    result: `基准学时 ${changeWords(standard, sum)}`,
    run: (now, context) =>
      editField.run(now, { id: courseId, field: 'standardHours', value: sum }, context),
  };
  const shares = termShares(table, row, 'share');
  const shareWay: WayOut = {
    label: row.difference > 0 ? '按比例补足' : '按比例减少',
    result: shares.ok ? sharesWords(row, shares.value) : '',
    run: (now, context) =>
      distributeTermHours.run(now, { startPointId, courseId, way: 'share' }, context),
  };
  // A course that is in no term yet is to be placed, not to lose its hours.
  return sum === 0 ? oneTerm(table, row) : [shareWay, ...oneTerm(table, row), standardWay];
}

function sharesWords(
  { cells }: CourseRow,
  shares: readonly { readonly term: number; readonly hours: number }[],
): string {
  return shares
    .flatMap(({ term, hours }) => {
      const before = cells[term - 1]?.hours ?? null;
      return before === hours ? [] : [`${termWord(term)} ${changeWords(before, hours)}`];
    })
    .join('、');
}

/** The whole difference to the term that has the most, or to the first one with room for it. */
function oneTerm(table: CourseTable, row: CourseRow): readonly WayOut[] {
  const cell = likelyCell(table, row);
  const value = (cell?.hours ?? 0) + row.difference;
  if (cell === undefined || value <= 0) return [];
  const { startPointId } = table;
  const cells = [{ courseId: row.courseId, term: cell.term, hours: value }];
  const more = row.sum === 0 ? '排在' : '全给';
  return [
    {
      label: `${row.difference > 0 ? more : '只减'}${termWord(cell.term)}`,
      result: `${termWord(cell.term)} ${changeWords(cell.hours, value)}`,
      run: (now, context) => fillTermHours.run(now, { startPointId, cells }, context),
    },
  ];
}

function likelyCell(table: CourseTable, { cells, difference }: CourseRow): TermCell | undefined {
  const free = cells.filter(({ locked }) => !locked);
  const written = free.filter(({ hours }) => (hours ?? 0) > 0);
  const inOrder = written.toSorted((left, right) => (right.hours ?? 0) - (left.hours ?? 0));
  if (difference < 0) return inOrder[0];
  const roomy = ({ term }: TermCell) => (table.terms[term - 1] ?? 0) + difference <= table.capacity;
  return inOrder.find(roomy) ?? free.find(roomy) ?? inOrder[0];
}

/** A term that holds more than 周数 × 周学时: a course gives some to a term with room, or the weeks grow. */
function fullWays(project: Project, table: CourseTable, term: number): readonly WayOut[] {
  const over = (table.terms[term - 1] ?? 0) - table.capacity;
  const rows = table.groups.flatMap((group) => group.rows);
  const givers = rows
    .filter(({ cells }) => {
      const cell = cells[term - 1];
      return cell !== undefined && !cell.locked && (cell.hours ?? 0) >= over;
    })
    .toSorted((a, b) => (b.cells[term - 1]?.hours ?? 0) - (a.cells[term - 1]?.hours ?? 0));
  return [
    ...givers.slice(0, 2).flatMap((row) => moveWays(table, row, { term, over })),
    ...weeklyWays(project, table, term),
  ];
}

interface Full {
  readonly term: number;
  readonly over: number;
}

function moveWays(table: CourseTable, row: CourseRow, { term, over }: Full): readonly WayOut[] {
  const { startPointId, capacity } = table;
  const target = [...row.cells]
    .sort((a, b) => Math.abs(a.term - term) - Math.abs(b.term - term))
    .find(
      (cell) =>
        cell.term !== term && !cell.locked && (table.terms[cell.term - 1] ?? 0) + over <= capacity,
    );
  if (target === undefined) return [];
  const from = row.cells[term - 1]?.hours ?? 0;
  const to = (target.hours ?? 0) + over;
  const { courseId } = row;
  const cells = [
    { courseId, term, hours: from - over },
    { courseId, term: target.term, hours: to },
  ];
  return [
    {
      label: `“${row.name}”移 ${String(over)} 到${termWord(target.term)}`,
      result: `${termWord(term)} ${changeWords(from, from - over)}、${termWord(target.term)} ${changeWords(target.hours, to)}`,
      run: (now, context) => fillTermHours.run(now, { startPointId, cells }, context),
    },
  ];
}

function weeklyWays(project: Project, table: CourseTable, term: number): readonly WayOut[] {
  const start = findOf(project, 'startPoint', table.startPointId);
  const weeks = start?.weeksPerSemester ?? 20;
  if (start === undefined || weeks === 0) return [];
  const weekly = Math.ceil((table.terms[term - 1] ?? 0) / weeks);
  if (weekly > mostWeeklyHours) return [];
  const room = `每学期 ${changeWords(table.capacity, weekly * weeks)} 学时`;
  return [
    {
      label: `每周学时改 ${String(weekly)}`,
      result: room,
      run: (now, context) =>
        editField.run(now, { id: start.id, field: 'hoursPerWeek', value: weekly }, context),
    },
  ];
}

/** Hours in a term the table does not have: the years grow so that it has it. */
function strayWays(
  project: Project,
  table: CourseTable,
  { second }: CourseTableImbalance,
): readonly WayOut[] {
  const stray = findOf(project, 'courseTermHours', second.id);
  const start = findOf(project, 'startPoint', table.startPointId);
  if (stray === undefined || start === undefined) return [];
  const years = Math.ceil((stray.term ?? 0) / 2);
  if (years <= (start.years ?? 0)) return [];
  return [
    {
      label: `学制改 ${String(years)} 年`,
      result: `${String(table.semesters)} 个学期→${String(years * 2)} 个学期`,
      run: (now, context) =>
        editField.run(now, { id: start.id, field: 'years', value: years }, context),
    },
  ];
}

function termWord(term: number): string {
  return `第${String(term)}学期`;
}
