import { cleanCharacters, unseenCount } from '@shared/core/model/text';
import type { ClipboardEvent } from 'react';

/** What to tell of a pasted text that old files have left characters in nobody sees; '' when there are none. */
export function unseenNote(text: string): string {
  const count = unseenCount(text);
  return count === 0 ? '' : `已清理 ${String(count)} 个看不见的字符（旧文件里带来的）。`;
}

/**
 * Puts a pasted piece of text into a field: cleaned, and in one line where the field has one. Answers what
 * to tell; undefined when the browser may paste it as it is.
 */
export function pasteClean(
  event: ClipboardEvent<HTMLTextAreaElement>,
  multiline: boolean,
): string | undefined {
  const text = event.clipboardData.getData('text/plain');
  const note = unseenNote(text);
  if (note === '' && (multiline || !/[\r\n\t]/.test(text))) return undefined;
  event.preventDefault();
  const { currentTarget } = event;
  const { selectionStart, selectionEnd } = currentTarget;
  const clean = cleanCharacters(text.replaceAll('\t', ' '));
  const shown = multiline ? clean : clean.trim().replace(/[\n]+/g, ' ');
  currentTarget.setRangeText(shown, selectionStart, selectionEnd, 'end');
  currentTarget.dispatchEvent(new InputEvent('input', { bubbles: true, data: shown }));
  return note;
}
