import type { RecordId } from '../../kernel/id';
import { isOrderKey, keysBetween, type OrderKey } from '../../kernel/order-key';
import type { Random } from '../../kernel/random';
import { fail, ok, type Result } from '../../kernel/result';
import { childrenOf } from '../../model/project';
import type { Kind, KnownRecord } from '../../model/record';
import type { Refusal } from '../command';
import { type Draft, withFields } from './draft';
import { refuse } from './refusal';

/** Keys longer than this are made anew for the whole list; the schema ends at 2,000. */
export const longestKey = 200;

/** A place in a list: after a sibling of the same kind, at the beginning (null) or at the end (undefined). */
export interface Slot {
  readonly kind: Kind;
  readonly parentId: RecordId | null;
  readonly afterId: RecordId | null | undefined;
  readonly count: number;
  /** A record that is being moved and does not count as a neighbour. */
  readonly moving?: RecordId;
}

/**
 * Order keys for records that come into a list. Where the keys beside the place leave no room (equal
 * after a merge, grown long, or not of our making), the whole list gets new ones in the same change.
 */
export function placesFor(
  draft: Draft,
  slot: Slot,
  random: Random,
): Result<readonly OrderKey[], Refusal> {
  const siblings: readonly KnownRecord[] = childrenOf(
    draft.project,
    slot.parentId,
    slot.kind,
  ).filter(({ id }) => id !== slot.moving);
  const index = indexAfter(siblings, slot.afterId);
  if (index === undefined) {
    return fail(refuse('place-missing', '要放到的位置已经不在稿子里了，没有改动。'));
  }
  const before = siblings[index - 1]?.order ?? null;
  const after = siblings[index]?.order ?? null;
  if (hasRoom(before, after)) {
    const keys = keysBetween({ before, after }, slot.count, random);
    if (keys.every((key) => key.length <= longestKey)) return ok(keys);
  }
  return ok(respaced(draft, { siblings, index, count: slot.count }, random));
}

function indexAfter(
  siblings: readonly KnownRecord[],
  afterId: RecordId | null | undefined,
): number | undefined {
  if (afterId === null) return 0;
  if (afterId === undefined) return siblings.length;
  const index = siblings.findIndex(({ id }) => id === afterId);
  return index === -1 ? undefined : index + 1;
}

function hasRoom(before: OrderKey | null, after: OrderKey | null): boolean {
  if (before !== null && !isOrderKey(before)) return false;
  if (after !== null && !isOrderKey(after)) return false;
  return before === null || after === null || before < after;
}

interface Insertion {
  readonly siblings: readonly KnownRecord[];
  readonly index: number;
  readonly count: number;
}

function respaced(draft: Draft, { siblings, index, count }: Insertion, random: Random) {
  const keys = keysBetween({ before: null, after: null }, siblings.length + count, random);
  siblings.forEach((sibling, position) => {
    const order = keys[position < index ? position : position + count] ?? sibling.order;
    draft.put(withFields(sibling, { order }));
  });
  return keys.slice(index, index + count);
}
