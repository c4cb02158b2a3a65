import { trimEnds } from '../kernel/trim-ends';

/** Characters Windows refuses in file names, and control characters. */
const forbidden = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
/** Names Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
const longest = 80;

/** A file name without extension that Windows takes; `fallback` when nothing is left of it. */
export function safeFileName(name: string, fallback: string): string {
  const cleaned = name.normalize('NFC').replace(forbidden, '').replace(/\s+/g, ' ');
  const cut = Array.from(cleaned).slice(0, longest).join('');
  const short = trimEnds(cut, (unit) => /[\s.]/.test(unit), 'both');
  if (short === '') return fallback;
  return reserved.test(short) ? `_${short}` : short;
}
