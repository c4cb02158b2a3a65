import { Dexie } from 'dexie';
import { type Entry, parseEntry, storeEntry } from '@shared/core/changes/entry';
import { containment, type Standing } from '@shared/core/changes/lineage';
import { type AnyRecord, parseRecord, storedForm } from '@shared/core/model/record';
import { repairedRecord } from '@shared/core/model/repair';
import type { DraftCopy, Drafts, DraftSource } from '../state/drafts';
import type { CopyRow, DraftsDatabase, EntryRow, RecordRow } from './drafts-database';
import { entriesOf, heads, keptEntries, rowsOf } from './draft-heads';
import { digestOf, toggle } from './record-digest';

/** Trimmed only when this many have gathered, so that not every keystroke deletes a row. */
const trimAt = 1_500;

export function createDexieDrafts(database: DraftsDatabase): Drafts {
  return {
    heads: () => heads(database),
    read: (copyId) => read(database, copyId),
    matches: (standing, records) => matches(database, standing, records),
    rebuild: (copy) => rebuild(database, copy),
    append: (entries, standing) => append(database, entries, standing),
  };
}

/** The copy as the window takes it: what another hand left in its records put right, as in every home. */
async function read(database: DraftsDatabase, copyId: string): Promise<DraftCopy | undefined> {
  const copy = await readStored(database, copyId);
  return copy && { ...copy, records: copy.records.map(repairedRecord) };
}

/** The copy word for word, as its digest has it. */
async function readStored(
  database: DraftsDatabase,
  copyId: string,
): Promise<DraftCopy | undefined> {
  const copy = await database.copies.get(copyId);
  if (copy === undefined) return undefined;
  const records: AnyRecord[] = [];
  for (const row of await rowsOf(database, copyId).toArray()) {
    const record = parseRecord(row.record);
    if ('problem' in record) return undefined;
    records.push(record);
  }
  if (records.length !== copy.count || digestOf(records) !== copy.digest) return undefined;
  const rows = await entriesOf(database, copyId).toArray();
  const entries = rows.flatMap(({ entry }) => parseEntry(entry) ?? []);
  return { standing: copy.standing, records, entries };
}

async function matches(
  database: DraftsDatabase,
  standing: Standing,
  records: Iterable<AnyRecord>,
): Promise<boolean> {
  const copy = await readStored(database, standing.head.copyId);
  if (copy === undefined) return false;
  const { seq, changeHash } = copy.standing.head;
  if (seq !== standing.head.seq || changeHash !== standing.head.changeHash) return false;
  return digestOf(copy.records) === digestOf(records);
}

async function rebuild(database: DraftsDatabase, copy: DraftSource): Promise<void> {
  const { copyId } = copy.standing.head;
  const records = [...copy.records];
  const rows = records.map((record) => recordRow(copyId, record));
  const digest = digestOf(records);
  await write(database, async () => {
    const before = await database.copies.get(copyId);
    await remove(database, copyId);
    await database.records.bulkPut(rows);
    await database.entries.bulkPut(copy.entries.slice(-keptEntries).map(entryRow(copyId)));
    await database.copies.put({
      copyId,
      projectId: copy.standing.projectId,
      standing: copy.standing,
      generation: (before?.generation ?? 0) + 1,
      digest,
      count: rows.length,
    });
    await dropContained(database, copy.standing);
  });
}

/**
 * A copy that lies wholly in the history of the new one has nothing of its own to keep. Only where the hashes
 * prove it: that a standing goes further in that copy is a claim any file can make.
 */
async function dropContained(database: DraftsDatabase, standing: Standing): Promise<void> {
  const copies = await database.copies.where('projectId').equals(standing.projectId).toArray();
  for (const other of copies) {
    if (other.copyId === standing.head.copyId) continue;
    if (containment(standing, other.standing.head) === 'proven') {
      await remove(database, other.copyId);
    }
  }
}

async function append(
  database: DraftsDatabase,
  entries: readonly Entry[],
  standing: Standing,
): Promise<'kept' | 'behind'> {
  const { copyId } = standing.head;
  return write(database, async () => {
    const copy = await database.copies.get(copyId);
    if (copy === undefined) return 'behind';
    // A rebuild may have taken these entries along already.
    const fresh = entries.filter(({ seq }) => seq > copy.standing.head.seq);
    const [first] = fresh;
    if (first === undefined) return 'kept';
    if (first.prevHash !== copy.standing.head.changeHash) return 'behind';
    await putEntries(database, copy, { fresh, standing });
    if (first.seq % (trimAt - keptEntries) === 0) await trim(database, copyId, standing.head.seq);
    return 'kept';
  });
}

async function putEntries(
  database: DraftsDatabase,
  copy: CopyRow,
  { fresh, standing }: { readonly fresh: readonly Entry[]; readonly standing: Standing },
): Promise<void> {
  let { digest, count } = copy;
  const last = new Map<string, AnyRecord | null>();
  for (const { change } of fresh) {
    for (const { id, before, after } of change) {
      if (before !== null) digest = toggle(digest, before);
      if (after !== null) digest = toggle(digest, after);
      count += Number(after !== null) - Number(before !== null);
      last.set(id, after);
    }
  }
  const { copyId } = copy;
  const kept = [...last.values()].filter((record) => record !== null);
  const gone = [...last].flatMap(([id, record]): [string, string][] =>
    record === null ? [[copyId, id]] : [],
  );
  if (kept.length > 0) {
    await database.records.bulkPut(kept.map((record) => recordRow(copyId, record)));
  }
  if (gone.length > 0) await database.records.bulkDelete(gone);
  await database.entries.bulkPut(fresh.map(entryRow(copyId)));
  const generation = copy.generation + 1;
  await database.copies.put({ ...copy, standing, generation, digest, count });
}

async function trim(database: DraftsDatabase, copyId: string, seq: number): Promise<void> {
  await database.entries
    .where('[copyId+seq]')
    .between([copyId, Dexie.minKey], [copyId, seq - keptEntries])
    .delete();
}

async function remove(database: DraftsDatabase, copyId: string): Promise<void> {
  await rowsOf(database, copyId).delete();
  await database.entries.where('copyId').equals(copyId).delete();
  await database.copies.delete(copyId);
}

/** Records, entries and the row that sums them up change together or not at all. */
function write<Value>(database: DraftsDatabase, work: () => Promise<Value>): Promise<Value> {
  const { copies, records, entries } = database;
  return database.transaction('rw', [copies, records, entries], work);
}

function recordRow(copyId: string, record: AnyRecord): RecordRow {
  return { copyId, id: record.id, record: storedForm(record) };
}

function entryRow(copyId: string): (entry: Entry) => EntryRow {
  return (entry) => ({ copyId, seq: entry.seq, entry: storeEntry(entry) });
}
