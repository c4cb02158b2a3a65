/**
 * `node check-pages.mjs FOLDER NAME …`: renders FOLDER/NAME.docx with LibreOffice and writes FOLDER/found.json:
 * (NAME ends with the style, `-national` or `-school`): how many pages, which lines break at a mark, which texts of NAME.gxk stand on none of them, which pages are empty, and for each entry of the
 * 目录 the page it names and the page its heading stands on. Imports nothing of ours.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedMajor } from './expected-major.mjs';
import { recordsOf } from './expected-texts.mjs';
import {
  brokenAtMark,
  entriesOf,
  missingTexts,
  pagesOfContents,
  rawPages,
  renderPdf,
  textOfPages,
} from './pages.mjs';

const [, , folder, ...names] = process.argv;
renderPdf(
  names.map((name) => join(folder, `${name}.docx`)),
  folder,
);
const found = names.map((name) => {
  const pdf = join(folder, `${name}.pdf`);
  const raw = rawPages(pdf);
  const entries = entriesOf(new Uint8Array(readFileSync(join(folder, `${name}.docx`))));
  const style = name.endsWith('-school') ? 'school' : 'national';
  const records = recordsOf(join(folder, `${name}.gxk`));
  const texts = expectedMajor(records, `major-standard.${style}`);
  return {
    name,
    pages: raw.length,
    missing: missingTexts(texts, raw),
    brokenAtMark: brokenAtMark(pdf),
    // Header and footer alone are short; so is a cover.
    empty: raw.flatMap((text, at) => (at > 0 && text.length < 60 ? [at + 1] : [])),
    contents: pagesOfContents(entries, textOfPages(pdf)),
  };
});
writeFileSync(join(folder, 'found.json'), JSON.stringify(found));
