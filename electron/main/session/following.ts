import { apply, fits } from '@shared/core/changes/change';
import {
  type Entry,
  follows,
  parseEntry,
  repairedEntry,
  type StoredEntry,
} from '@shared/core/changes/entry';
import type { Head } from '@shared/core/changes/lineage';
import type { Project } from '@shared/core/model/project';

/** What a run of entries would add to a state. */
export interface Following {
  readonly stored: readonly StoredEntry[];
  readonly entries: readonly Entry[];
  readonly project: Project;
}

/**
 * The entries that are new after `head`, if they continue it and fit the records; undefined if not.
 * Entries at or before the head are passed over when `isKnown` recognises them: they were sent again
 * because an answer was lost.
 */
export function following(
  from: { readonly project: Project; readonly head: Head },
  sent: readonly StoredEntry[],
  isKnown: (entry: StoredEntry) => boolean,
): Following | undefined {
  let { project, head } = from;
  const stored: StoredEntry[] = [];
  const entries: Entry[] = [];
  for (const one of sent) {
    if (one.seq <= from.head.seq) {
      if (!isKnown(one)) return undefined;
      continue;
    }
    const read = parseEntry(one);
    if (read === undefined || !follows(head, read)) return undefined;
    const entry = repairedEntry(read);
    if (!fits(project, entry.change)) return undefined;
    project = apply(project, entry.change);
    head = { copyId: head.copyId, seq: entry.seq, changeHash: entry.changeHash };
    stored.push(one);
    entries.push(entry);
  }
  return { stored, entries, project };
}
