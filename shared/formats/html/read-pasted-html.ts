import { Parser } from 'htmlparser2';
import { fail, ok, type Result } from '../../core/kernel/result';
import {
  mostPastedCharacters,
  type PastedContent,
  type PasteFailure,
  pasteTooLarge,
} from '../../core/clipboard/pasted';
import { PastedPage } from './pasted-page';

/** Read in pieces, so that what is too large or too deep is left off early. */
const pieceLength = 16_384;

/**
 * Reads what a spreadsheet, a word processor or a browser has put on the clipboard as HTML: tables as
 * grids, paragraphs with their list level and number. Nothing is executed, loaded or kept but text.
 */
export function readPastedHtml(html: string): Result<PastedContent, PasteFailure> {
  if (html.length > mostPastedCharacters) return fail(pasteTooLarge);
  const page = new PastedPage();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        page.open(name, attributes);
      },
      ontext: (text) => {
        // A line end that was written as an entity is meant; one in the source is a blank.
        const isEntity = parser.endIndex > parser.startIndex;
        if (text === '\n' && isEntity) page.lineEnd();
        else page.text(text);
      },
      onclosetag: () => {
        page.close();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  // Windows puts a header of offsets before the first tag.
  const start = Math.max(0, html.indexOf('<'));
  const hasHeader = /^\s*Version:/u.test(html);
  for (let at = hasHeader ? start : 0; at < html.length; at += pieceLength) {
    parser.write(html.slice(at, at + pieceLength));
    if (page.failure !== null) return fail(page.failure);
  }
  parser.end();
  const content = page.end();
  return page.failure === null ? ok(content) : fail(page.failure);
}
