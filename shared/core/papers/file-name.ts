import { utf8ToBytes } from '@noble/hashes/utils.js';
import { trimEnds } from '../kernel/trim-ends';
import type { Run } from './block';

/** Characters Windows refuses in file names, and control characters. */
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
/** Names Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
/** What joins two signs into one (a face and a tool), with nothing behind it. */
const joinerAtEnd = /\u200d$/;
/** Letters of a name, as a list of files can show them. */
const longest = 80;
/** And its bytes in UTF-8: of the 255 that Linux takes, room for a number, the extension and a file on its way. */
const mostBytes = 210;

/** A file name without extension that Windows takes; `fallback` when nothing is left of it. */
export function safeFileName(name: string, fallback: string): string {
  const cut = Array.from(cleaned(name)).slice(0, longest);
  while (!fits(cut.join(''))) cut.pop();
  const short = trimEnds(cut.join(''), (unit) => /[\s.]/.test(unit), 'both');
  if (short === '') return fallback;
  return reserved.test(short) ? `_${short}` : short;
}

/**
 * The file name of a paper by the runs of its title. Where that is too long, what somebody wrote into the
 * project is cut (`…`), never the layout's own words: of four papers each still says which one it is.
 */
export function paperFileName(
  title: readonly Run[],
  { note, fallback }: { readonly note: string | undefined; readonly fallback: string },
): string {
  const nameWith = (letters: number) => {
    const words = title.map(({ text, source }) => (source === null ? text : cutTo(text, letters)));
    return `${words.join('').trim()}${note === undefined ? '' : `（${note}）`}`;
  };
  let letters = Math.max(0, ...title.map(({ text }) => Array.from(text).length));
  if (!fits(cleaned(nameWith(letters)))) letters = Math.min(letters, longest);
  while (letters > 0 && !fits(cleaned(nameWith(letters)))) letters -= 1;
  return safeFileName(nameWith(letters), fallback);
}

function cleaned(name: string): string {
  return name.normalize('NFC').replace(forbidden, '').replace(/\s+/g, ' ');
}

function fits(name: string): boolean {
  return Array.from(name).length <= longest && utf8ToBytes(name).length <= mostBytes;
}

function cutTo(text: string, letters: number): string {
  const all = Array.from(text);
  return all.length <= letters
    ? text
    : `${all.slice(0, letters).join('').replace(joinerAtEnd, '')}…`;
}
