import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Random } from './random';

/** A key that sorts (by code unit) among its siblings; records with equal keys are ordered by id. */
export type OrderKey = string;

/** How often the gap is halved at random: two people who insert at one place offline get different keys. */
const jitterSteps = 8;

/** Digits of the whole part for each of its first letters: `a` has one, `z` 26, `Z` one, `A` 26. */
const lowerA = 'a'.charCodeAt(0);
const upperZ = 'Z'.charCodeAt(0);

/**
 * True when a key has the form this module makes, so that keys can be made on both sides of it. The
 * outermost heads, `A` and `z`, have no room beyond them; we never come there.
 */
export function isOrderKey(key: string): boolean {
  if (!/^[B-Za-y][0-9A-Za-z]+$/.test(key)) return false;
  const head = key.charCodeAt(0);
  const wholeLength = head >= lowerA ? head - lowerA + 2 : upperZ - head + 2;
  return key.length >= wholeLength && (key.length === wholeLength || !key.endsWith('0'));
}

/**
 * A key strictly between two neighbours; null stands for the open end.
 * @throws when `before` does not sort below `after`, which is a bug of the caller.
 */
export function keyBetween(
  before: OrderKey | null,
  after: OrderKey | null,
  random: Random,
): OrderKey {
  let low = before;
  let high = after;
  let key = generateKeyBetween(low, high);
  for (let step = 0; step < jitterSteps; step += 1) {
    if (random.below(2) === 0) low = key;
    else high = key;
    key = generateKeyBetween(low, high);
  }
  return key;
}

/** The place between two neighbours; null stands for the open end. */
export interface Gap {
  readonly before: OrderKey | null;
  readonly after: OrderKey | null;
}

/**
 * `count` ascending keys between two neighbours. A closed gap is halved again and again instead of
 * being filled from the left, so that a long paste makes keys of a few characters, not of hundreds.
 */
export function keysBetween(
  { before, after }: Gap,
  count: number,
  random: Random,
): readonly OrderKey[] {
  if (count <= 0) return [];
  const keys: OrderKey[] = [];
  if (after === null) {
    let last = before;
    for (let index = 0; index < count; index += 1) {
      last = keyBetween(last, null, random);
      keys.push(last);
    }
    return keys;
  }
  const middle = keyBetween(before, after, random);
  const left = Math.floor((count - 1) / 2);
  return [
    ...keysBetween({ before, after: middle }, left, random),
    middle,
    ...keysBetween({ before: middle, after }, count - 1 - left, random),
  ];
}

/** Keys for a whole list, the same for every list of that length: two machines renew it alike. */
export function renewedKeys(count: number): readonly OrderKey[] {
  return generateNKeysBetween(null, null, count);
}

/** Orders siblings: by key, then by id, so that the order is total even after a merge. */
export function compareSiblings(
  left: { readonly order: OrderKey; readonly id: string },
  right: { readonly order: OrderKey; readonly id: string },
): number {
  if (left.order !== right.order) return left.order < right.order ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}
