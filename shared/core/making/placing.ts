import type { RecordId } from '../kernel/id';
import { isOrderKey, keysBetween, type OrderKey, renewedKeys } from '../kernel/order-key';
import type { Random } from '../kernel/random';
import { fail, ok, type Result } from '../kernel/result';
import { allChildrenOf, childrenOf } from '../model/project';
import { type AnyRecord, isKnown, type Kind, type KnownRecord } from '../model/record';
import { type Refusal, refuse } from '../words/refusal';
import type { Draft } from './draft';

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
 * Order keys for records that come into a list. Any text is taken as a key and orders its list, whoever
 * wrote it; where the keys beside the place leave no room (equal after a merge, grown long, or not of our
 * making), everything below the parent gets new ones in the same change. So a file that is only opened
 * keeps what it has, and what renews it is a step of the history like any other.
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
  const gap = { before: siblings[index - 1] ?? null, after: siblings[index] ?? null };
  return ok(keysIn(draft, { ...slot, ...gap }, random));
}

/** Keys behind everything below a parent, or behind the last of one kind. */
export function placesAtEnd(
  draft: Draft,
  { parentId, kind, count }: Pick<Slot, 'parentId' | 'count'> & { readonly kind?: Kind },
  random: Random,
): readonly OrderKey[] {
  const siblings: readonly AnyRecord[] =
    kind === undefined
      ? allChildrenOf(draft.project, parentId)
      : childrenOf(draft.project, parentId, kind);
  return keysIn(draft, { parentId, count, before: siblings.at(-1) ?? null, after: null }, random);
}

/** A key between two siblings of whatever kind. */
export function placeBehind(draft: Draft, before: KnownRecord, random: Random): OrderKey {
  const gap = { parentId: before.parentId, count: 1, before, after: null };
  return keysIn(draft, gap, random)[0] ?? before.order;
}

interface Gap extends Pick<Slot, 'parentId' | 'count'> {
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
  readonly moving?: RecordId;
}

function keysIn(draft: Draft, gap: Gap, random: Random): readonly OrderKey[] {
  const before = gap.before?.order ?? null;
  const after = gap.after?.order ?? null;
  if (hasRoom(before, after)) {
    const keys = keysBetween({ before, after }, gap.count, random);
    if (keys.every((key) => key.length <= longestKey)) return keys;
  }
  const renewed = renewOrder(draft, gap);
  const keyOf = (record: AnyRecord | null) => (record && renewed.get(record.id)) ?? null;
  return keysBetween({ before: keyOf(gap.before), after: keyOf(gap.after) }, gap.count, random);
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

/** New keys for all below a parent in the order they stand in, those of kinds we do not know among them. */
function renewOrder(
  draft: Draft,
  { parentId, moving }: Pick<Gap, 'parentId' | 'moving'>,
): ReadonlyMap<RecordId, OrderKey> {
  const siblings = allChildrenOf(draft.project, parentId).filter(({ id }) => id !== moving);
  const keys = renewedKeys(siblings.length);
  const renewed = new Map<RecordId, OrderKey>();
  siblings.forEach(({ id, order }, index) => {
    const key = keys[index] ?? order;
    renewed.set(id, key);
    const record = draft.read(id);
    if (record?.parentId === parentId) draft.put(withOrder(record, key));
  });
  return renewed;
}

function withOrder(record: AnyRecord, order: OrderKey): AnyRecord {
  return isKnown(record)
    ? { ...record, order }
    : { ...record, order, stored: { ...record.stored, order } };
}
