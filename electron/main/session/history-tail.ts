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
  services: Services,
  standing: Standing,
  count: number = entriesAtOpening,
): Promise<readonly StoredEntry[]> {
  let entries: readonly StoredEntry[] = [];
  let head: Head | undefined = standing.head;
  const ancestors = new Map(Object.entries(standing.lineage));
  while (head !== undefined && entries.length < count) {
    const some = await entriesUpTo(services, head, count - entries.length);
    if (some === undefined) break;
    entries = [...some, ...entries];
    ancestors.delete(head.copyId);
    head = headOf(ancestors, some[0]?.prevHash ?? head.changeHash);
  }
  return entries.slice(-count);
}

/** The entries of one copy; undefined when its journal is not here or tells of another history. */
async function entriesUpTo(
  { disk, journals }: Services,
  { copyId, seq, changeHash }: Head,
  count: number,
): Promise<readonly StoredEntry[] | undefined> {
  // A copy without a change of its own has no journal yet.
  if (seq === 0) return [];
  const folder = journals.folderOf(copyId);
  if ((await disk.stat(folder)) === null) return undefined;
  const entries = await lastEntries(disk, folder, { seq, count });
  const last = entries.at(-1);
  return last === undefined || last.changeHash === changeHash ? entries : undefined;
}

function headOf(ancestors: ReadonlyMap<string, Omit<Head, 'copyId'>>, hash: string) {
  const found = [...ancestors].find(([, { changeHash }]) => changeHash === hash);
  return found && { copyId: found[0], ...found[1] };
}
