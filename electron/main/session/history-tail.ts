import type { StoredEntry } from '@shared/core/changes/entry';
import type { Head, Standing } from '@shared/core/changes/lineage';
import { lastEntries } from '../journal/journal-state';
import type { Services } from '../services';

/** Entries handed to the window at opening: with typing in groups still more than 200 undo steps. */
export const entriesAtOpening = 2_000;

/**
 * The last entries of the history that ends in `standing`, oldest first: those of its copy, and
 * before them those of the copies it was made from, as far as their journals lie on this machine.
 */
export async function historyTail(
  { disk, journals }: Services,
  standing: Standing,
  count: number = entriesAtOpening,
): Promise<readonly StoredEntry[]> {
  let entries: readonly StoredEntry[] = [];
  let before: Head | undefined = standing.head;
  const left = new Map(Object.entries(standing.lineage));
  while (before !== undefined && entries.length < count) {
    const { copyId, seq, changeHash }: Head = before;
    const folder = journals.folderOf(copyId);
    // A copy without a change of its own has no journal yet.
    if (seq > 0 && (await disk.stat(folder)) === null) break;
    const some: readonly StoredEntry[] =
      seq === 0 ? [] : await lastEntries(disk, folder, { seq, count: count - entries.length });
    if (some.length > 0 && some.at(-1)?.changeHash !== changeHash) break;
    entries = [...some, ...entries];
    left.delete(copyId);
    const hash: string = some[0]?.prevHash ?? changeHash;
    const parent = [...left].find(([, place]) => place.changeHash === hash);
    before = parent && { copyId: parent[0], ...parent[1] };
  }
  return entries.slice(-count);
}
