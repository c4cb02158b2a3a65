import { placeKey } from '../model/place';
import type { CellBlock, ParagraphBlock } from './block';
import { cellHeight } from './estimate';
import type { Making } from './making';
import type { Grid } from './table-grid';

const pointsPerMm = 72 / 25.4;

/** A cell; its source is the one place all its paragraphs come from, if there is just one. */
export function cellOf(
  blocks: readonly ParagraphBlock[],
  given: Pick<CellBlock, 'columnSpan' | 'role' | 'align'> &
    Partial<Pick<CellBlock, 'rowSpan' | 'verticalAlign'>>,
): CellBlock {
  const sources = new Map(
    blocks.flatMap(({ source }) => (source === null ? [] : [[placeKey(source), source]])),
  );
  const [source] = sources.size === 1 ? sources.values() : [];
  return { rowSpan: 1, verticalAlign: 'center', ...given, blocks, source: source ?? null };
}

/** The width of each column of a part in dxa. */
export function spanWidths(spans: readonly number[], { widths }: Grid): readonly number[] {
  let at = 0;
  return spans.map((span) => {
    const own = widths.slice(at, at + span);
    at += span;
    return own.reduce((sum, width) => sum + width, 0);
  });
}

/** About how high a row is, in pt; null stands for a place that a cell above covers. */
export function rowHeight(
  { layout }: Making,
  cells: readonly (CellBlock | null)[],
  widths: readonly number[],
): number {
  const heights = cells.map((cell, index) =>
    cell === null || cell.rowSpan > 1 ? 0 : cellHeight(cell, widths[index] ?? 0, layout.styles),
  );
  return Math.max(0, ...heights);
}

/**
 * Rows of a few lines stay whole; longer ones break and fill the page. The most that a page is left empty
 * by a row that does not fit is this part of it.
 */
export function isShort(making: Making, height: number): boolean {
  return height <= textHeight(making) * shortRow;
}

const shortRow = 0.2;

/** A table that fits a page is not broken; some of the page goes to the header row and to what an estimate misses. */
export function fitsPage(making: Making, height: number): boolean {
  return height <= textHeight(making) * 0.85;
}

function textHeight({ page: { margin, height } }: Making): number {
  return (height - margin.top - margin.bottom) * pointsPerMm;
}
