import type { Block, HeadingBlock } from './block';
import type { LayoutBlock, Piece } from './layout';
import { type Making, sentenceRuns } from './making';
import { headingNumber, numberCounter } from './numbering';
import { pieceParagraphs } from './pieces';
import { tableBlock } from './table';
import { isPrinted } from './when';

type LayoutHeading = Extract<LayoutBlock, { readonly type: 'heading' }>;

/** All blocks of a layout in order, with chapters numbered and typed numbers counted per chapter. */
export function layoutBlocks(making: Making): readonly Block[] {
  const headings = headingCounter();
  const counter = numberCounter();
  return making.layout.blocks.flatMap((block): readonly Block[] => {
    if (block.type === 'pageBreak') return [{ type: 'pageBreak' }];
    if (!isPrinted(making, block.when)) return [];
    if (block.type === 'table') return [tableBlock(making, block)];
    if (isPiece(block)) return pieceParagraphs(making, [block], counter);
    counter.restart();
    return [headingOf(making, block, headings(block.level))];
  });
}

function isPiece(block: LayoutBlock): block is Piece {
  return block.type !== 'heading' && block.type !== 'table' && block.type !== 'pageBreak';
}

function headingOf(making: Making, block: LayoutHeading, number: string): HeadingBlock {
  const runs = sentenceRuns(making, block.labelTerm);
  return { type: 'heading', level: block.level, number, style: block.style, runs, source: null };
}

/** Counts headings as Word does: a heading of a higher level starts the lower ones anew. */
function headingCounter(): (level: HeadingBlock['level']) => string {
  let counts = [0, 0, 0, 0];
  return (level) => {
    const count = (counts[level - 1] ?? 0) + 1;
    counts = counts.map((old, index) => (index < level - 1 ? old : 0));
    counts[level - 1] = count;
    return headingNumber(level, count);
  };
}
