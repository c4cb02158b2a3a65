import type { Paper } from '@shared/core/papers/block';
import type { ShownPage, ShownPart } from './lay-out';
import type { ShownRow } from './paper-table';

/**
 * The upper part of a page, for one that is drawn little by little: as many of its paragraphs and rows as
 * make up `boxes`, and at least one.
 */
export function upperPart(paper: Paper, page: ShownPage, boxes: number): ShownPage {
  if (boxes === Infinity) return page;
  let left = boxes;
  const upper: ShownPart[] = [];
  for (const part of page) {
    if (left <= 0) break;
    if (part.type === 'text') {
      upper.push(part);
      left -= 1;
      continue;
    }
    const rows: ShownRow[] = [];
    for (const row of part.rows) {
      if (left <= 0) break;
      rows.push(row);
      left -= boxesOfRow(paper, part.block, row);
    }
    upper.push({ ...part, rows });
  }
  return upper;
}

/** How many boxes a page has: its paragraphs, its cells and the paragraphs in them. */
export function boxesOn(paper: Paper, page: ShownPage): number {
  return page.reduce(
    (sum, part) =>
      part.type === 'text'
        ? sum + 1
        : part.rows.reduce((rows, row) => rows + boxesOfRow(paper, part.block, row), sum),
    0,
  );
}

function boxesOfRow(paper: Paper, block: number, { row, cells }: ShownRow): number {
  const table = paper.blocks[block];
  const whole = table?.type === 'table' ? (table.rows[row]?.cells ?? []) : [];
  return whole.reduce((sum, { blocks }, place) => {
    const texts = cells?.[place] ?? blocks;
    return sum + 1 + texts.length;
  }, 0);
}
