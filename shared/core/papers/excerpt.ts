import type { Layout, LayoutBlock } from './layout';

/**
 * The layout of a paper about the whole major without what has papers of its own: the 课程表 of the start
 * points, the standards of the courses, and the 目录 of all that. Chapters and tables keep their numbers;
 * pages have none, since they would be others in the whole paper.
 */
export function excerptOf(layout: Layout): Layout {
  const blocks = withoutContents(layout.blocks).map((block): LayoutBlock => {
    if (block.type === 'section') return { ...block, footer: '', numbers: undefined };
    if (block.type === 'repeat' && block.leftOutTerm !== undefined)
      return { ...block, leftOut: true };
    return block;
  });
  return { ...layout, page: { ...layout.page, footer: '' }, blocks };
}

/** The 目录 goes with the page it begins: its heading, and the break before that. */
function withoutContents(blocks: readonly LayoutBlock[]): readonly LayoutBlock[] {
  const at = blocks.findIndex(({ type }) => type === 'contents');
  if (at < 0) return blocks;
  const begin = blocks.slice(0, at).findLastIndex(({ type }) => type === 'pageBreak');
  return [...blocks.slice(0, begin < 0 ? at : begin), ...blocks.slice(at + 1)];
}
