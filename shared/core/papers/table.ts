import type { Block, PageSetup, RowBlock, TableBlock } from './block';
import { labelledStrips } from './labelled-strips';
import type { BandPart, CellsPart, LayoutTable, TablePart } from './layout';
import { type Making, paragraph, sentenceRuns } from './making';
import { pieceParagraphs } from './pieces';
import { cellOf, isShort, rowHeight, spanWidths } from './table-cells';
import { columnLines, fitted, type Grid, gridOf } from './table-grid';
import { repeatedRows } from './table-rows';
import { joined, type Strip, tablesOfStrips } from './table-strips';

/**
 * A table of the layout as blocks: one grid for all its parts, spans where a part has fewer columns. Each
 * title with what follows it is a table of its own whose first rows repeat, so that whoever turns a page
 * in the middle of it still reads what it is about, wherever a program breaks the page.
 */
export function tableBlocks(making: Making, given: LayoutTable): readonly Block[] {
  const table = making.layout.fitTables ? fitted(given, textWidth(making.page)) : given;
  const grid = gridOf(table);
  const strips = table.parts.flatMap((part) => partStrips(making, part, grid));
  const tables = tablesOfStrips(strips).map((rows): TableBlock => ({
    type: 'table',
    widths: grid.widths,
    rows,
  }));
  return joined(tables);
}

/** Width of the text on a page in mm. */
export function textWidth({ width, margin }: PageSetup): number {
  return width - margin.left - margin.right;
}

function partStrips(making: Making, part: TablePart, grid: Grid): readonly Strip[] {
  switch (part.type) {
    case 'band':
      return [{ heads: [bandRow(making, part, grid)], body: [] }];
    case 'cells':
      return cellsStrips(making, part, grid);
    case 'rows':
      return [repeatedRows(making, part, grid)];
  }
}

function bandRow(making: Making, part: BandPart, grid: Grid): RowBlock {
  const blocks = [
    paragraph(part.style, sentenceRuns(making, part.labelTerm), { keepWithNext: true }),
  ];
  const cell = cellOf(blocks, { columnSpan: grid.widths.length, role: 'band', align: 'center' });
  return { header: true, keepWhole: true, keepWithNext: true, cells: [cell] };
}

function cellsStrips(making: Making, part: CellsPart, grid: Grid): readonly Strip[] {
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
  const keepWhole = part.header || isShort(making, rowHeight(making, cells, widths));
  const row = { header: part.header, keepWhole, keepWithNext: part.header, cells };
  if (part.header) return [{ heads: [row], body: [] }];
  return keepWhole ? [{ heads: [], body: [row] }] : labelledStrips(making, row, widths[0] ?? 0);
}
