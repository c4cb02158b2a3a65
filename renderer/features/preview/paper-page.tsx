import { memo, useMemo } from 'react';
import type { Block, Paper, TableBlock } from '@shared/core/papers/block';
import type { ShownPage, ShownPart } from './lay-out';
import { upperPart } from './page-part';
import { footerPlace, pixelsOf, styleClass, textArea } from './paper-style';
import { PaperTable, type ShownRow } from './paper-table';
import { allOfIt, PaperText } from './paper-text';
import { pageAt } from './section-pages';

interface WholePaperProps {
  readonly paper: Paper;
  /** How many of its lines, a paragraph or a row each; all of them when it is not said. */
  readonly lines?: number;
}

/** Everything at the width of the text area, in one piece: what is measured before it is cut. */
export const WholePaper = memo(function WholePaper({ paper, lines = Infinity }: WholePaperProps) {
  const begins = useMemo(() => lineStarts(paper), [paper]);
  return (
    <>
      {paper.blocks.map((block, index) => {
        const left = lines - (begins[index] ?? 0);
        return left <= 0 ? null : (
          <PaperBlock
            key={index}
            block={block}
            styles={paper.styles}
            {...(left < linesOf(block) && { part: topOf(block, left) })}
          />
        );
      })}
    </>
  );
});

/** A paragraph is one line of the piece that is measured, a table one for each row. */
export function linesOf(block: Block): number {
  return block.type === 'table' ? block.rows.length : 1;
}

/** How many lines lie before each block. */
function lineStarts({ blocks }: Paper): readonly number[] {
  let sum = 0;
  return blocks.map((block) => {
    const before = sum;
    sum += linesOf(block);
    return before;
  });
}

/** The first rows of a table. */
function topOf(block: Block, rows: number): ShownPart | undefined {
  return block.type === 'table'
    ? { type: 'table', block: 0, rows: allRows(block).slice(0, rows) }
    : undefined;
}

interface PaperBlockProps {
  readonly block: Block;
  readonly styles: Paper['styles'];
  readonly part?: ShownPart | undefined;
}

const PaperBlock = memo(function PaperBlock({ block, styles, part }: PaperBlockProps) {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return (
        <PaperText
          block={block}
          styles={styles}
          stretch={part?.type === 'text' ? part.stretch : allOfIt}
        />
      );
    case 'table':
      return (
        <PaperTable
          table={block}
          rows={part?.type === 'table' ? part.rows : allRows(block)}
          styles={styles}
        />
      );
    case 'pageBreak':
    case 'section':
      return <div className="paper-break" />;
  }
});

const rowsOfTables = new WeakMap<TableBlock, readonly ShownRow[]>();

/** The same list for the same table, so that a table that has not changed is not drawn again. */
function allRows(table: TableBlock): readonly ShownRow[] {
  const known = rowsOfTables.get(table);
  if (known !== undefined) return known;
  const rows = table.rows.map((_, row) => ({ row, cells: null }));
  rowsOfTables.set(table, rows);
  return rows;
}

interface PaperPageProps {
  readonly paper: Paper;
  readonly page: ShownPage;
  readonly number: number;
  /** What stands for it in header and footer. */
  readonly printed: string;
  readonly count: number;
  /** How many of its boxes are drawn, all of them when it is not said. */
  readonly boxes?: number;
}

/** One page at its real size. */
export function PaperPage(props: PaperPageProps) {
  const { paper, page, number, count } = props;
  const { width, height } = pageAt(paper, page[0]?.block ?? 0);
  return (
    <section
      className="paper-page"
      aria-label={nameOf(number, count)}
      style={{ width: pixelsOf(width), height: pixelsOf(height) }}
    >
      <OnPage {...props} />
    </section>
  );
}

/** The place of a page that is far from what is seen: as large as what it lies in. */
export function EmptyPage({ number, count }: Pick<PaperPageProps, 'number' | 'count'>) {
  return <section className="paper-page" aria-label={nameOf(number, count)} />;
}

function nameOf(number: number, count: number): string {
  return `第 ${String(number)} 页，共 ${String(count)} 页`;
}

/** Header, text and footer. */
function OnPage({ paper, page, printed, count, boxes = Infinity }: PaperPageProps) {
  const setup = pageAt(paper, page[0]?.block ?? 0);
  const { margin, header, footer } = setup;
  const area = textArea(setup);
  const style = paper.styles.footer;
  const running = (text: string) =>
    text.replaceAll('{page}', printed).replaceAll('{pages}', String(count));
  return (
    <>
      {header !== '' && (
        <div className={`paper-running paper-header ${styleClass(style)}`}>{running(header)}</div>
      )}
      <div
        className="paper-body"
        style={{
          left: pixelsOf(margin.left),
          top: pixelsOf(margin.top),
          width: area.width,
          height: area.height,
        }}
      >
        {upperPart(paper, page, boxes).map((part, index) => {
          const block = paper.blocks[part.block];
          return (
            block && (
              <PaperBlock
                key={`${String(part.block)} ${String(index)}`}
                block={block}
                styles={paper.styles}
                part={part}
              />
            )
          );
        })}
      </div>
      {footer !== '' && (
        <div
          className={`paper-running paper-footer ${styleClass(style)}`}
          style={style && footerPlace(setup, style, printed)}
        >
          {running(footer)}
        </div>
      )}
    </>
  );
}
