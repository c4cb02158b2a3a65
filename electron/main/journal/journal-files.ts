import { join } from 'node:path';
import * as z from 'zod';
import type { Head, Standing } from '@shared/core/changes/lineage';
import { storedEntrySchema, type StoredEntry } from '@shared/core/changes/entry';
import { codeOf, type Disk } from '../files/disk';
import { scanLines } from './line';

/** Names and shapes of what lies in the journal folder of one copy. */
export const metaName = 'meta.json';
const segmentPattern = /^log-(\d{9})\.jsonl$/;
const snapshotPattern = /^snapshot-(\d{9})\.gxk$/;

export function segmentName(seq: number): string {
  return `log-${String(seq).padStart(9, '0')}.jsonl`;
}

export function snapshotName(seq: number): string {
  return `snapshot-${String(seq).padStart(9, '0')}.gxk`;
}

const place = z.object({ seq: z.number().int().min(0), changeHash: z.string().length(64) });
export const metaSchema = z.object({
  format: z.literal(1),
  projectId: z.string(),
  copyId: z.string(),
  /** Where this journal begins: seq 0, or later when it was rebuilt from the drafts. */
  start: place,
  /** What the copy descends from; never changes. */
  lineage: z.record(z.string(), place),
  /** The project file of this copy; '' when it was set aside for another, '?' when that is not known. */
  filePath: z.string(),
  title: z.string(),
  /** The profile that may go on with it (profile-mark.ts); absent in journals of older versions. */
  owner: z.string().optional(),
  /** The place its project file held when it was closed last. */
  written: place.optional(),
});
/** Stands for the path of a project file when the description of a journal was lost. */
export const unknownPlace = '?';
export type JournalMeta = z.output<typeof metaSchema>;

/** The standing a journal has when its newest entry is at `place`. */
export function standingAt(meta: JournalMeta, { seq, changeHash }: Omit<Head, 'copyId'>): Standing {
  return {
    projectId: meta.projectId,
    head: { copyId: meta.copyId, seq, changeHash },
    lineage: meta.lineage,
  };
}

export interface JournalListing {
  /** seq numbers, ascending. */
  readonly segments: readonly number[];
  readonly snapshots: readonly number[];
}

export async function listJournal(disk: Disk, folder: string): Promise<JournalListing> {
  const names = await disk.list(folder);
  const numbers = (pattern: RegExp) =>
    names
      .map((name) => pattern.exec(name)?.[1])
      .filter((digits) => digits !== undefined)
      .map(Number)
      .sort((left, right) => left - right);
  return { segments: numbers(segmentPattern), snapshots: numbers(snapshotPattern) };
}

const headerSchema = place.extend({ segment: z.literal(1) });

/** The first line of a segment: the place it continues from. */
export function segmentHeader({ seq, changeHash }: Omit<Head, 'copyId'>): unknown {
  return { segment: 1, seq, changeHash };
}

/** One file of the log as it was found. */
export interface Segment {
  readonly from: number;
  readonly fromHash: string;
  readonly bytes: Uint8Array;
  /** Well-formed entries that follow each other by number and hash. */
  readonly entries: readonly StoredEntry[];
  /** Where the last good line ends, in bytes. */
  readonly goodSize: number;
  readonly brokenInside: boolean;
  /** Entries after a broken line: they tell what was there once, the state cannot be made from them. */
  readonly beyond: readonly StoredEntry[];
}

/** Reads one segment; undefined when not even its first line is whole. */
export async function readSegment(
  disk: Disk,
  folder: string,
  seq: number,
): Promise<Segment | undefined> {
  const bytes = await disk.readFile(join(folder, segmentName(seq)));
  const { values, ends, beyond } = scanLines(bytes);
  const header = headerSchema.safeParse(values[0]);
  if (!header.success || header.data.seq !== seq) return undefined;
  const entries = chainedEntries(header.data, values.slice(1));
  return {
    from: seq,
    fromHash: header.data.changeHash,
    bytes,
    entries,
    goodSize: ends[entries.length] ?? 0,
    brokenInside: beyond.length > 0 || entries.length < values.length - 1,
    beyond: [...values.slice(1 + entries.length), ...beyond].flatMap(
      (value) => storedEntrySchema.safeParse(value).data ?? [],
    ),
  };
}

/** The same where a disk that refuses is no reason to stop: 'unreadable' is not torn, it may be whole tomorrow. */
export async function tryReadSegment(
  disk: Disk,
  folder: string,
  seq: number,
): Promise<Segment | 'broken' | 'unreadable'> {
  try {
    return (await readSegment(disk, folder, seq)) ?? 'broken';
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return 'unreadable';
  }
}

/** The entries from the start of a list that follow each other by number and hash. */
function chainedEntries(from: Omit<Head, 'copyId'>, values: readonly unknown[]): StoredEntry[] {
  const entries: StoredEntry[] = [];
  let previous = from.changeHash;
  for (const value of values) {
    const entry = storedEntrySchema.safeParse(value);
    const isNext = entry.data?.seq === from.seq + entries.length + 1;
    if (!entry.success || !isNext || entry.data.prevHash !== previous) break;
    previous = entry.data.changeHash;
    entries.push(entry.data);
  }
  return entries;
}

/** The place after the last entry of a segment. */
export function segmentEnd({ from, fromHash, entries }: Segment): Omit<Head, 'copyId'> {
  const last = entries.at(-1);
  return last === undefined
    ? { seq: from, changeHash: fromHash }
    : { seq: last.seq, changeHash: last.changeHash };
}
