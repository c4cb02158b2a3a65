import type { Block, HeadingBlock, PageSetup } from './block';
import { type Captions, tableCaptions } from './captions';
import { contentsBlocks, contentsMark } from './contents';
import { gridBlocks } from './grid-block';
import type { BlockOf, LayoutBlock, Piece } from './layout';
import { findLayout } from './layouts';
import { literal, type Making, paragraph, sentenceRuns } from './making';
import { headingNumber, type NumberCounter, numberCounter } from './numbering';
import { pieceParagraphs } from './pieces';
import { repeatMakings } from './repeat';
import { sectionPage, turned } from './section-page';
import { tableBlocks } from './table';
import { isPrinted } from './when';

/** What counts on through a whole paper. */
interface Counting {
  readonly headings: (level: HeadingBlock['level']) => string;
  readonly numbers: NumberCounter;
  readonly captions: Captions;
  /** Set-up of the section that is being made. */
  page: PageSetup;
}

/** All blocks of a layout in order, with chapters, tables and pages numbered and typed numbers counted per chapter. */
export function layoutBlocks(making: Making): readonly Block[] {
  const captions = tableCaptions();
  const headings = headingCounter();
  const counting = { headings, numbers: numberCounter(), captions, page: making.layout.page };
  const blocks = captions.resolved(blocksOf(making, making.layout.blocks, counting));
  return contentsBlocks(making, blocks);
}

function blocksOf(
  making: Making,
  list: readonly LayoutBlock[],
  counting: Counting,
): readonly Block[] {
  return list.flatMap((block) => oneBlock({ ...making, page: counting.page }, block, counting));
}

function oneBlock(making: Making, block: LayoutBlock, counting: Counting): readonly Block[] {
  if ('when' in block && !isPrinted(making, block.when)) return [];
  switch (block.type) {
    case 'pageBreak':
      return [{ type: 'pageBreak' }];
    case 'section':
      counting.page = sectionPage(making, block);
      return [{ type: 'section', page: counting.page }];
    case 'heading':
      counting.numbers.restart();
      return [headingOf(making, block, counting.headings(block.level))];
    case 'table':
      return tableBlocks(making, block);
    case 'grid':
      return gridBlocks(making, block);
    case 'caption':
      return [captionOf(making, block, counting.captions)];
    case 'contents':
      return [contentsMark(block)];
    case 'courseForm':
      return blocksOf(making, formBlocks(block), counting);
    case 'repeat':
      return repeated(making, block, counting);
    default:
      return pieceParagraphs(making, [block satisfies Piece], counting.numbers);
  }
}

/** A start point with many terms lies on its side; what follows the repetition begins a section of its own. */
function repeated(making: Making, block: BlockOf<'repeat'>, counting: Counting): readonly Block[] {
  if (block.leftOut === true) return leftOut(making, block, counting);
  return repeatMakings(making, block).flatMap(({ orientation, own }, index): readonly Block[] => {
    const turn = orientation !== null && orientation !== counting.page.orientation;
    if (turn) counting.page = turned(counting.page);
    const section: readonly Block[] = turn ? [{ type: 'section', page: counting.page }] : [];
    const begins = block.breakBetween && index > 0 && !turn;
    const newPage: readonly Block[] = begins ? [{ type: 'pageBreak' }] : [];
    return [...section, ...newPage, ...blocksOf(own, block.blocks, counting)];
  });
}

/** Says what would stand here, and counts its tables, so that those behind it keep their numbers. */
function leftOut(making: Making, block: BlockOf<'repeat'>, counting: Counting): readonly Block[] {
  const captions = block.blocks.filter(({ type }) => type === 'caption');
  const rounds = captions.length === 0 ? [] : repeatMakings(making, block);
  for (const { id } of rounds.flatMap(() => captions)) counting.captions.next(id);
  return [paragraph('body', sentenceRuns(making, block.leftOutTerm ?? ''))];
}

function formBlocks({ layout, leaveOut }: BlockOf<'courseForm'>): readonly LayoutBlock[] {
  const found = findLayout(layout);
  if (found === undefined) throw new Error(`There is no layout ${layout}.`);
  return found.blocks.filter(({ id }) => !leaveOut.includes(id));
}

function captionOf(making: Making, block: BlockOf<'caption'>, captions: Captions): Block {
  const number = literal(`表${String(captions.next(block.id))}　`);
  const runs = [number, ...sentenceRuns(making, block.labelTerm)];
  return paragraph(block.style, runs, { keepWithNext: true });
}

function headingOf(making: Making, block: BlockOf<'heading'>, number: string): HeadingBlock {
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
