import { join } from 'node:path';
import type { Disk } from './disk';

/** Letters in a file name without its extension; 80 Han letters are 240 of the 255 bytes Linux allows. */
const longestStem = 70;
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
    .trim();
  const short = Array.from(plain)
    .slice(0, longestStem)
    .join('')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '')
    .trim();
  if (short === '') return fallback;
  const device = short.split('.')[0] ?? '';
  return reserved.test(device.trim()) ? `_${short}` : short;
}

function isForbidden(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  // Marks that turn the direction of writing can make a name look like another.
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return true;
  if ((code >= 0x2066 && code <= 0x2069) || code === 0xfeff) return true;
  return '<>:"/\\|?*'.includes(letter);
}

/** A safe name with its extension kept (`.docx`), for names that come from the window. */
export function safeFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1) : '';
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
