import type { PastedContent, PasteFailure } from '@shared/core/clipboard/pasted';
import { ok, type Result } from '@shared/core/kernel/result';
import { readPastedHtml } from '@shared/formats/html/read-pasted-html';
import { readPastedText } from '@shared/formats/html/read-pasted-text';

/** The part of a clipboard that is read. */
export interface Clipboard {
  readonly getData: (type: string) => string;
}

/**
 * What is pasted into a list, or null when it is a piece of text within one line, which goes where the
 * cursor is. Programs that know tables and lists say more in HTML than in text.
 */
export function pastedContent(clipboard: Clipboard): Result<PastedContent | null, PasteFailure> {
  const text = clipboard.getData('text/plain');
  if (text.trim() !== '' && !/[\r\n\t]/.test(text.trim())) return ok(null);
  const html = clipboard.getData('text/html');
  const fromHtml = html === '' ? undefined : readPastedHtml(html);
  if (fromHtml?.ok === false) return fromHtml;
  if (fromHtml !== undefined && holdsSomething(fromHtml.value)) return fromHtml;
  return text.trim() === '' ? ok(null) : readPastedText(text);
}

function holdsSomething({ tables, paragraphs }: PastedContent): boolean {
  return tables.length + paragraphs.length > 0;
}
