import type { CourseRow, CourseTable } from '@shared/core/hours/course-table';

/** A cell of the grid: which course, which term, both counted from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle of cells, both corners inside. */
export interface GridBlock {
  readonly from: GridPlace;
  readonly to: GridPlace;
}

/** The courses of a table from top to bottom, as the rows of the grid. */
export function rowsOf(table: CourseTable): readonly CourseRow[] {
  return table.groups.flatMap(({ rows }) => rows);
}

/** The rectangle between the two cells, whichever of them stands higher. */
export function blockOf(one: GridPlace, other: GridPlace): GridBlock {
  return {
    from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
    to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
  };
}

export function isInside({ from, to }: GridBlock, { row, column }: GridPlace): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

/** The lines of some courses, from the first term to the last: this one, or all up to it. */
export function wholeLines(
  { from, to }: GridBlock,
  row: number,
  { extend, size }: { readonly extend: boolean; readonly size: GridSize },
): GridBlock {
  return {
    from: { row: extend ? Math.min(from.row, row) : row, column: 0 },
    to: { row: extend ? Math.max(to.row, row) : row, column: size.columns - 1 },
  };
}

/** All cells of a rectangle, row by row. */
export function placesOf({ from, to }: GridBlock): readonly GridPlace[] {
  const places: GridPlace[] = [];
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) places.push({ row, column });
  }
  return places;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Where a key leads, as in a spreadsheet; undefined when it is no key for moving. */
export function movedBy(
  { row, column }: GridPlace,
  { key, ctrl }: { readonly key: string; readonly ctrl: boolean },
  size: GridSize,
): GridPlace | undefined {
  const step = steps[key];
  if (step === undefined) return undefined;
  const far = ctrl ? Infinity : 1;
  const corner = ctrl && (key === 'Home' || key === 'End') ? Math.sign(step[1]) * Infinity : 0;
  const down = step[0] === 0 ? corner : step[0] * far;
  const right = step[1] === 0 ? 0 : step[1] * far;
  return { row: within(row + down, size.rows), column: within(column + right, size.columns) };
}

/** Tab and Shift+Tab go along the row and on to the next one; undefined behind the last cell. */
export function nextPlace(
  { row, column }: GridPlace,
  by: 1 | -1,
  { rows, columns }: GridSize,
): GridPlace | undefined {
  const at = row * columns + column + by;
  if (at < 0 || at >= rows * columns) return undefined;
  return { row: Math.floor(at / columns), column: at % columns };
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 1));
}
