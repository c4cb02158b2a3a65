import type { TermCellInput } from '@shared/core/commands/making/term-cells';
import type { CourseRow } from '@shared/core/hours/course-table';
import { type GridBlock, type GridPlace, placesOf } from './grid-place';

type Rows = readonly CourseRow[];

/** What stands in a cell; null = nothing. */
export function hoursAt(rows: Rows, { row, column }: GridPlace): number | null {
  return rows[row]?.cells[column]?.hours ?? null;
}

/** A rectangle as a spreadsheet takes it: tabs between the cells, a line for each row. */
export function blockText(rows: Rows, block: GridBlock): string {
  return linesOf(rows, block)
    .map((cells) => cells.join('\t'))
    .join('\n');
}

/** The same as a table for word processors. */
export function blockHtml(rows: Rows, block: GridBlock): string {
  const lines = linesOf(rows, block).map(
    (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table>${lines.join('')}</table>`;
}

function linesOf(rows: Rows, { from, to }: GridBlock): readonly (readonly string[])[] {
  return rows
    .slice(from.row, to.row + 1)
    .map(({ cells }) =>
      cells.slice(from.column, to.column + 1).map(({ hours }) => String(hours ?? '')),
    );
}

/** The cells to write so that a rectangle is empty; cells that are empty already are left alone. */
export function clearing(rows: Rows, block: GridBlock): readonly TermCellInput[] {
  return placesOf(block)
    .filter((place) => hoursAt(rows, place) !== null)
    .flatMap((place) => cellAt(rows, place, null));
}

/** 向下填充, 向右填充: the first row or column of a rectangle goes into all the others. */
export function filling(
  rows: Rows,
  block: GridBlock,
  way: 'down' | 'right',
): readonly TermCellInput[] {
  const { from } = block;
  return placesOf(block).flatMap((place) => {
    const source = way === 'down' ? { ...place, row: from.row } : { ...place, column: from.column };
    const hours = hoursAt(rows, source);
    return hours === hoursAt(rows, place) ? [] : cellAt(rows, place, hours);
  });
}

function cellAt(
  rows: Rows,
  { row, column }: GridPlace,
  hours: number | null,
): readonly TermCellInput[] {
  const course = rows[row];
  return course === undefined ? [] : [{ courseId: course.courseId, term: column + 1, hours }];
}
