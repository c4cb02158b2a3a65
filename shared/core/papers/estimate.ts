import type { CellBlock, ParagraphBlock, ParagraphStyle, StyleName } from './block';

const pointsPerDxa = 1 / 20;
/** Left and right inner margin of a cell together, in pt. */
const cellPadding = 11;
/** Single spacing of Han fonts is about 1.3 of the size. */
const singleLine = 1.3;

/**
 * Roughly how high a cell will be, in pt. It only decides whether a row is short enough to be kept on
 * one page; Word measures for itself.
 */
export function cellHeight(
  cell: CellBlock,
  widthDxa: number,
  styles: Readonly<Record<StyleName, ParagraphStyle>>,
): number {
  const room = widthDxa * pointsPerDxa - cellPadding;
  return cell.blocks.reduce((sum, block) => sum + paragraphHeight(block, room, styles), 0);
}

function paragraphHeight(
  block: ParagraphBlock,
  room: number,
  styles: Readonly<Record<StyleName, ParagraphStyle>>,
): number {
  const style = styles[block.style];
  if (style === undefined) return 0;
  const text = `${block.number ?? ''}${block.runs.map((run) => run.text).join('')}`;
  const ems = Array.from(text).reduce((sum, char) => sum + (char < '\u0100' ? 0.5 : 1), 0);
  const perLine = Math.max(1, room / style.size);
  const lines = Math.max(1, Math.ceil((ems + style.firstLineChars) / perLine));
  const line =
    'points' in style.line ? style.line.points : style.size * singleLine * style.line.multiple;
  return lines * line + style.spaceBefore + style.spaceAfter;
}
