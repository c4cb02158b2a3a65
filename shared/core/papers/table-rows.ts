import type { CellBlock, RowBlock } from './block';
import type { BoundCell, BoundRow } from './bound';
import { foundRows } from './found-rows';
import type { RowsPart } from './layout';
import { boundRun, linesOf, literal, type Making, paragraph, sentenceRuns, wordOf } from './making';
import { typedNumber } from './numbering';
import { cellOf, fitsPage, isShort, rowHeight, spanWidths } from './table-cells';
import { columnLines, type Grid } from './table-grid';

type Column = RowsPart['columns'][number];

/** A header row and one row for each record; a table without records still shows one blank row. */
export function repeatedRows(making: Making, part: RowsPart, grid: Grid): readonly RowBlock[] {
  const spans = columnLines(part.columns, grid);
  const words = (term: string) => wordOf(making, term);
  const found = foundRows(making, part.bind, words);
  making.note(found.missing);
  const rows = found.rows.map((row, at) => {
    const cells = part.columns.map((column, index) => {
      const rowSpan = column.merge ? sharedRows(found.rows, at, column.bind) : 1;
      const cell = row.cells[column.bind];
      if (rowSpan === 0 || cell === undefined) return null;
      return boundCell(making, cell, { column, columnSpan: spans[index] ?? 1, rowSpan });
    });
    return { cells, height: rowHeight(making, cells, spanWidths(spans, grid)) };
  });
  const keys = found.rows.map((row) => innerKey(part, row));
  const body = rows.map(({ cells, height }, at) => ({
    header: false,
    keepWhole: fitsPage(making, height),
    keepWithNext:
      (keys[at] === keys[at + 1] && isShort(making, groupHeight(rows, keys, at))) ||
      isLastButOne(rows, at),
    cells: cells.filter((cell) => cell !== null),
  }));
  const first = headerRow(making, part, spans);
  return [first, ...(body.length > 0 ? body : [blankRow(making, part, spans)])];
}

function headerRow(making: Making, part: RowsPart, spans: readonly number[]): RowBlock {
  const cells = part.columns.map(({ labelTerm, labelStyle }, index) =>
    cellOf([paragraph(labelStyle, sentenceRuns(making, labelTerm))], {
      columnSpan: spans[index] ?? 1,
      role: 'label',
      align: 'center',
    }),
  );
  return { header: part.header, keepWhole: true, keepWithNext: true, cells };
}

function blankRow({ layout }: Making, part: RowsPart, spans: readonly number[]): RowBlock {
  const cells = part.columns.map(({ style, align }, index) =>
    cellOf([paragraph(style, [literal(layout.emptyMark)])], {
      columnSpan: spans[index] ?? 1,
      role: 'text',
      align,
    }),
  );
  return { header: false, keepWhole: true, keepWithNext: false, cells };
}

/** How many rows from here on share the cell; 0 when the row above already covers it. */
function sharedRows(rows: readonly BoundRow[], at: number, bind: string): number {
  const keyOf = (index: number) => rows[index]?.cells[bind]?.mergeKey;
  if (at > 0 && keyOf(at - 1) === keyOf(at)) return 0;
  let count = 1;
  while (at + count < rows.length && keyOf(at + count) === keyOf(at)) count += 1;
  return count;
}

/** What the last merged column holds: rows that share it belong together on a page. */
function innerKey({ columns }: RowsPart, { cells }: BoundRow): string | null {
  const inner = columns.findLast(({ merge }) => merge);
  return inner === undefined ? null : (cells[inner.bind]?.mergeKey ?? null);
}

/** A last row of a few lines does not stand alone on a page. */
function isLastButOne(rows: readonly { readonly height: number }[], at: number): boolean {
  const [last, before] = [rows.at(-1)?.height ?? 0, rows.at(-2)?.height ?? 0];
  return rows.length > 3 && at === rows.length - 2 && last + before <= fewLines;
}

/** In pt. */
const fewLines = 60;

function groupHeight(
  rows: readonly { readonly height: number }[],
  keys: readonly (string | null)[],
  at: number,
): number {
  const key = keys[at] ?? null;
  if (key === null) return Infinity;
  return rows.reduce((sum, { height }, index) => sum + (keys[index] === key ? height : 0), 0);
}

function boundCell(
  making: Making,
  { values, missing }: BoundCell,
  place: { readonly column: Column; readonly columnSpan: number; readonly rowSpan: number },
): CellBlock {
  making.note(missing);
  const { column, columnSpan, rowSpan } = place;
  const { style, align, verticalAlign } = column;
  const blocks = values.flatMap((value, index) =>
    linesOf(value).map((line, lineIndex) => {
      const isNumbered = values.length > 1 && lineIndex === 0;
      const number = isNumbered ? typedNumber(column.number, index + 1) : null;
      return paragraph(style, [boundRun(making, line)], { number });
    }),
  );
  return cellOf(blocks, { columnSpan, rowSpan, role: 'text', align, verticalAlign });
}
