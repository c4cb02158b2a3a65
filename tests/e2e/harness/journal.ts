import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestHome } from './launch';

export interface JournalEntry {
  readonly seq: number;
  /** When the change was made, in milliseconds. */
  readonly at: number;
  readonly group: string | null;
  /** Every text the change left behind. */
  readonly texts: readonly string[];
}

/**
 * What the journals of this machine hold, oldest first, read without the app's own code: a line is its length and sum, 18
 * signs, and then JSON. A line that is being written is not there yet.
 */
export async function journalEntries({ userData }: TestHome): Promise<readonly JournalEntry[]> {
  const root = join(userData, 'journal');
  const entries: JournalEntry[] = [];
  for (const copy of await readdir(root)) {
    const logs = (await readdir(join(root, copy))).filter((name) => /^log-\d+\.jsonl$/u.test(name));
    for (const log of logs.sort()) {
      const lines = (await readFile(join(root, copy, log), 'utf8')).split('\n').slice(0, -1);
      entries.push(...lines.flatMap(entryIn));
    }
  }
  return entries;
}

interface StoredEntry {
  readonly seq: number;
  readonly at: string;
  readonly group: string | null;
  readonly change?: readonly { readonly after: Readonly<Record<string, unknown>> | null }[];
}

function entryIn(line: string): readonly JournalEntry[] {
  const stored = JSON.parse(line.slice(18)) as StoredEntry;
  // The first line of a log says where it begins.
  if (stored.change === undefined) return [];
  const texts = stored.change.flatMap(({ after }) => textsIn(after));
  return [{ seq: stored.seq, at: Date.parse(stored.at), group: stored.group, texts }];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
