import type { StoredEntry } from '@shared/core/changes/entry';
import type { Head, Standing } from '@shared/core/changes/lineage';
import type { OpenProject } from '@shared/ipc/contract';
import { lastEntries } from '../journal/journal-state';
import type { Services } from '../services';

/** Entries handed to the window at opening: with typing in groups still more than 200 undo steps. */
export const entriesAtOpening = 2_000;

/** An entry and the copy in whose journal it lies: numbers begin anew with every copy. */
export interface PlacedEntry {
  readonly copyId: string;
  readonly entry: StoredEntry;
}

export interface HistoryPage {
  /** Oldest first. */
  readonly entries: readonly PlacedEntry[];
  /** Where the page before this one ends; null when this machine knows nothing earlier. */
  readonly earlier: Head | null;
}

/**
 * A page of the history that ends in `standing`: the last `count` entries up to and with `upTo` (null =
 * its head). Those of its copy, and before them those of the copies it was made from, as far as their
 * journals lie on this machine. Undefined when `upTo` is no place of this history.
 */
export async function historyPage(
  services: Services,
  standing: Standing,
  { upTo, count }: { readonly upTo: Head | null; readonly count: number },
): Promise<HistoryPage | undefined> {
  if (upTo !== null && !mayLieOn(standing, upTo)) return undefined;
  let entries: readonly PlacedEntry[] = [];
  let head: Head | undefined = upTo ?? standing.head;
  const ancestors = new Map(Object.entries(standing.lineage));
  // One more than wanted tells whether there is an earlier page.
  while (head !== undefined && entries.length <= count) {
    const { copyId, changeHash }: Head = head;
    const some = await entriesUpTo(services, head, count + 1 - entries.length);
    if (some === undefined) break;
    entries = [...some.map((entry) => ({ copyId, entry })), ...entries];
    ancestors.delete(copyId);
    head = headOf(ancestors, some[0]?.prevHash ?? changeHash);
  }
  const page = entries.slice(-count);
  const before = entries.length > page.length ? entries.at(-count - 1) : undefined;
  return { entries: page, earlier: before === undefined ? null : placeOf(before) };
}

/** Numbers only; whether the hash is right shows when the entry is read. */
function mayLieOn(standing: Standing, { copyId, seq }: Head): boolean {
  if (copyId === standing.head.copyId) return seq <= standing.head.seq;
  if (!Object.hasOwn(standing.lineage, copyId)) return false;
  return seq <= (standing.lineage[copyId]?.seq ?? -1);
}

function placeOf({ copyId, entry }: PlacedEntry): Head {
  return { copyId, seq: entry.seq, changeHash: entry.changeHash };
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

/** An entry as the bridge carries it. */
export function onTheWire(entry: StoredEntry): OpenProject['entries'][number] {
  return { ...entry, change: [...entry.change] };
}
