import { itemCode, newId, type RecordId } from '../kernel/id';
import { keyBetween, type OrderKey } from '../kernel/order-key';
import type { Random } from '../kernel/random';
import type { ListItem } from '../model/field';
import { type AnyRecord, type Kind, kindSpec, newRecord, type RecordOf } from '../model/record';

type Given<K extends Kind> = NonNullable<Parameters<typeof newRecord<K>>[2]>;

/** Gathers new records in reading order: each is given an id and a place after its last sibling. */
export interface RecordCollector {
  readonly records: readonly AnyRecord[];
  readonly add: <K extends Kind>(
    kind: K,
    parentId: RecordId | null,
    given: Given<K>,
  ) => RecordOf<K>;
  readonly items: (texts: readonly string[]) => readonly ListItem[];
}

export function collectRecords(random: Random): RecordCollector {
  const records: AnyRecord[] = [];
  const lastKeys = new Map<RecordId | null, OrderKey>();
  return {
    records,
    add(kind, parentId, given) {
      const order = keyBetween(lastKeys.get(parentId) ?? null, null, random);
      lastKeys.set(parentId, order);
      const id = newId(kindSpec(kind).code, random);
      const record = newRecord(kind, { id, parentId, order }, given);
      records.push(record);
      return record;
    },
    items: (texts) => texts.map((text) => ({ id: newId(itemCode, random), text })),
  };
}
