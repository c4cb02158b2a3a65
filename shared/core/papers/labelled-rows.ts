import type { CellBlock, ParagraphBlock, RowBlock } from './block';
import { cellHeight } from './estimate';
import type { Making } from './making';
import { fitsPage, isShort } from './table-cells';

/**
 * A long cell over the whole width as rows of its own, one for each label with its text. Word and others
 * keep rows together, but not the paragraphs inside a cell: in one long cell a label can be left alone at
 * the foot of a page.
 */
export function labelledRows(making: Making, row: RowBlock, widthDxa: number): readonly RowBlock[] {
  const [cell] = row.cells;
  if (cell === undefined || row.cells.length > 1) return [row];
  const heightOf = (blocks: readonly ParagraphBlock[]) =>
    cellHeight({ ...cell, blocks }, widthDxa, making.layout.styles);
  const labelled = groupsOf(cell.blocks);
  const groups = labelled.flatMap((group) =>
    isShort(making, heightOf(group)) ? [group] : headAndRest(group),
  );
  // What follows a long label's first paragraph fills the page on which that stands.
  const mayBreak = (group: Group) =>
    labelled.length > 1 && !labelled.some(([first]) => first === group[0]);
  return groups.map((blocks, index): RowBlock => {
    const isLead = index === 0 && !startsWithLabel(blocks) && groups.length > 1;
    return {
      header: false,
      keepWhole: fitsPage(making, heightOf(blocks)) && !mayBreak(blocks),
      keepWithNext: isLead,
      ...(index === 0 ? {} : { lineAbove: lineAbove(groups, index) }),
      cells: [partOf(cell, blocks)],
    };
  });
}

/** The sentence before the first label stands on its page: no line is needed between them. */
function lineAbove(groups: readonly Group[], index: number): 'none' | 'thin' {
  const before = groups[index - 1] ?? [];
  return index === 1 && !startsWithLabel(before) ? 'none' : 'thin';
}

type Group = readonly ParagraphBlock[];

const startsWithLabel = (group: Group) => group[0]?.keepWithNext === true;

/** Each begins with the labels that stand together over a text; what comes before the first label is one too. */
function groupsOf(blocks: Group): readonly Group[] {
  const groups: ParagraphBlock[][] = [];
  let last: ParagraphBlock | undefined;
  for (const block of blocks) {
    const begins = last === undefined || (block.keepWithNext && !last.keepWithNext);
    if (begins) groups.push([]);
    groups.at(-1)?.push(block);
    last = block;
  }
  return groups;
}

/** The labels with the first paragraph under them, and what follows, which may be broken. */
function headAndRest(group: Group): readonly Group[] {
  const first = group.findIndex(({ keepWithNext }) => !keepWithNext);
  if (first < 1 || first === group.length - 1) return [group];
  return [group.slice(0, first + 1), group.slice(first + 1)];
}

function partOf(cell: CellBlock, blocks: Group): CellBlock {
  const [block] = blocks;
  const source = blocks.length === 1 ? (block?.source ?? null) : cell.source;
  return { ...cell, blocks, source };
}
