import type { TermCellInput } from '@shared/core/making/term-cells';
import { rowForms } from '@shared/core/clipboard/row-forms';
import type { CourseRow } from '@shared/core/hours/course-table';
import { type GridBlock, type GridPlace, placesOf } from './grid-place';

type Rows = readonly CourseRow[];

/** What stands in a cell; null = nothing. */
export function hoursAt(rows: Rows, { row, column }: GridPlace): number | null {
  return rows[row]?.cells[column]?.hours ?? null;
}

/** A rectangle as a spreadsheet takes it: tabs between the cells, a line for each row. */
export function blockText(rows: Rows, block: GridBlock): string {
  return rowForms(hoursIn(rows, block)).text;
}

/**
 * What is copied, for other programs. Whole lines go with the names of their courses and a head, so that
 * they say there what they are; a part of them is a block of numbers.
 */
export function copiedForms(rows: Rows, block: GridBlock): ReturnType<typeof rowForms> {
  const hours = hoursIn(rows, block);
  if (!isOfLines(rows, block)) return rowForms(hours);
  const head = rows[0]?.cells.map(({ term }) => `第${String(term)}学期`) ?? [];
  const lines = hours.map((cells, index) => {
    const { name = '', standard = null } = rows[block.from.row + index] ?? {};
    return [name, String(standard ?? ''), ...cells];
  });
  return rowForms([['课程名称', '基准学时', ...head], ...lines]);
}

/** More than one term is one line only where there are more terms than one. */
function isOfLines(rows: Rows, { from, to }: GridBlock): boolean {
  const terms = rows[0]?.cells.length ?? 0;
  return terms > 1 && from.column === 0 && to.column === terms - 1;
}

function hoursIn(rows: Rows, { from, to }: GridBlock): readonly (readonly string[])[] {
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

/**
 * 向下填充, 向右填充: the first row or column of a rectangle goes into all the others; into one row or column
 * alone goes what stands above or to the left of it, as in a spreadsheet.
 */
export function filling(
  rows: Rows,
  block: GridBlock,
  way: 'down' | 'right',
): readonly TermCellInput[] {
  const { from, to } = block;
  const row = from.row === to.row ? from.row - 1 : from.row;
  const column = from.column === to.column ? from.column - 1 : from.column;
  if ((way === 'down' ? row : column) < 0) return [];
  return placesOf(block).flatMap((place) => {
    const source = way === 'down' ? { ...place, row } : { ...place, column };
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
