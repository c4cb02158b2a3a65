import { generateKeyBetween } from 'fractional-indexing';
import type { Random } from './random';

/** A key that sorts (by code unit) among its siblings; records with equal keys are ordered by id. */
export type OrderKey = string;

/** How often the gap is halved at random: two people who insert at one place offline get different keys. */
const jitterSteps = 8;

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

/** `count` ascending keys between two neighbours. */
export function keysBetween(
  before: OrderKey | null,
  after: OrderKey | null,
  count: number,
  random: Random,
): readonly OrderKey[] {
  const keys: OrderKey[] = [];
  let last = before;
  for (let index = 0; index < count; index += 1) {
    last = keyBetween(last, after, random);
    keys.push(last);
  }
  return keys;
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
