import type {
  CellBlock,
  HeadingBlock,
  ParagraphBlock,
  ParagraphStyle,
  StyleName,
  TableBlock,
} from './block';
import { type CellFlow, cellFlow, leastOf, type ParagraphSize } from './cell-flow';
import { linesOfText } from './text-lines';

const pointsPerDxa = 1 / 20;
/** Left and right inner margin of a cell together, and above and below with the line of the border, in pt. */
const wide = { aside: 9.6, tall: 4.5 };
const tight = { aside: 6, tall: 2.5 };
/** Single spacing of Han fonts is about 1.3 of the size. */
const singleLine = 1.3;

type Styles = Readonly<Record<StyleName, ParagraphStyle>>;

/**
 * Roughly how high a cell will be, in pt. It decides whether a row is short enough to be kept on one
 * page, and the page numbers a 目录 is given; Word measures for itself.
 */
export function cellHeight(cell: CellBlock, widthDxa: number, styles: Styles): number {
  return textHeight(cell, widthDxa * pointsPerDxa - wide.aside, styles);
}

/** `room` is the width of the text in pt. */
function textHeight(cell: CellBlock, room: number, styles: Styles): number {
  return cell.blocks.reduce((sum, block) => {
    const { line, lines, before, after } = paragraphSize(block, room, styles);
    return sum + line * lines + before + after;
  }, 0);
}

/** How many lines a paragraph has in a width in pt, and how high they are, in pt. */
export function paragraphSize(
  block: ParagraphBlock | HeadingBlock,
  room: number,
  styles: Styles,
): ParagraphSize {
  const style = styles[block.style];
  if (style === undefined) return { line: 0, lines: 0, before: 0, after: 0 };
  const text = `${block.number ?? ''}${block.runs.map((run) => run.text).join('')}`;
  const lines = linesOfText(text, Math.max(1, room / style.size), style.firstLineChars);
  const line =
    'points' in style.line ? style.line.points : style.size * singleLine * style.line.multiple;
  return { line, lines, before: style.spaceBefore, after: style.spaceAfter };
}

export interface RowSize {
  readonly height: number;
  /** What must find room on a page for the row to begin there. */
  readonly least: number;
  /** The lines of its cells by which it is broken over pages; [] for a row that is never broken. */
  readonly flows: readonly CellFlow[];
  readonly keepWithNext: boolean;
}

/** The rows of a table as high as their text makes them; a cell over several rows stretches the last. */
export function rowSizes(table: TableBlock, styles: Styles): readonly RowSize[] {
  const padding = table.tight === true ? tight : wide;
  const heights = table.rows.map(({ height = 0 }) => height);
  const flows = table.rows.map((): CellFlow[] => []);
  const tall: { readonly from: number; readonly to: number; readonly height: number }[] = [];
  for (const { cell, at, widthDxa } of placedCells(table)) {
    const room = widthDxa * pointsPerDxa - padding.aside;
    const height = textHeight(cell, room, styles) + padding.tall;
    if (cell.upright === true) continue;
    if (cell.rowSpan > 1) tall.push({ from: at, to: at + cell.rowSpan - 1, height });
    else heights[at] = Math.max(heights[at] ?? 0, height);
    flows[at]?.push(
      cellFlow(
        cell.blocks.map((block) => paragraphSize(block, room, styles)),
        padding.tall,
      ),
    );
  }
  for (const { from, to, height } of tall) {
    const sum = heights.slice(from, to + 1).reduce((total, one) => total + one, 0);
    heights[to] = (heights[to] ?? 0) + Math.max(0, height - sum);
  }
  return table.rows.map((row, at) => {
    const height = heights[at] ?? 0;
    const own = row.keepWhole ? [] : (flows[at] ?? []);
    return {
      height,
      flows: own,
      least: row.keepWhole ? height : Math.min(height, Math.max(0, ...own.map(leastOf))),
      keepWithNext: row.keepWithNext || row.header,
    };
  });
}

/** Every cell with its row and its width; covered places are passed over. */
function placedCells({ rows, widths }: TableBlock) {
  const covered = widths.map(() => 0);
  return rows.flatMap(({ cells }, at) => {
    let column = 0;
    return cells.map((cell) => {
      while ((covered[column] ?? 0) > at) column += 1;
      const own = widths.slice(column, column + cell.columnSpan);
      covered.fill(at + cell.rowSpan, column, column + cell.columnSpan);
      column += cell.columnSpan;
      return { cell, at, widthDxa: own.reduce((sum, part) => sum + part, 0) };
    });
  });
}
