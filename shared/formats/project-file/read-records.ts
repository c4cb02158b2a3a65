import {
  climb,
  type SchemaVersion,
  standingOfVersion,
  type StoredRecord,
  versionText,
} from '../../core/migrations/ladder';
import type { AnyRecord } from '../../core/model/record';
import { giveUp } from './failure';
import { projectName } from './manifest';
import type { RecordPlaces, RecordScan } from './record-scan';
import { parseProject, RecordReader } from './stored-records';
import { decodeStrict, parseStrict } from './strict-json';

/** The records of a project and what else stands in `project.json`. */
export interface StoredRecords {
  readonly records: readonly AnyRecord[];
  readonly others: Readonly<Record<string, unknown>>;
}

/** Bytes of records that are parsed at once: enough to be quick, little enough to be thrown away. */
const batchBytes = 262_144;

/**
 * Reads `project.json` that was scanned: the records a few at a time, each checked before the next are
 * built, so that a file of something else costs no more than its first batch.
 */
export function readRecords(
  bytes: Uint8Array,
  scan: RecordScan,
  version: SchemaVersion,
): StoredRecords {
  const { places, problem } = scan;
  if (problem !== null) giveUp('damaged', problem);
  const outline = parseProject(outlineOf(bytes, scan));
  const isOlder = standingOfVersion(version) === 'older';
  const reader = new RecordReader();
  // A list whose key is written with escapes was not found by its bytes; it is no other list for that.
  const older: StoredRecord[] = isOlder ? [...outline.records] : [];
  if (!isOlder) reader.read(outline.records);
  for (const batch of batchesOf(places)) {
    const stored = batchOf(bytes, places, batch);
    if (isOlder) older.push(...stored);
    else reader.read(stored);
  }
  // Rungs of the ladder take all records together.
  if (isOlder) reader.read(migrated(older, version));
  return { records: reader.records, others: outline.others };
}

/** Everything but the records, with an empty list in their place. */
function outlineOf(bytes: Uint8Array, { places, keys }: RecordScan): unknown {
  if (places.from < 0) return parseStrict(decodeStrict(bytes, projectName), keys, projectName);
  const rest = bytes.subarray(places.to < 0 ? bytes.length : places.to);
  const outline = new Uint8Array(places.from + rest.length);
  outline.set(bytes.subarray(0, places.from));
  outline.set(rest, places.from);
  const inRecords = (places.keysAfter.at(-1) ?? 0) - (places.keysBefore[0] ?? 0);
  return parseStrict(decodeStrict(outline, projectName), keys - inRecords, projectName);
}

interface Batch {
  readonly first: number;
  readonly last: number;
}

function* batchesOf({ starts, ends }: RecordPlaces): Generator<Batch> {
  for (let first = 0; first < ends.length;) {
    let last = first;
    const from = starts[first] ?? 0;
    while (last + 1 < ends.length && (ends[last + 1] ?? 0) - from <= batchBytes) last += 1;
    yield { first, last };
    first = last + 1;
  }
}

function batchOf(
  bytes: Uint8Array,
  { starts, ends, keysBefore, keysAfter }: RecordPlaces,
  { first, last }: Batch,
): readonly StoredRecord[] {
  const text = decodeStrict(bytes.subarray(starts[first], ends[last]), projectName);
  const keys = (keysAfter[last] ?? 0) - (keysBefore[first] ?? 0);
  const list = parseStrict(`[${text}]`, keys, projectName) as readonly StoredRecord[];
  if (list.length !== last - first + 1) giveUp('damaged', 'records that are not told apart');
  return list;
}

function migrated(
  records: readonly StoredRecord[],
  version: SchemaVersion,
): readonly StoredRecord[] {
  const climbed = climb(records, version);
  if (climbed.ok) return climbed.value;
  return giveUp('damaged', `there never was a version ${versionText(version)}`);
}
