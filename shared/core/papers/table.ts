import type { CellBlock, ParagraphBlock, RowBlock, TableBlock } from './block';
import type { BoundCell, BoundRow } from './bound';
import { cellHeight } from './estimate';
import type { BandPart, CellsPart, LayoutTable, RowsPart, TablePart } from './layout';
import { boundRun, linesOf, type Making, paragraph, sentenceRuns, wordOf } from './making';
import { pieceParagraphs } from './pieces';
import { rowBinds } from './row-binds';
import { columnLines, type Grid, gridOf } from './table-grid';

const pointsPerMm = 72 / 25.4;

/** A table of the layout as blocks: one grid for all its parts, spans where a part has fewer columns. */
export function tableBlock(making: Making, table: LayoutTable): TableBlock {
  const grid = gridOf(table);
  const rows = table.parts.flatMap((part) => partRows(making, part, grid));
  return { type: 'table', widths: grid.widths, rows: leadingHeaders(rows) };
}

/** Word repeats leading rows only, so a header row further down is an ordinary row. */
function leadingHeaders(rows: readonly RowBlock[]): readonly RowBlock[] {
  const first = rows.findIndex(({ header }) => !header);
  const count = first === -1 ? rows.length : first;
  return rows.map((row, index) => (row.header && index >= count ? { ...row, header: false } : row));
}

function partRows(making: Making, part: TablePart, grid: Grid): readonly RowBlock[] {
  switch (part.type) {
    case 'band':
      return [bandRow(making, part, grid)];
    case 'cells':
      return [cellsRow(making, part, grid)];
    case 'rows':
      return repeatedRows(making, part, grid);
  }
}

function bandRow(making: Making, part: BandPart, grid: Grid): RowBlock {
  const blocks = [
    paragraph(part.style, sentenceRuns(making, part.labelTerm), { keepWithNext: true }),
  ];
  const cell = cellOf(blocks, { columnSpan: grid.widths.length, role: 'band', align: 'center' });
  return { header: false, keepWhole: true, keepWithNext: true, cells: [cell] };
}

function cellsRow(making: Making, part: CellsPart, grid: Grid): RowBlock {
  const spans = columnLines(part.columns, grid);
  const cells = part.columns.map(({ role, align, verticalAlign, content }, index) =>
    cellOf(pieceParagraphs(making, content), {
      columnSpan: spans[index] ?? 1,
      role,
      align,
      verticalAlign,
    }),
  );
  const keepWhole = part.header || isShort(making, cells, spanWidths(spans, grid));
  return { header: part.header, keepWhole, keepWithNext: false, cells };
}

function repeatedRows(making: Making, part: RowsPart, grid: Grid): readonly RowBlock[] {
  const spans = columnLines(part.columns, grid);
  const words = (term: string) => wordOf(making, term);
  const found = rowBinds.get(part.bind)?.(making.context, words) ?? { rows: [], missing: null };
  making.note(found.missing);
  const head: RowBlock = {
    header: part.header,
    keepWhole: true,
    keepWithNext: true,
    cells: part.columns.map(({ labelTerm, labelStyle }, index) =>
      cellOf([paragraph(labelStyle, sentenceRuns(making, labelTerm))], {
        columnSpan: spans[index] ?? 1,
        role: 'label',
        align: 'center',
      }),
    ),
  };
  const rows = found.rows.map((row, at) => {
    const cells = part.columns.map((column, index) => {
      const rowSpan = column.merge ? sharedRows(found.rows, at, column.bind) : 1;
      const cell = row.cells[column.bind];
      if (rowSpan === 0 || cell === undefined) return null;
      return boundCell(making, cell, { column, columnSpan: spans[index] ?? 1, rowSpan });
    });
    return {
      header: false,
      keepWhole: isShort(making, cells, spanWidths(spans, grid)),
      keepWithNext: false,
      cells: cells.filter((cell) => cell !== null),
    };
  });
  return [head, ...(rows.length > 0 ? rows : [blankRow(making, part, spans)])];
}

/** A table without rows still shows one blank row, as a printed form would. */
function blankRow({ layout }: Making, part: RowsPart, spans: readonly number[]): RowBlock {
  const cells = part.columns.map(({ style, align }, index) =>
    cellOf([paragraph(style, [{ text: layout.emptyMark, bold: false, source: null }])], {
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

function boundCell(
  making: Making,
  { values, missing }: BoundCell,
  place: {
    readonly column: RowsPart['columns'][number];
    readonly columnSpan: number;
    readonly rowSpan: number;
  },
): CellBlock {
  making.note(missing);
  const { style, align, verticalAlign } = place.column;
  const blocks = values
    .flatMap(linesOf)
    .map((line): ParagraphBlock => paragraph(style, [boundRun(making, line)]));
  return cellOf(blocks, {
    columnSpan: place.columnSpan,
    rowSpan: place.rowSpan,
    role: 'text',
    align,
    verticalAlign,
  });
}

function cellOf(
  blocks: readonly ParagraphBlock[],
  given: Pick<CellBlock, 'columnSpan' | 'role' | 'align'> &
    Partial<Pick<CellBlock, 'rowSpan' | 'verticalAlign'>>,
): CellBlock {
  const sources = new Map(
    blocks.flatMap(({ source }) =>
      source === null
        ? []
        : [[`${source.recordId} ${source.field} ${source.itemId ?? ''}`, source]],
    ),
  );
  const [source] = sources.size === 1 ? sources.values() : [];
  return { rowSpan: 1, verticalAlign: 'center', ...given, blocks, source: source ?? null };
}

/** The width of each column of a part in dxa. */
function spanWidths(spans: readonly number[], { widths }: Grid): readonly number[] {
  let at = 0;
  return spans.map((span) => {
    const own = widths.slice(at, at + span);
    at += span;
    return own.reduce((sum, width) => sum + width, 0);
  });
}

/** Labels and texts of up to half a page stay on one page; cells that cover several rows may break. */
function isShort(
  { layout }: Making,
  cells: readonly (CellBlock | null)[],
  widths: readonly number[],
): boolean {
  const { height, margin } = layout.page;
  const half = ((height - margin.top - margin.bottom) * pointsPerMm) / 2;
  return cells.every(
    (cell, index) =>
      cell === null ||
      cell.rowSpan > 1 ||
      cellHeight(cell, widths[index] ?? 0, layout.styles) <= half,
  );
}
