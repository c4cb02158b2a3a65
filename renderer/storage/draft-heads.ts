import { Dexie } from 'dexie';
import type { DraftHead } from '@shared/ipc/contract';
import type { DraftsDatabase } from './drafts-database';

/** Entries kept per copy: undo for 200 steps and more, and enough to tell ancestors from strangers. */
export const keptEntries = 1_000;

/** The rows of the records of a copy. */
export function rowsOf(database: DraftsDatabase, copyId: string) {
  return database.records.where('copyId').equals(copyId);
}

/** The rows of the entries of a copy, by seq. */
export function entriesOf(database: DraftsDatabase, copyId: string) {
  return database.entries
    .where('[copyId+seq]')
    .between([copyId, Dexie.minKey], [copyId, Dexie.maxKey]);
}

/** The copies that are whole; nothing of them has to be checked or hashed for it. */
export async function heads(database: DraftsDatabase): Promise<readonly DraftHead[]> {
  const found: DraftHead[] = [];
  for (const { copyId, standing, count } of await database.copies.toArray()) {
    if ((await rowsOf(database, copyId).count()) !== count) continue;
    const rows = await entriesOf(database, copyId).reverse().limit(keptEntries).toArray();
    const recentHashes = rows
      .map(({ seq, entry }) => ({ seq, changeHash: entry.changeHash }))
      .reverse();
    found.push({ standing, recentHashes, records: count });
  }
  return found.slice(-500);
}
