import { courseNamed, type NamedCourse } from './course-names';
import { smallNumber } from './pasted-number';

type Rows = readonly (readonly string[])[];

/** Where the terms of a pasted table stand: the row of the headings, and column → term. */
export interface TermHeading {
  readonly row: number;
  readonly terms: ReadonlyMap<number, number>;
  /** True when they are written with 学期, not as bare numbers. */
  readonly isNamed: boolean;
}

/** 第1学期, 第一学期, 一, 1: the columns of the terms; undefined without such a row. */
export function termHeading(rows: Rows, most: number): TermHeading | undefined {
  for (const [row, cells] of rows.slice(0, 4).entries()) {
    const terms = termsIn(cells, most);
    const isNamed = cells.some((cell) => cell.includes('学期') && termOf(cell) !== undefined);
    if (isHeading([...terms.values()], isNamed)) return { row, terms, isNamed };
  }
  return undefined;
}

function termsIn(cells: readonly string[], most: number): ReadonlyMap<number, number> {
  const terms = new Map<number, number>();
  for (const [column, cell] of cells.entries()) {
    const term = termOf(cell);
    if (term !== undefined && term <= most) terms.set(column, term);
  }
  return terms;
}

/** Bare numbers are a heading only when they run on from 1; with 学期 one alone is enough. */
function isHeading(terms: readonly number[], isNamed: boolean): boolean {
  if (terms.length === 0) return false;
  const isRunning = terms.every((term, at) => at === 0 || term === (terms[at - 1] ?? 0) + 1);
  return isRunning && (isNamed || (terms.length > 1 && terms[0] === 1));
}

function termOf(cell: string): number | undefined {
  const plain = cell.normalize('NFKC').replace(/\s/gu, '');
  const named = /^第?([\d一二三四五六七八九十]{1,3})(?:学期)?$/u.exec(plain)?.[1];
  const term = named === undefined ? undefined : smallNumber(named);
  return term === 0 ? undefined : term;
}

/** Without headings: the columns behind the names that hold nothing but hours, from the first term on. */
export function termsByPlace(
  rows: Rows,
  namesAt: number,
  most: number,
): ReadonlyMap<number, number> {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column).slice(namesAt + 1);
  return new Map(columns.slice(0, most).map((column, index) => [column, index + 1]));
}

/** The column in which most names of courses stand; undefined when there is none. */
export function nameColumn(rows: Rows, courses: readonly NamedCourse[]): number | undefined {
  let best: { readonly column: number; readonly count: number } | undefined;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const cells = rows.map((row) => row[column] ?? '');
    const known = cells.filter((cell) => cell !== '' && courseNamed(cell, courses) !== undefined);
    const isHeaded = cells.slice(0, 4).some((cell) => /^课程(?:名称)?$/u.test(cell));
    const count = known.length + (isHeaded ? 1 : 0);
    if (count > (best?.count ?? 0)) best = { column, count };
  }
  return best?.column ?? textColumn(rows);
}

/** A column of words, when no name in it is known. */
function textColumn(rows: Rows): number | undefined {
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const words = rows.filter((row) => /\p{Script=Han}{2,}/u.test(row[column] ?? '')).length;
    if (words > rows.length / 2 && !rows.some((row) => termOf(row[column] ?? '') !== undefined)) {
      return column;
    }
  }
  return undefined;
}
