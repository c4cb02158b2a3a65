import type { BoundCell, BoundRow } from '../paths/bound';
import { rowsAt } from '../paths/rows';
import type { CellBlock, RowBlock } from './block';
import type { RowsPart } from './layout';
import { boundRun, linesOf, literal, type Making, paragraph, sentenceRuns, wordOf } from './making';
import { typedNumber } from './numbering';
import { cellOf, isShort, rowHeight, spanWidths } from './table-cells';
import { columnLines, type Grid } from './table-grid';
import type { Strip } from './table-strips';

type Column = RowsPart['columns'][number];

/** Column heads and one row for each record; a table without records still shows one blank row. */
export function repeatedRows(making: Making, part: RowsPart, grid: Grid): Strip {
  const spans = columnLines(part.columns, grid);
  const widths = spanWidths(spans, grid);
  const words = (term: string) => wordOf(making, term);
  const columns = part.columns.map(({ bind }) => bind);
  const found = rowsAt(making, { over: part.bind, columns, words });
  making.note(found.missing);
  const rows = found.rows.map((row, at) => {
    const cells = part.columns.flatMap((column, index) => {
      const cell = row.cells[column.bind];
      if (cell === undefined) return [];
      const isRepeat = column.merge && isSame(found.rows[at - 1], row, mergedTo(part, index));
      return [boundCell(making, cell, { column, columnSpan: spans[index] ?? 1, isRepeat })];
    });
    return { cells, height: rowHeight(making, cells, widths) };
  });
  const body = rows.map(({ cells, height }, at) => ({
    header: false,
    keepWhole: isShort(making, height),
    keepWithNext: isLastButOne(rows, at),
    cells,
  }));
  return {
    heads: [headerRow(making, part, spans)],
    body: body.length > 0 ? body : [blankRow(making, part, spans)],
  };
}

function headerRow(making: Making, part: RowsPart, spans: readonly number[]): RowBlock {
  const cells = part.columns.map(({ labelTerm, labelStyle }, index) =>
    cellOf([paragraph(labelStyle, sentenceRuns(making, labelTerm))], {
      columnSpan: spans[index] ?? 1,
      role: 'label',
      align: 'center',
    }),
  );
  return { header: true, keepWhole: true, keepWithNext: true, cells };
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

/** A column is merged inside what the merged ones before it share. */
function mergedTo({ columns }: RowsPart, index: number): readonly string[] {
  return columns.slice(0, index + 1).flatMap(({ merge, bind }) => (merge ? [bind] : []));
}

/** True when a row says the same as the one above it, which it repeats: no page is left without it. */
function isSame(above: BoundRow | undefined, row: BoundRow, binds: readonly string[]): boolean {
  return binds.every((bind) => {
    const key = row.cells[bind]?.mergeKey;
    return key !== undefined && above?.cells[bind]?.mergeKey === key;
  });
}

/** A last row of a few lines does not stand alone on a page. */
function isLastButOne(rows: readonly { readonly height: number }[], at: number): boolean {
  const [last, before] = [rows.at(-1)?.height ?? 0, rows.at(-2)?.height ?? 0];
  return rows.length > 3 && at === rows.length - 2 && last + before <= fewLines;
}

/** In pt. */
const fewLines = 60;

function boundCell(
  making: Making,
  cell: BoundCell,
  place: { readonly column: Column; readonly columnSpan: number; readonly isRepeat: boolean },
): CellBlock {
  const { column, columnSpan, isRepeat } = place;
  const { align, verticalAlign } = column;
  const blocks = isRepeat
    ? repeatedParagraphs(making, cell, column)
    : boundParagraphs(making, cell, column);
  return cellOf(blocks, { columnSpan, role: 'text', align, verticalAlign });
}

function boundParagraphs(
  making: Making,
  { values, missing }: BoundCell,
  { style, number }: Column,
) {
  making.note(missing);
  return values.flatMap((value, index) =>
    linesOf(value).map((line, lineIndex) => {
      const isNumbered = values.length > 1 && lineIndex === 0;
      return paragraph(style, [boundRun(making, line)], {
        number: isNumbered ? typedNumber(number, index + 1) : null,
      });
    }),
  );
}

/** What only says again what the row above said is no place of its own: a comment belongs to the first. */
function repeatedParagraphs(making: Making, { values, repeat }: BoundCell, { style }: Column) {
  const texts = repeat === undefined ? values.map(({ text }) => text) : [repeat];
  return texts.map((text) => paragraph(style, [boundRun(making, { text, source: null })]));
}
