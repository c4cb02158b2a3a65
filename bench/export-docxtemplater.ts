import Docxtemplater from 'docxtemplater';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import PizZip from 'pizzip';

let template: Promise<Uint8Array> | undefined;

/** Fills a Word template whose one table row is repeated for every string. */
export async function templaterDocx(texts: readonly string[]): Promise<Uint8Array> {
  template ??= makeTemplate();
  const filled = new Docxtemplater(new PizZip(await template));
  filled.render({ rows: texts.map((text) => ({ text })) });
  return filled.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function makeTemplate(): Promise<Uint8Array> {
  const cell = new TableCell({ children: [new Paragraph('{#rows}{text}{/rows}')] });
  const table = new Table({ rows: [new TableRow({ children: [cell] })] });
  return Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
}
