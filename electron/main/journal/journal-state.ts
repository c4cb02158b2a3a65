import { join } from 'node:path';
import { apply, fits } from '@shared/core/changes/change';
import { follows, parseEntry, repairedEntry, type StoredEntry } from '@shared/core/changes/entry';
import type { Standing } from '@shared/core/changes/lineage';
import { type Project, projectOf } from '@shared/core/model/project';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import { readProject } from '../files/project-file';
import { codeOf, type Disk } from '../files/disk';
import {
  type JournalMeta,
  listJournal,
  metaName,
  metaSchema,
  tryReadSegment,
  segmentEnd,
  snapshotName,
  standingAt,
  unknownPlace,
} from './journal-files';

/** A journal as seen from outside: whose it is and how far it goes, without its records. */
export interface JournalPeek {
  readonly folder: string;
  readonly meta: JournalMeta;
  readonly standing: Standing;
  /** True when a file of it could not be read: it may go further than `standing`, and nobody appends to it. */
  readonly hasTrouble: boolean;
  /** False once only its entries are left: it tells the history, but not the state. */
  readonly hasSnapshot: boolean;
}

/** Looks at a journal; undefined when there is nothing in it that can be used. */
export async function peekJournal(disk: Disk, folder: string): Promise<JournalPeek | undefined> {
  const meta = (await readMeta(disk, folder)) ?? (await metaOfSnapshot(disk, folder));
  if (meta === undefined) return undefined;
  let place = meta.start;
  let hasTrouble = false;
  const { segments, snapshots } = await listJournal(disk, folder);
  for (const seq of segments.toReversed()) {
    const segment = await tryReadSegment(disk, folder, seq);
    if (segment === 'unreadable') hasTrouble = true;
    if (typeof segment === 'string') continue;
    const end = segmentEnd(segment);
    if (end.seq >= place.seq) place = end;
    // One without entries may be left over from a snapshot that failed: the one before goes further.
    if (segment.entries.length > 0) break;
  }
  const hasSnapshot = snapshots.length > 0;
  return { folder, meta, standing: standingAt(meta, place), hasTrouble, hasSnapshot };
}

