import type { Block, ContentsEntry, HeadingBlock, ParagraphBlock } from './block';
import type { BlockOf } from './layout';
import { literal, type Making } from './making';
import { headingPages } from './page-estimate';

/** Stands where the 目录 goes until all headings are known; its styles are those of the levels. */
export function contentsMark({ styles }: BlockOf<'contents'>): ParagraphBlock {
  const [style = ''] = styles;
  const runs = styles.map(literalStyle);
  return { type: 'paragraph', style, runs, number: markNumber, source: null, keepWithNext: false };
}

/** No typed number looks like this. */
const markNumber = '\uE002';
const literalStyle = (style: string) => literal(style);

/** The blocks with the 目录 written out: an entry for each heading of its levels, pages estimated. */
export function contentsBlocks(making: Making, blocks: readonly Block[]): readonly Block[] {
  const mark = blocks.find((block) => block.type === 'paragraph' && block.number === markNumber);
  if (mark?.type !== 'paragraph') return blocks;
  const styles = mark.runs.map(({ text }) => text);
  const named = withTargets(blocks, styles.length);
  const headings = named.filter((block) => block.type === 'heading' && block.target !== undefined);
  const entries = (pages: ReadonlyMap<string, string>) =>
    headings.flatMap((heading, index): readonly Block[] => {
      if (heading.type !== 'heading') return [];
      const place = placeOf(index, headings.length);
      return [entryOf(heading, styles, { place, page: pages.get(heading.target ?? '') ?? '' })];
    });
  const put = (list: readonly Block[]) =>
    named.flatMap((block) => (block === mark ? list : [block]));
  // The 目录 itself takes room before it is known which pages it names.
  const pages = headingPages(put(entries(new Map())), making.layout);
  return put(entries(pages));
}

function placeOf(index: number, count: number): ContentsEntry['place'] {
  if (count === 1) return 'only';
  if (index === 0) return 'first';
  return index === count - 1 ? 'last' : 'inner';
}

function withTargets(blocks: readonly Block[], levels: number): readonly Block[] {
  let count = 0;
  return blocks.map((block) => {
    if (block.type !== 'heading' || block.level > levels) return block;
    count += 1;
    return { ...block, target: `_Toc${String(count).padStart(8, '0')}` };
  });
}

function entryOf(
  { level, number, runs, target }: HeadingBlock,
  styles: readonly string[],
  { place, page }: Pick<ContentsEntry, 'place' | 'page'>,
): ParagraphBlock {
  const text = runs.map((run) => run.text).join('');
  return {
    type: 'paragraph',
    style: styles[level - 1] ?? '',
    runs: [literal(text)],
    number,
    source: null,
    keepWithNext: false,
    entry: { target: target ?? '', page, place },
  };
}
