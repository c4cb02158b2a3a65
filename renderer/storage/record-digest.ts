import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { sha256Hex } from '@shared/core/kernel/hash';
import { type AnyRecord, storedForm } from '@shared/core/model/record';

/**
 * A fingerprint of a set of records that can be kept up with every change at the cost of the touched
 * records alone: the bitwise sum of the hashes of each. 128 bits in hex; it guards against damage,
 * not against malice.
 */
export type RecordDigest = string;

export const emptyDigest: RecordDigest = '0'.repeat(32);

/** Adds a record to the set, or takes it out again: both are the same sum. */
export function toggle(digest: RecordDigest, record: AnyRecord): RecordDigest {
  const hash = sha256Hex(canonicalJson(storedForm(record)));
  let sum = '';
  for (let at = 0; at < 32; at += 8) {
    const word = Number.parseInt(digest.slice(at, at + 8), 16);
    const added = Number.parseInt(hash.slice(at, at + 8), 16);
    sum += ((word ^ added) >>> 0).toString(16).padStart(8, '0');
  }
  return sum;
}

export function digestOf(records: Iterable<AnyRecord>): RecordDigest {
  let digest = emptyDigest;
  for (const record of records) digest = toggle(digest, record);
  return digest;
}
