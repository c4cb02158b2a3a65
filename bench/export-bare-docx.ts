import {
  AlignmentType,
  Document,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReadyParagraph, ReadyPaper, ReadyTable } from './ready-strings';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  both: AlignmentType.BOTH,
} as const;

/** Writes finished strings with the `docx` package alone: same tables and fonts, nothing else. */
export function bareDocx({ title, blocks }: ReadyPaper): Promise<Uint8Array> {
  const children = blocks.map((block) =>
    block.kind === 'paragraph' ? paragraph(block) : table(block),
  );
  return Packer.toBuffer(new Document({ title, sections: [{ children }] }));
}

function paragraph({ text, font, latin, size, isBold, align }: ReadyParagraph): Paragraph {
  const run: IRunOptions = {
    text,
    bold: isBold,
    size: size * 2,
    font: { eastAsia: font, ascii: latin, hAnsi: latin },
  };
  return new Paragraph({ alignment: alignments[align], children: [new TextRun(run)] });
}

function table({ widths, rows }: ReadyTable): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: rows.map(
      ({ header, cells }) =>
        new TableRow({
          tableHeader: header,
          children: cells.map(
            ({ columnSpan, rowSpan, paragraphs }) =>
              new TableCell({ columnSpan, rowSpan, children: paragraphs.map(paragraph) }),
          ),
        }),
    ),
  });
}
