import type { Block, HeadingBlock, PageSetup, ParagraphBlock, TableBlock } from './block';
import { brokenRow, type CellFlow, type ParagraphSize } from './cell-flow';
import { paragraphSize, rowSizes } from './estimate';
import type { Layout } from './layout';

const pointsPerMm = 72 / 25.4;

/**
 * The printed page number of every heading that a 目录 names, estimated from the styles and the widths
 * of characters. Held against LibreOffice's pages of the sample by a test script; Word measures for
 * itself when the field is renewed.
 */
export function headingPages(
  blocks: readonly Block[],
  layout: Layout,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const sheet = newSheet(layout.page);
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'section') sheet.section(block.page);
    else if (block.type === 'pageBreak') sheet.turn();
    else if (block.type === 'table') placeTable(sheet, block, layout);
    else {
      const [first, kept] = textHeights(blocks, index, { layout, room: sheet.room() });
      sheet.text(first, kept);
      if (block.type === 'heading' && block.target !== undefined) {
        found.set(block.target, sheet.number());
      }
    }
  }
  return found;
}

interface Measuring {
  readonly layout: Layout;
  /** Width of the text in pt. */
  readonly room: number;
}

/** Of the text at a place, and how much of what follows it must stay with. */
function textHeights(
  blocks: readonly Block[],
  index: number,
  { layout, room }: Measuring,
): readonly [ParagraphSize, number] {
  const block = blocks[index] as ParagraphBlock | HeadingBlock;
  const own = paragraphSize(block, room, layout.styles);
  const keeps = block.type === 'heading' || block.keepWithNext;
  if (!keeps) return [own, 0];
  const next = blocks[index + 1];
  if (next === undefined || next.type === 'pageBreak' || next.type === 'section') return [own, 0];
  if (next.type === 'table') {
    const rows = rowSizes(next, layout.styles);
    const least = rows.findIndex(({ keepWithNext }) => !keepWithNext);
    const kept = rows.slice(0, Math.max(1, least + 1));
    return [own, kept.reduce((sum, { least: height }) => sum + height, 0)];
  }
  const [following, further] = textHeights(blocks, index + 1, { layout, room });
  return [own, following.before + following.line * Math.min(2, following.lines) + further];
}

function placeTable(sheet: Sheet, table: TableBlock, { styles }: Layout): void {
  const rows = rowSizes(table, styles);
  const head = rows
    .filter((_, index) => table.rows[index]?.header === true)
    .reduce((sum, { height }) => sum + height, 0);
  for (const [index, row] of rows.entries()) {
    const together = rows.slice(index, keptUntil(rows, index)).reduce((sum, r) => sum + r.least, 0);
    sheet.row({ ...row, together, head: table.rows[index]?.header === true ? 0 : head });
  }
}

function keptUntil(rows: readonly { readonly keepWithNext: boolean }[], from: number): number {
  let at = from;
  while (rows[at]?.keepWithNext === true) at += 1;
  return at + 1;
}

interface RowToPlace {
  readonly height: number;
  /** [] for a row that is never broken. */
  readonly flows: readonly CellFlow[];
  readonly together: number;
  readonly head: number;
}

interface Sheet {
  readonly section: (page: PageSetup) => void;
  readonly turn: () => void;
  readonly text: (height: ParagraphSize, kept: number) => void;
  readonly row: (row: RowToPlace) => void;
  readonly room: () => number;
  /** As printed on the page that is being filled. */
  readonly number: () => string;
}

/** What is known of the page being filled. */
interface Filling {
  page: PageSetup;
  used: number;
  number: number;
  format: 'decimal' | 'upperRoman';
}

function newSheet(first: PageSetup): Sheet {
  const filling: Filling = { page: first, used: 0, number: 1, format: 'decimal' };
  return {
    section: (next) => {
      turn(filling);
      filling.page = next;
      filling.number = next.numbers?.start ?? filling.number;
      filling.format = next.numbers?.format ?? filling.format;
    },
    turn: () => {
      turn(filling);
    },
    text: (size, kept) => {
      fillText(filling, size, kept);
    },
    row: (row) => {
      fillRow(filling, row);
    },
    room: () => {
      const { width, margin } = filling.page;
      return (width - margin.left - margin.right) * pointsPerMm;
    },
    number: () => (filling.format === 'decimal' ? String(filling.number) : roman(filling.number)),
  };
}

function turn(filling: Filling): void {
  filling.number += 1;
  filling.used = 0;
}

function heightOf({ page: { height, margin } }: Filling): number {
  return (height - margin.top - margin.bottom) * pointsPerMm;
}

/** Fractions of a point decide nothing. */
const slack = 0.5;

function fillText(filling: Filling, size: ParagraphSize, kept: number): void {
  const { line, lines, before, after } = size;
  const height = heightOf(filling);
  const whole = before + line * (lines <= 3 ? lines : 2);
  if (filling.used > 0 && filling.used + whole + kept > height) turn(filling);
  let left = lines;
  let at = filling.used + before;
  while (line > 0 && at + left * line > height + slack) {
    const here = Math.max(1, Math.floor((height - at) / line));
    left -= left - here === 1 ? Math.max(1, here - 1) : here;
    turn(filling);
    at = 0;
  }
  filling.used = at + left * line + after;
}

function fillRow(filling: Filling, { height: own, flows, together, head }: RowToPlace): void {
  const height = heightOf(filling);
  const turnPage = () => {
    turn(filling);
    filling.used = head;
  };
  if (filling.used > head && filling.used + Math.min(together, height) > height + slack) turnPage();
  if (flows.length === 0 || filling.used + own <= height + slack) {
    filling.used += own;
    return;
  }
  let rest = flows;
  while (rest.length > 0) {
    const isFresh = filling.used <= head;
    const part = brokenRow(rest, height + slack - filling.used, isFresh);
    filling.used += part.height;
    rest = part.rest;
    if (rest.length > 0) turnPage();
  }
}

function roman(value: number): string {
  return ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][value] ?? String(value);
}
