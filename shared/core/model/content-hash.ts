import { canonicalJson } from '../kernel/canonical-json';
import { sha256Hex } from '../kernel/hash';
import type { Project } from './project';
import { type AnyRecord, isKind, kindSpec, storedForm } from './record';

/** True for records that stand for a 存档版本; once made, nothing changes them. */
export function isFrozen({ kind }: Pick<AnyRecord, 'kind'>): boolean {
  return isKind(kind) && kindSpec(kind).frozen === true;
}

/** The records that are content, sorted by id: everything but what was noted about 存档版本. */
export function contentOf(records: Iterable<AnyRecord>): readonly AnyRecord[] {
  return [...records]
    .filter((record) => !isFrozen(record))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** One hash over all content: two states with the same hash say the same, word for word. */
export function contentHash({ records }: Project): string {
  return sha256Hex(
    contentOf(records.values())
      .map((record) => canonicalJson(storedForm(record)))
      .join('\n'),
  );
}
