import type { PageSetup, RowBlock, TableBlock } from './block';
import type { BandPart, CellsPart, LayoutTable, TablePart } from './layout';
import { type Making, paragraph, sentenceRuns } from './making';
import { pieceParagraphs } from './pieces';
import { labelledRows } from './labelled-rows';
import { cellOf, fitsPage, isShort, rowHeight, spanWidths } from './table-cells';
import { columnLines, fitted, type Grid, gridOf } from './table-grid';
import { repeatedRows } from './table-rows';

/** A table of the layout as blocks: one grid for all its parts, spans where a part has fewer columns. */
export function tableBlock(making: Making, given: LayoutTable): TableBlock {
  const table = making.layout.fitTables ? fitted(given, textWidth(making.page)) : given;
  const grid = gridOf(table);
  const rows = table.parts.flatMap((part) => partRows(making, part, grid));
  return { type: 'table', widths: grid.widths, rows: leadingHeaders(rows) };
}

/** Width of the text on a page in mm. */
export function textWidth({ width, margin }: PageSetup): number {
  return width - margin.left - margin.right;
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
      return cellsRows(making, part, grid);
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

function cellsRows(making: Making, part: CellsPart, grid: Grid): readonly RowBlock[] {
  const spans = columnLines(part.columns, grid);
  const cells = part.columns.map(({ role, align, verticalAlign, content }, index) =>
    cellOf(pieceParagraphs(making, content), {
      columnSpan: spans[index] ?? 1,
      role,
      align,
      verticalAlign,
    }),
  );
  const widths = spanWidths(spans, grid);
  const height = rowHeight(making, cells, widths);
  const keepWhole = part.header || fitsPage(making, height);
  const row = { header: part.header, keepWhole, keepWithNext: false, cells };
  return part.header || isShort(making, height) ? [row] : labelledRows(making, row, widths[0] ?? 0);
}
