import type { Random } from './random';

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
const length = 16;

/** A permanent id: a kind code of 2–4 letters and 16 characters of `[0-9a-z]`; never reused. */
export type RecordId = string;

/** Makes an id. Lower case without punctuation, ≤ 20 characters, so that it fits in a Word bookmark. */
export function newId(code: string, random: Random): RecordId {
  let id = code;
  for (let index = 0; index < length; index += 1) id += alphabet.charAt(random.below(36));
  return id;
}

/** What an id of ours looks like, whatever its kind; used at the edges. */
export const idPattern = /^[a-z]{2,4}[0-9a-z]{16}$/;

/** Kind codes of things that are not records but have ids of the same form. */
export const itemCode = 'it';
export const projectCode = 'pj';
export const copyCode = 'cp';