async function readMeta(disk: Disk, folder: string): Promise<JournalMeta | undefined> {
  const path = join(folder, metaName);
  if ((await disk.stat(path)) === null) return undefined;
  try {
    const text = new TextDecoder().decode(await disk.readFile(path));
    return metaSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A lost description is made again from a snapshot, which carries the same standing. */
async function metaOfSnapshot(disk: Disk, folder: string): Promise<JournalMeta | undefined> {
  const file = await newestSnapshot(disk, folder);
  if (file === undefined) return undefined;
  const { projectId, head, lineage } = file.standing;
  const { copyId, seq, changeHash } = head;
  const start = { seq, changeHash };
  return {
    format: 1,
    projectId,
    copyId,
    start,
    lineage,
    filePath: unknownPlace,
    title: file.title,
  };
}

async function newestSnapshot(disk: Disk, folder: string): Promise<ProjectFile | undefined> {
  const { snapshots } = await listJournal(disk, folder);
  for (const seq of snapshots.toReversed()) {
    const file = await readSnapshot(disk, join(folder, snapshotName(seq)));
    if (file?.standing.head.seq === seq) return file;
  }
  return undefined;
}

/** A snapshot that is damaged or that the disk refuses is passed over: the one before and the log give the same. */
async function readSnapshot(disk: Disk, path: string): Promise<ProjectFile | undefined> {
  try {
    const file = readProject(await disk.readFile(path));
    return file.ok ? file.value : undefined;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}

export interface JournalState {
  readonly standing: Standing;
  readonly project: Project;
  /** The project file the state was built on: pictures, kept exports, foreign parts. */
  readonly base: ProjectFile;
  /** False when the log goes on after the state, but what follows cannot be read. */
  readonly whole: boolean;
  /** True when the disk refused a part of the log. */
  readonly hasTrouble: boolean;
  /** The state at the number that was asked for; null when that lies before the snapshot. */
  readonly then: Project | null;
}

/** Rebuilds the newest state: the newest readable snapshot, then every entry that follows. */
export async function loadJournal(
  disk: Disk,
  peek: JournalPeek,
  at?: number,
): Promise<JournalState | undefined> {
  const base = await newestSnapshot(disk, peek.folder);
  if (base === undefined) return undefined;
  let project = projectOf(base.records);
  let head = base.standing.head;
  let then = head.seq === at ? project : null;
  const { entries, hasTrouble } = await entriesAfter(disk, peek.folder, head.seq);
  for (const stored of entries) {
    const entry = parseEntry(stored);
    if (entry === undefined || !follows(head, entry)) break;
    const { change } = repairedEntry(entry);
    if (!fits(project, change)) break;
    project = apply(project, change);
    head = { copyId: head.copyId, seq: entry.seq, changeHash: entry.changeHash };
    if (entry.seq === at) then = project;
  }
  const whole = head.changeHash === peek.standing.head.changeHash;
  return { standing: { ...base.standing, head }, project, base, whole, hasTrouble, then };
}

/** Entries with a higher seq, in order, as long as each follows the one before. */
async function entriesAfter(
  disk: Disk,
  folder: string,
  seq: number,
): Promise<{ readonly entries: readonly StoredEntry[]; readonly hasTrouble: boolean }> {
  const { segments } = await listJournal(disk, folder);
  // The entry at `seq` itself lies in an earlier file, and so may some after it.
  const first = segments.findLastIndex((from) => from < seq);
  const entries: StoredEntry[] = [];
  let hasTrouble = false;
  for (const from of segments.slice(Math.max(first, 0))) {
    const segment = await tryReadSegment(disk, folder, from);
    if (segment === 'unreadable') hasTrouble = true;
    for (const entry of typeof segment === 'string' ? [] : segment.entries) {
      if (entry.seq === seq + entries.length + 1) entries.push(entry);
    }
  }
  return { entries, hasTrouble };
}

/** The last entries of a journal up to `seq`, at least `count` of them where it has so many; oldest first. */
export async function lastEntries(
  disk: Disk,
  folder: string,
  { seq, count }: { readonly seq: number; readonly count: number },
): Promise<readonly StoredEntry[]> {
  const { segments } = await listJournal(disk, folder);
  let entries: readonly StoredEntry[] = [];
  for (const from of segments.toReversed()) {
    if (from >= seq) continue;
    const segment = await tryReadSegment(disk, folder, from);
    if (segment === 'unreadable') break;
    const end = entries[0]?.seq ?? seq + 1;
    const known = segment === 'broken' ? [] : segment.entries;
    const earlier = known.filter((entry) => entry.seq < end);
    if (!connects(earlier.at(-1), entries[0])) break;
    entries = [...earlier, ...entries];
    if (entries.length >= count) break;
  }
  return entries;
}

function connects(left: StoredEntry | undefined, right: StoredEntry | undefined): boolean {
  return left === undefined || right === undefined || left.changeHash === right.prevHash;
}

/** The hash at each seq that a journal knows: of its entries, its beginning, and what it wrote last. */
export async function hashesOf(disk: Disk, folder: string): Promise<ReadonlyMap<number, string>> {
  const hashes = new Map<number, string>();
  const meta = await readMeta(disk, folder);
  for (const place of [meta?.written, meta?.start]) {
    if (place !== undefined) hashes.set(place.seq, place.changeHash);
  }
  for (const from of (await listJournal(disk, folder)).segments) {
    const segment = await tryReadSegment(disk, folder, from);
    if (typeof segment === 'string') continue;
    hashes.set(from, segment.fromHash);
    for (const { seq, changeHash } of [...segment.beyond, ...segment.entries]) {
      hashes.set(seq, changeHash);
    }
  }
  return hashes;
}
