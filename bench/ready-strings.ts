import type {
  Block,
  CellBlock,
  Paper,
  ParagraphBlock,
  ParagraphStyle,
} from '@shared/core/papers/block';

/** A paper as finished strings and numbers: what the baselines are given, so that they only write. */
export interface ReadyParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly font: string;
  readonly latin: string;
  /** In pt. */
  readonly size: number;
  readonly isBold: boolean;
  readonly align: ParagraphStyle['align'];
}

export interface ReadyCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: readonly ReadyParagraph[];
}

export interface ReadyTable {
  readonly kind: 'table';
  /** In dxa. */
  readonly widths: readonly number[];
  readonly rows: readonly { readonly header: boolean; readonly cells: readonly ReadyCell[] }[];
}

export interface ReadyPaper {
  readonly title: string;
  readonly blocks: readonly (ReadyParagraph | ReadyTable)[];
}

export function readyPaper(paper: Paper): ReadyPaper {
  return { title: paper.title, blocks: paper.blocks.flatMap((block) => readyBlock(paper, block)) };
}

/** Every paragraph of a paper in reading order, for writers that know no merged cells. */
export function flatTexts({ blocks }: ReadyPaper): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.flatMap(({ cells }) =>
          cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
        ),
  );
}

function readyBlock(paper: Paper, block: Block): readonly (ReadyParagraph | ReadyTable)[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [readyParagraph(paper, block)];
    case 'table':
      return [
        {
          kind: 'table',
          widths: block.widths,
          rows: block.rows.map(({ header, cells }) => ({
            header,
            cells: cells.map((cell) => readyCell(paper, cell)),
          })),
        },
      ];
    case 'pageBreak':
    case 'section':
      return [];
  }
}

function readyCell(paper: Paper, { columnSpan, rowSpan, blocks }: CellBlock): ReadyCell {
  return { columnSpan, rowSpan, paragraphs: blocks.map((block) => readyParagraph(paper, block)) };
}

function readyParagraph(
  paper: Paper,
  { style, number, runs }: Pick<ParagraphBlock, 'style' | 'number' | 'runs'>,
): ReadyParagraph {
  const look = paper.styles[style];
  return {
    kind: 'paragraph',
    text: `${number ?? ''}${runs.map(({ text }) => text).join('')}`,
    font: look?.eastAsia ?? '宋体',
    latin: look?.latin ?? 'Times New Roman',
    size: look?.size ?? 10.5,
    isBold: look?.bold ?? false,
    align: look?.align ?? 'left',
  };
}
