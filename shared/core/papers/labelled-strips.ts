import type { CellBlock, ParagraphBlock, RowBlock } from './block';
import { cellHeight } from './estimate';
import type { Making } from './making';
import { isShort } from './table-cells';
import type { Strip } from './table-strips';

/**
 * A long cell over the whole width, taken apart by its labels. A short text stands in one row with its label;
 * a long one is a table of its own with the label as a title that repeats, for programs keep rows together
 * but not the paragraphs inside a cell: a label could be left alone at the foot of a page, and the next page
 * would not say what it goes on with.
 */
export function labelledStrips(making: Making, row: RowBlock, widthDxa: number): readonly Strip[] {
  const [cell] = row.cells;
  if (cell === undefined || row.cells.length > 1) return [{ heads: [], body: [row] }];
  const heightOf = (blocks: Group) =>
    cellHeight({ ...cell, blocks }, widthDxa, making.layout.styles);
  return groupsOf(cell.blocks).map((group): Strip => {
    const keepWhole = isShort(making, heightOf(group));
    const first = group.findIndex(({ keepWithNext }) => !keepWithNext);
    if (keepWhole || first < 1) return { heads: [], body: [rowOf(cell, group, { keepWhole })] };
    return {
      heads: [{ ...rowOf(cell, group.slice(0, first), title), header: true }],
      body: [{ ...rowOf(cell, group.slice(first), { keepWhole: false }), lineAbove: 'none' }],
      closed: true,
    };
  });
}

type Group = readonly ParagraphBlock[];

const title = { keepWhole: true, keepWithNext: true };

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

function rowOf(
  cell: CellBlock,
  blocks: Group,
  kept: { readonly keepWhole: boolean; readonly keepWithNext?: boolean },
): RowBlock {
  const [block] = blocks;
  const source = blocks.length === 1 ? (block?.source ?? null) : cell.source;
  return { header: false, keepWithNext: false, ...kept, cells: [{ ...cell, blocks, source }] };
}
