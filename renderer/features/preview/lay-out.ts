import type { Paper } from '@shared/core/papers/block';
import type { PagePart, TextPart } from './flow';
import { characterAt, measurePaper } from './measure';
import { paginate } from './paginate';
import { textArea } from './paper-style';
import type { ShownRow, ShownText } from './paper-table';
import { pageAt, sectionRanges } from './section-pages';
import type { Stretch } from './paper-text';

export type ShownPart =
  | { readonly type: 'text'; readonly block: number; readonly stretch: Stretch }
  | { readonly type: 'table'; readonly block: number; readonly rows: readonly ShownRow[] };

export type ShownPage = readonly ShownPart[];

/** The pages of a paper that is drawn in full in `drawn`, one child per block. */
export function layOut(paper: Paper, drawn: HTMLElement): readonly ShownPage[] {
  return sectionedPages(paper, drawn).map((page) =>
    page.flatMap((part) => {
      const element = drawn.children[part.block];
      return element === undefined ? [] : [shown(part, element)];
    }),
  );
}

/** Each section is cut by the height of its own pages; a section mark itself is on no page. */
function sectionedPages(paper: Paper, drawn: HTMLElement): readonly (readonly PagePart[])[] {
  const measured = measurePaper(paper, drawn);
  return sectionRanges(paper).flatMap(({ mark, from, to }) => {
    const { height } = textArea(pageAt(paper, mark));
    return paginate(measured.slice(from, to), height).map((page) =>
      page.map((part) => ({ ...part, block: part.block + from })),
    );
  });
}

function shown(part: PagePart, element: Element): ShownPart {
  if (part.type === 'text') {
    return { type: 'text', block: part.block, stretch: stretchOf(element, part.part, 0) };
  }
  const lines = element.querySelectorAll<HTMLTableRowElement>('tr');
  return {
    type: 'table',
    block: part.block,
    rows: part.rows.map(({ row, cells }) => ({
      row,
      cells:
        cells?.map((text, cell) => {
          const place = lines[row]?.cells[cell];
          return place === undefined ? [] : textsOf(place, text);
        }) ?? null,
    })),
  };
}

/** The paragraphs of a cell that stand on a page, each with its stretch. */
function textsOf(cell: HTMLTableCellElement, part: TextPart): readonly ShownText[] {
  const last = part.to?.paragraph ?? cell.children.length - 1;
  const texts: ShownText[] = [];
  for (let paragraph = part.from.paragraph; paragraph <= last; paragraph += 1) {
    const element = cell.children[paragraph];
    const isCutAway = part.to?.paragraph === paragraph && part.to.line === 0;
    if (element === undefined || isCutAway) continue;
    texts.push({ paragraph, stretch: stretchOf(element, part, paragraph) });
  }
  return texts;
}

function stretchOf(element: Element, { from, to }: TextPart, paragraph: number): Stretch {
  return {
    from: from.paragraph === paragraph ? characterAt(element, from.line) : 0,
    to: to?.paragraph === paragraph ? characterAt(element, to.line) : null,
  };
}
