import { join } from 'node:path';
import type { Disk } from './disk';

/** UTF-8 bytes of a name without extension and number, of the 255 that Linux allows: 70 Han letters. */
const longestStem = 210;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/**
 * A file name that Windows, Linux and macOS all take: no separators or control characters, no device
 * names, no dot or blank at the end, not too long; `fallback` when nothing is left.
 */
export function safeStem(name: string, fallback = '未命名'): string {
  const plain = Array.from(name.normalize('NFC'))
    .map((letter) => (isForbidden(letter) ? ' ' : letter))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const short = shortened(plain).replace(/[. ]+$/, '');
  if (short === '') return fallback;
  const device = short.split('.')[0] ?? '';
  return reserved.test(device.trim()) ? `_${short}` : short;
}

function shortened(name: string): string {
  const letters: string[] = [];
  let bytes = 0;
  for (const letter of name) {
    bytes += new TextEncoder().encode(letter).length;
    if (bytes > longestStem) break;
    letters.push(letter);
  }
  return letters.join('');
}

/**
 * Ranges of code points that no name holds: control characters, half characters, and marks that
 * change the direction of writing or take no place, with which one name can be made to look like another.
 */
const forbidden: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xd800, 0xdfff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

function isForbidden(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if ('<>:"/\\|?*'.includes(letter)) return true;
  return forbidden.some(([first, last]) => code >= first && code <= last);
}

/** A safe name with its extension kept (`.docx`), for names that come from the window. */
export function safeFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot >= 0 ? name.slice(dot + 1) : '';
  if (!/^[0-9a-z]{1,8}$/i.test(extension)) return safeStem(name);
  return `${safeStem(name.slice(0, dot))}.${extension}`;
}

/** `stem.ext`, or `stem（2）.ext` … : the first that is not there yet. */
export async function freePath(
  disk: Disk,
  folder: string,
  { stem, extension }: { readonly stem: string; readonly extension: string },
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}（${String(number)}）`;
    const path = join(folder, `${name}.${extension}`);
    if ((await disk.stat(path)) === null) return path;
  }
}
