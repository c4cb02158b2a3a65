import type { Paper, TableBlock } from '@shared/core/papers/block';
import type { MeasuredBlock, MeasuredCell, MeasuredRow, MeasuredText } from './flow';

/**
 * Reads the heights of a paper that is drawn in full at its real width, out of sight. A text that is the
 * very block of the last time is not measured again.
 */
export function measurePaper(paper: Paper, drawn: HTMLElement): readonly MeasuredBlock[] {
  return paper.blocks.map((block, index): MeasuredBlock => {
    const element = drawn.children[index];
    if (block.type === 'pageBreak' || block.type === 'section' || element === undefined)
      return { type: 'break' };
    if (block.type === 'table') return { type: 'table', rows: measureRows(paper, block, element) };
    const text = known(block, [paper.styles, paper.page], () => measureText(element));
    const keepWithNext = block.type === 'heading' || block.keepWithNext;
    return { type: 'text', text, keepWithNext };
  });
}

function measureRows(paper: Paper, table: TableBlock, element: Element): readonly MeasuredRow[] {
  const lines = element.querySelectorAll<HTMLTableRowElement>('tr');
  return table.rows.map((row, index): MeasuredRow => {
    const { header, keepWhole, keepWithNext } = row;
    const line = lines[index];
    const cells = line === undefined ? [] : [...line.cells];
    return {
      header,
      keepWhole,
      keepWithNext,
      // Always read: a cell that reaches down from above has its part in it.
      height: line?.getBoundingClientRect().height ?? 0,
      cells: cells.map((cell, place) => {
        const block = row.cells[place];
        const measure = () => measureCell(cell);
        return block ? known(block, [paper.styles, row.cells, table.widths], measure) : measure();
      }),
    };
  });
}

interface Measured {
  readonly by: readonly unknown[];
  readonly value: unknown;
}

const measurements = new WeakMap<object, Measured>();

/** What was measured of a block last, as long as everything that decides about it is the same. */
function known<Value>(block: object, by: readonly unknown[], measure: () => Value): Value {
  const before = measurements.get(block);
  if (before?.by.every((part, index) => part === by[index]) === true) return before.value as Value;
  const value = measure();
  measurements.set(block, { by, value });
  return value;
}

function measureCell(cell: HTMLTableCellElement): MeasuredCell {
  const style = getComputedStyle(cell);
  const padding = pixels(style.paddingTop) + pixels(style.paddingBottom) + 1;
  // A cell over several rows takes its height from all of them and never sets the height of one.
  if (cell.rowSpan > 1) return { padding, paragraphs: [] };
  return { padding, paragraphs: [...cell.children].map(measureText) };
}

function measureText(element: Element): MeasuredText {
  const style = getComputedStyle(element);
  const lineHeight = Math.max(1, pixels(style.lineHeight));
  const { height } = element.getBoundingClientRect();
  return {
    lineHeight,
    lines: Math.max(1, Math.round(height / lineHeight)),
    before: pixels(style.marginTop),
    after: pixels(style.marginBottom),
  };
}

/**
 * Which character of a drawn paragraph begins a line: where the text is cut when the paragraph is
 * broken over two pages. Characters are counted over the runs, without the typed number.
 */
export function characterAt(element: Element, line: number): number {
  if (line === 0) return 0;
  const texts = textNodes(element);
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  const { top } = element.getBoundingClientRect();
  const lineHeight = Math.max(1, pixels(getComputedStyle(element).lineHeight));
  const range = element.ownerDocument.createRange();
  let low = 0;
  let high = total;
  while (low < high) {
    const middle = (low + high) >> 1;
    const centre = centreOf(range, texts, middle);
    if (Math.floor((centre - top) / lineHeight) >= line) high = middle;
    else low = middle + 1;
  }
  return low;
}

function textNodes(element: Element): readonly Text[] {
  return [...element.querySelectorAll('.paper-run')].flatMap((run) =>
    [...run.childNodes].filter((node): node is Text => node instanceof Text),
  );
}

/** The middle of a character's height on screen; below everything when it is behind the end. */
function centreOf(range: Range, texts: readonly Text[], at: number): number {
  let offset = at;
  for (const text of texts) {
    if (offset < text.length) {
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      const box = range.getBoundingClientRect();
      return box.top + box.height / 2;
    }
    offset -= text.length;
  }
  return Number.POSITIVE_INFINITY;
}

function pixels(value: string): number {
  const number = Number.parseFloat(value);
  return Number.isFinite(number) ? number : 0;
}
