import * as z from 'zod';
import { parseRecord, storedForm, type AnyRecord } from '../model/record';
import type { Replacement } from '../model/project';
import { repairedRecord } from '../model/repair';
import type { Change } from './change';
import { chainHash, type Head } from './lineage';

/**
 * One line of the history of a copy: what was done, in words, by whom, when, and the Change itself.
 * An undo is an entry too (its change is the inverse), so that the journal only ever grows.
 */
export interface Entry {
  readonly seq: number;
  readonly prevHash: string;
  readonly changeHash: string;
  /** 'do' an intention; 'undo'/'redo' of the entry `of`. */
  readonly action: 'do' | 'undo' | 'redo';
  /** The seq of the 'do' entry that is undone or redone; null for 'do'. */
  readonly of: number | null;
  /** Id of the command, e.g. `edit-field`. */
  readonly command: string;
  /** 「把“汽车维护”的基准学时从 180 改为 200」 */
  readonly label: string;
  /** Entries with the same key in a row are one step in the history; null = always a step of its own. */
  readonly group: string | null;
  /** UTC instant, `2026-11-21T08:00:00.000Z`; shown, never used to order. */
  readonly at: string;
  /** Display name of the writer, '' when not given. */
  readonly author: string;
  readonly change: Change;
}

export type EntryContent = Omit<Entry, 'seq' | 'prevHash' | 'changeHash'>;

/** The next entry after `head`. */
export function nextEntry(head: Head, content: EntryContent): Entry {
  const seq = head.seq + 1;
  const prevHash = head.changeHash;
  const changeHash = chainHash(prevHash, {
    copyId: head.copyId,
    seq,
    ...content,
    change: storedChange(content.change),
  });
  return { seq, prevHash, changeHash, ...content };
}

/** True when an entry is the unaltered next one after `head`. */
export function follows(head: Head, entry: Entry): boolean {
  const { seq, prevHash, changeHash, ...content } = entry;
  if (seq !== head.seq + 1 || prevHash !== head.changeHash) return false;
  return nextEntry(head, content).changeHash === changeHash;
}

/** A change as it lies in the journal and crosses the bridge: records in their stored form. */
function storedChange(change: Change): readonly StoredReplacement[] {
  return change.map(({ id, before, after }) => ({
    id,
    before: before === null ? null : storedForm(before),
    after: after === null ? null : storedForm(after),
  }));
}

interface StoredReplacement {
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** The stored form of an entry. */
export type StoredEntry = Omit<Entry, 'change'> & { readonly change: readonly StoredReplacement[] };

export function storeEntry(entry: Entry): StoredEntry {
  return { ...entry, change: storedChange(entry.change) };
}

const stored = z.record(z.string(), z.unknown()).nullable();
export const storedEntrySchema = z.object({
  seq: z.number().int().positive(),
  prevHash: z.string().length(64),
  changeHash: z.string().length(64),
  action: z.enum(['do', 'undo', 'redo']),
  of: z.number().int().positive().nullable(),
  command: z.string().max(60),
  label: z.string().max(2_000),
  group: z.string().max(200).nullable(),
  at: z.string().max(40),
  author: z.string().max(200),
  change: z.array(z.object({ id: z.string().max(20), before: stored, after: stored })).max(200_000),
});

/**
 * An entry as it is applied to a state that was repaired when it was read. Its hash is of what was
 * stored: `follows` is asked before, and the journal keeps the line as it is.
 */
export function repairedEntry(entry: Entry): Entry {
  const change = entry.change.map(repairedReplacement);
  return change.every((one, index) => one === entry.change[index]) ? entry : { ...entry, change };
}

function repairedReplacement(replacement: Replacement): Replacement {
  const { id, before, after } = replacement;
  const left = before === null ? null : repairedRecord(before);
  const right = after === null ? null : repairedRecord(after);
  return left === before && right === after ? replacement : { id, before: left, after: right };
}

/** Reads a stored entry, word for word; undefined when it is not one. */
export function parseEntry(value: unknown): Entry | undefined {
  const parsed = storedEntrySchema.safeParse(value);
  if (!parsed.success) return undefined;
  const change: { id: string; before: AnyRecord | null; after: AnyRecord | null }[] = [];
  for (const { id, before, after } of parsed.data.change) {
    const left = before === null ? null : parseRecord(before);
    const right = after === null ? null : parseRecord(after);
    if ((left !== null && 'problem' in left) || (right !== null && 'problem' in right)) {
      return undefined;
    }
    change.push({ id, before: left, after: right });
  }
  return { ...parsed.data, change };
}
