import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { compressPunctuation, linkHeadings } from './chinese-parts';
import { wellFormed } from './well-formed';
import type { PackageParts } from './package-parts';

/** Same compression everywhere: pure JavaScript in window, worker and command line alike. */
const compression = 6;

/**
 * Makes a package depend on its content alone: no clock times, entries in a fixed order with a fixed
 * time. The docx package writes the wall clock. No part holds a character that XML forbids, whatever text
 * came in: body, headers, styles, properties, names.
 */
export function normalisePackage(parts: PackageParts): Uint8Array {
  const result: Zippable = {};
  const inOrder = [...parts].sort(([left], [right]) => packageOrder(left, right));
  for (const [path, part] of inOrder) {
    result[path] = [rewrite(path, part), { level: compression, mtime: fixedTime() }];
  }
  return zipSync(result);
}

/** The zip format counts local time from 1980 on; made from local parts it is the same in every zone. */
function fixedTime(): Date {
  return new Date(1980, 0, 1);
}

/** Content types first, as Office writes them, then by path. */
function packageOrder(left: string, right: string): number {
  const rank = (path: string) =>
    path === '[Content_Types].xml' ? 0 : path.startsWith('_rels/') ? 1 : 2;
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

/** How the text of a part is changed; parts that are not named stay as they are. */
const rewrites: Readonly<Record<string, (xml: string) => string>> = {
  'docProps/core.xml': withoutClock,
  'word/numbering.xml': linkHeadings,
  'word/settings.xml': compressPunctuation,
};

function rewrite(path: string, part: string | Uint8Array): Uint8Array {
  const change = rewrites[path] ?? ((xml: string) => xml);
  if (typeof part === 'string') return strToU8(wellFormed(change(part)));
  return path in rewrites ? strToU8(change(strFromU8(part))) : part;
}

function withoutClock(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
}
