import { describe, expect, it } from 'vitest';
import type { ShownPage } from '@renderer/features/preview/lay-out';
import { boxesOn, upperPart } from '@renderer/features/preview/page-part';
import { allOfIt } from '@renderer/features/preview/paper-text';
import type { CellBlock, Paper, ParagraphBlock, RowBlock } from '@shared/core/papers/block';

const paragraph = { type: 'paragraph', runs: [] } as unknown as ParagraphBlock;
const cell = { blocks: [paragraph, paragraph] } as unknown as CellBlock;
const row = { cells: [cell, cell] } as unknown as RowBlock;
/** Two paragraphs and a table of four rows with six boxes each: 26 boxes. */
const paper = {
  blocks: [paragraph, { type: 'table', rows: [row, row, row, row] }, paragraph],
} as unknown as Paper;
const page: ShownPage = [
  { type: 'text', block: 0, stretch: allOfIt },
  { type: 'table', block: 1, rows: [0, 1, 2, 3].map((at) => ({ row: at, cells: null })) },
  { type: 'text', block: 2, stretch: allOfIt },
];

/** Which rows and paragraphs are drawn: a row by its number, a paragraph as 'p'. */
function lines(boxes: number): readonly (number | string)[] {
  return upperPart(paper, page, boxes).flatMap<number | string>((part) =>
    part.type === 'table' ? part.rows.map((shown) => shown.row) : ['p'],
  );
}

describe('a page that is drawn little by little', () => {
  it('begins with its first line and ends with all of them', () => {
    expect(lines(1)).toEqual(['p']);
    expect(lines(6)).toEqual(['p', 0]);
    expect(lines(13)).toEqual(['p', 0, 1]);
    expect(lines(25)).toEqual(['p', 0, 1, 2, 3]);
    expect(lines(boxesOn(paper, page))).toEqual(['p', 0, 1, 2, 3, 'p']);
  });

  it('is the very same page once it is whole', () => {
    expect(upperPart(paper, page, Infinity)).toBe(page);
  });

  it('counts only what of a row stands on this page', () => {
    const cut: ShownPage = [{ type: 'table', block: 1, rows: [{ row: 0, cells: [[], []] }] }];
    expect(boxesOn(paper, cut)).toBe(2);
    expect(boxesOn(paper, page)).toBe(26);
  });
});
