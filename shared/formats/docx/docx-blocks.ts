import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type IRunOptions,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type {
  Block,
  CellBlock,
  HeadingBlock,
  ParagraphBlock,
  RowBlock,
  Run,
  Source,
  TableBlock,
} from '../../core/papers/block';
import { assertNever } from '../../core/kernel/assert-never';
import { contentsEntry } from './contents-entry';
import { chapterNumbering, headingStyleId, styleId } from './docx-styles';

/** Eighths of a point. */
const innerBorder = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const outerBorder = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
/** Marks that Word sets in the Latin font unless told otherwise: quotes, dashes, ×, circled numbers … */
const ambiguous = /[\u2010-\u2027\u2030-\u205e\u00a7-\u00f7\u2100-\u27bf]/;

/** Gives every bound place the name of its bookmark. */
type Naming = (source: Source) => string;

/** Turns one block of a paper into what the docx package writes. */
export function docxBlock(block: Block, naming: Naming): Paragraph | Table {
  switch (block.type) {
    case 'paragraph':
      return docxParagraph(block, naming, block.keepWithNext);
    case 'heading':
      return docxHeading(block, naming);
    case 'table':
      return docxTable(block, naming);
    case 'pageBreak':
      return new Paragraph({ children: [new PageBreak()] });
    case 'section':
      throw new Error('sections are what a document is divided into before its blocks are written');
    default:
      return assertNever(block);
  }
}

function docxParagraph(block: ParagraphBlock, naming: Naming, keepNext: boolean): Paragraph {
  if (block.entry !== undefined) return contentsEntry(block, block.entry);
  const number = block.number === null ? [] : [textRun(block.number, false)];
  return new Paragraph({
    style: styleId(block.style),
    ...(keepNext ? { keepNext } : {}),
    children: [...number, ...boundRuns(block.runs, naming)],
  });
}

function docxHeading(block: HeadingBlock, naming: Naming): Paragraph {
  return new Paragraph({
    style: headingStyleId(block.level),
    numbering: { reference: chapterNumbering, level: block.level - 1 },
    children:
      block.target === undefined
        ? boundRuns(block.runs, naming)
        : aimed(block.target, boundRuns(block.runs, naming)),
  });
}

/** The whole heading between the ends of the bookmark its 目录 entry points at. */
function aimed(target: string, children: ParagraphChild[]): ParagraphChild[] {
  const { start, end } = new Bookmark({ id: target, children: [] });
  return [start, ...children, end] as unknown as ParagraphChild[];
}

/** Runs in order; a bound one stands between the start and end of its bookmark, even when it is empty. */
function boundRuns(runs: readonly Run[], naming: Naming): ParagraphChild[] {
  return runs.flatMap(({ text, bold, source }): ParagraphChild[] => {
    const shown = text === '' ? [] : [textRun(text, bold)];
    if (source === null) return shown;
    return [new Bookmark({ id: naming(source), children: shown })];
  });
}

export function textRun(text: string, bold: boolean): TextRun {
  const options: IRunOptions = {
    text,
    ...(bold ? { bold: true } : {}),
    ...(ambiguous.test(text) ? { font: { hint: 'eastAsia' } } : {}),
  };
  return new TextRun(options);
}

function docxTable(table: TableBlock, naming: Naming): Table {
  const size = table.widths.reduce((sum, width) => sum + width, 0);
  return new Table({
    width: { size, type: WidthType.DXA },
    columnWidths: [...table.widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: {
      top: outerBorder,
      bottom: outerBorder,
      left: outerBorder,
      right: outerBorder,
      insideHorizontal: innerBorder,
      insideVertical: innerBorder,
    },
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 96, right: 96 },
    rows: docxRows(table, naming),
  });
}

function docxRows(table: TableBlock, naming: Naming): TableRow[] {
  const columns = gridColumns(table);
  return table.rows.map(
    (row, at) =>
      new TableRow({
        ...(row.header ? { tableHeader: true } : {}),
        ...(row.keepWhole ? { cantSplit: true } : {}),
        children: row.cells.map((cell, index) => {
          const from = columns[at]?.[index] ?? 0;
          const widths = table.widths.slice(from, from + cell.columnSpan);
          const width = widths.reduce((sum, part) => sum + part, 0);
          return docxCell(cell, { row, width, naming });
        }),
      }),
  );
}

/** The first grid column of every cell, past the places that cells of rows above cover. */
export function gridColumns(table: TableBlock): readonly (readonly number[])[] {
  const coveredUntil = table.widths.map(() => 0);
  return table.rows.map((row, at) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((coveredUntil[column] ?? 0) > at) column += 1;
      const from = column;
      for (; column < from + cell.columnSpan; column += 1) coveredUntil[column] = at + cell.rowSpan;
      return from;
    });
  });
}

function docxCell(
  cell: CellBlock,
  {
    row,
    width,
    naming,
  }: { readonly row: RowBlock; readonly width: number; readonly naming: Naming },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    verticalAlign:
      cell.verticalAlign === 'center' ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    // In a table Word keeps whole rows together: a paragraph that stays with the next one would tie its
    // row to the row below and push both to the next page.
    children: cell.blocks.map((block) => docxParagraph(block, naming, row.keepWithNext)),
  });
}
