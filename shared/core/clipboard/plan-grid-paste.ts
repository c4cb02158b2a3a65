import { cleanText } from './clean-paragraphs';
import type { PastedTable } from './pasted';
import { courseNamed, likelyCourse, type NamedCourse, plainName } from './course-names';
import { nameColumn, termHeading, termsByPlace } from './grid-columns';
import { pastedHours } from './pasted-number';

/** The grid that is pasted into: its courses in order and the number of its terms. */
export interface GridTarget {
  readonly courses: readonly NamedCourse[];
  readonly terms: number;
  /** The cell with the cursor, counted from 0. */
  readonly cursor: { readonly row: number; readonly column: number };
}

/** One cell to be filled; null = nothing. Terms count from 1. */
export interface GridCell {
  readonly courseId: string;
  readonly term: number;
  readonly hours: number | null;
}

/** A row of the pasted table whose course is not found for sure. */
export interface UnknownRow {
  readonly row: number;
  readonly name: string;
  /** The course that is written most like it; null = none is. */
  readonly likelyId: string | null;
}

export type GridPlan =
  | { readonly status: 'ready'; readonly cells: readonly GridCell[] }
  | {
      readonly status: 'partly';
      /** What can be written without the cells that are no hours. */
      readonly cells: readonly GridCell[];
      /** Names every cell that cannot. */
      readonly message: string;
    }
  | {
      readonly status: 'ask';
      /** What is sure already. */
      readonly cells: readonly GridCell[];
      readonly unknown: readonly UnknownRow[];
    }
  | { readonly status: 'refuse'; readonly message: string };

/** What the teacher has said of unknown rows: the course, or null = leave the row out. */
export type RowChoices = ReadonlyMap<number, string | null>;

const noChoices: RowChoices = new Map();

/**
 * Plans a paste into a 课程表: a block of numbers goes to the cursor; a table with headings 第1学期 and
 * names of courses goes where they say. Impossible numbers are refused in words.
 */
export function planGridPaste(
  table: PastedTable,
  target: GridTarget,
  choices: RowChoices = noChoices,
): GridPlan {
  const rows = table.map((row) => row.map(({ text }) => cleanText(text)));
  // A column alone has no hours beside its words: it is meant for the cell with the cursor.
  if ((rows[0]?.length ?? 0) === 1) return planBlock(rows, target);
  const namesAt = nameColumn(rows, target.courses);
  const heading = termHeading(rows, target.terms);
  if (namesAt === undefined && heading?.isNamed !== true) return planBlock(rows, target);
  if (namesAt === undefined) return refuse('看不出哪一列是课程名称，请连同课程名称一起复制。');
  const terms = heading?.terms ?? termsByPlace(rows, namesAt, target.terms);
  const first = heading === undefined ? 0 : heading.row + 1;
  return planNamed(rows, { target, choices, namesAt, first, terms });
}

interface NamedTable {
  readonly target: GridTarget;
  readonly choices: RowChoices;
  readonly namesAt: number;
  /** The first row below the headings. */
  readonly first: number;
  readonly terms: ReadonlyMap<number, number>;
}

function planNamed(
  rows: readonly (readonly string[])[],
  { target, choices, namesAt, first, terms }: NamedTable,
): GridPlan {
  const { courses } = target;
  const reading = new CellReading();
  const unknown: UnknownRow[] = [];
  const named = rows
    .map((row, index) => ({ row, index, name: row[namesAt] ?? '' }))
    .filter(({ name, index }) => index >= first && !isNoCourse(name));
  for (const { row, index, name } of named) {
    const chosen = choices.get(index);
    const courseId = chosen === undefined ? courseNamed(name, courses)?.id : chosen;
    if (courseId === null) continue;
    if (courseId === undefined) {
      unknown.push({ row: index, name, likelyId: likelyCourse(name, courses) });
      continue;
    }
    reading.read(row, { index, courseId, terms });
  }
  const { cells } = reading;
  return unknown.length > 0 ? { status: 'ask', cells, unknown } : reading.plan();
}

/** Sums and headings between the courses. */
function isNoCourse(name: string): boolean {
  return name === '' || /^(?:合计|小计|总计|总学时|周学时|课程名称$)/u.test(plainName(name));
}

function refuse(message: string): GridPlan {
  return { status: 'refuse', message };
}

/** Numbers only: a rectangle that begins at the cursor. */
function planBlock(
  rows: readonly (readonly string[])[],
  { courses, terms, cursor }: GridTarget,
): GridPlan {
  const reading = new CellReading();
  for (const [index, row] of rows.entries()) {
    const course = courses[cursor.row + index];
    if (course === undefined) return refuse('粘贴的行数超出了课程表，请从更靠上的格开始。');
    if (cursor.column + row.length > terms) {
      return refuse(`粘贴的列数超出了 ${terms} 个学期，请从更靠左的格开始。`);
    }
    const columns = new Map(row.map((_, column) => [column, cursor.column + column + 1]));
    reading.read(row, { index, courseId: course.id, terms: columns });
  }
  return reading.plan();
}

interface RowPlace {
  readonly index: number;
  readonly courseId: string;
  /** Column of the pasted table → term. */
  readonly terms: ReadonlyMap<number, number>;
}

/** Most cells that are named in one sentence; the rest is counted. */
const mostNamed = 30;

/** The cells that are hours, and all that are not, by row and words; none of those becomes 0. */
class CellReading {
  readonly cells: GridCell[] = [];
  readonly #unread: string[] = [];

  read(row: readonly string[], { index, courseId, terms }: RowPlace): void {
    for (const [column, term] of terms) {
      const cell = row[column] ?? '';
      const hours = pastedHours(cell);
      if (hours === undefined) this.#unread.push(`第 ${index + 1} 行的“${cell}”`);
      else this.cells.push({ courseId, term, hours });
    }
  }

  plan(): GridPlan {
    const { cells } = this;
    const count = this.#unread.length;
    if (count === 0) {
      return cells.length === 0 ? refuse('没有可以粘贴的学时。') : { status: 'ready', cells };
    }
    const named = this.#unread.slice(0, mostNamed).join('、');
    const more = count > mostNamed ? `……共 ${count} 格` : '';
    const message = `${named}${more}不是学时（学时写成数字，可以带半学时和“学时”“课时”“节”“H”），没有粘贴。`;
    const isAnyLeft = cells.some(({ hours }) => hours !== null);
    return isAnyLeft ? { status: 'partly', cells, message } : refuse(message);
  }
}
