import { dirname, join } from 'node:path';
import type { StoredEntry } from '@shared/core/changes/entry';
import type { Head, Standing } from '@shared/core/changes/lineage';
import { removeQuietly, replaceFile, type Replacing, writeNew } from '../files/replace-file';
import { encodeLine } from './line';
import {
  type JournalMeta,
  listJournal,
  metaName,
  readSegment,
  type Segment,
  segmentEnd,
  segmentHeader,
  segmentName,
  snapshotName,
  standingAt,
} from './journal-files';

type Place = Omit<Head, 'copyId'>;

/** The journal is not there any more, or shorter than it was left: it must be built anew. */
export class JournalGone extends Error {
  readonly code = 'EJOURNALGONE';
}

/**
 * The append-only history of one copy, in a folder of its own. A change counts as saved when `append`
 * has come back: its lines are written and fsynced. Nothing is ever appended after a torn line.
 */
export class Journal {
  readonly folder: string;
  readonly #tools: Replacing;
  #meta: JournalMeta;
  #head: Place;
  #segment: number;
  #size: number;

  private constructor(
    tools: Replacing,
    folder: string,
    state: { meta: JournalMeta; head: Place; segment: number; size: number },
  ) {
    this.#tools = tools;
    this.folder = folder;
    this.#meta = state.meta;
    this.#head = state.head;
    this.#segment = state.segment;
    this.#size = state.size;
  }

  get standing(): Standing {
    return standingAt(this.#meta, this.#head);
  }

  get meta(): JournalMeta {
    return this.#meta;
  }

  /** Entries since the last snapshot began its own file. */
  get sinceSnapshot(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#head.seq - this.#segment, bytes: this.#size };
  }

  /** Starts the journal of a copy from a whole project file, `earlier` entries kept for the history. */
  static async create(
    tools: Replacing,
    folder: string,
    first: {
      readonly meta: JournalMeta;
      readonly snapshot: Uint8Array;
      readonly earlier: readonly StoredEntry[];
    },
  ): Promise<Journal> {
    const { disk } = tools;
    const { meta, snapshot, earlier } = first;
    if ((await disk.stat(folder)) !== null) {
      // What was there could not be read on; it is kept, under a name that is no copyId.
      await disk.rename(folder, `${folder}-damaged-${tools.word()}`);
    }
    await disk.makeFolder(folder);
    await disk.syncFolder(dirname(folder));
    const path = join(folder, snapshotName(meta.start.seq));
    await replaceFile(tools, { path, bytes: snapshot });
    const before = earlier[0];
    if (before !== undefined) {
      const place = { seq: before.seq - 1, changeHash: before.prevHash };
      await newSegment(tools, folder, { place, entries: earlier });
    }
    const size = await newSegment(tools, folder, { place: meta.start, entries: [] });
    await writeMeta(tools, folder, meta);
    return new Journal(tools, folder, { meta, head: meta.start, segment: meta.start.seq, size });
  }

  /** Makes an existing journal ready to append at `head`: what is torn or lies beyond is put away first. */
  static async resume(
    tools: Replacing,
    folder: string,
    at: { readonly meta: JournalMeta; readonly head: Place },
  ): Promise<Journal> {
    const { meta, head } = at;
    const { segments } = await listJournal(tools.disk, folder);
    for (const seq of segments.toReversed()) {
      const segment = await readSegment(tools.disk, folder, seq);
      if (segment === undefined || seq > head.seq) {
        await setAside(tools, folder, segmentName(seq));
        continue;
      }
      if (segmentEnd(segment).changeHash !== head.changeHash) break;
      await cutTornTail(tools, folder, segment);
      const size = segment.goodSize;
      return new Journal(tools, folder, { meta, head, segment: seq, size });
    }
    if (segments.includes(head.seq)) await setAside(tools, folder, segmentName(head.seq));
    const size = await newSegment(tools, folder, { place: head, entries: [] });
    return new Journal(tools, folder, { meta, head, segment: head.seq, size });
  }

  /**
   * Appends entries that follow the head. When this returns they are on the disk; when it throws,
   * none of them counts, and what half of them may have left is cut before the next append.
   */
  async append(entries: readonly StoredEntry[]): Promise<void> {
    const last = entries.at(-1);
    if (last === undefined) return;
    const { disk } = this.#tools;
    const path = join(this.folder, segmentName(this.#segment));
    const lines = joined(entries.map(encodeLine));
    const found = await disk.stat(path);
    if (found === null || found.size < this.#size) throw new JournalGone();
    const file = await disk.open(path, 'existing');
    try {
      if (found.size > this.#size) await file.truncate(this.#size);
      await file.write(lines, this.#size);
      await file.sync();
    } finally {
      await file.close();
    }
    this.#size += lines.length;
    this.#head = { seq: last.seq, changeHash: last.changeHash };
  }

  /** Keeps a whole project file of the head, so that a start need not read the log before it. */
  async takeSnapshot(bytes: Uint8Array): Promise<void> {
    const head = this.#head;
    const path = join(this.folder, snapshotName(head.seq));
    await replaceFile(this.#tools, { path, bytes });
    if (head.seq !== this.#segment) {
      // One torn before it had a line may lie here from a run that was killed.
      await removeQuietly(this.#tools.disk, join(this.folder, segmentName(head.seq)));
      this.#size = await newSegment(this.#tools, this.folder, { place: head, entries: [] });
      this.#segment = head.seq;
    }
    const { snapshots } = await listJournal(this.#tools.disk, this.folder);
    for (const seq of snapshots.slice(0, -2)) {
      await removeQuietly(this.#tools.disk, join(this.folder, snapshotName(seq)));
    }
  }

  /** Notes which project file this copy lies in. */
  async relocate(filePath: string, title: string): Promise<void> {
    if (this.#meta.filePath === filePath && this.#meta.title === title) return;
    await this.#describe({ ...this.#meta, filePath, title });
  }

  /** Notes that the project file holds everything up to the head. */
  async noteWritten(): Promise<void> {
    const { written } = this.#meta;
    if (written?.seq === this.#head.seq && written.changeHash === this.#head.changeHash) return;
    await this.#describe({ ...this.#meta, written: this.#head });
  }

  async #describe(meta: JournalMeta): Promise<void> {
    this.#meta = meta;
    await writeMeta(this.#tools, this.folder, meta);
  }
}

/** Replaces the description of a journal that is not open. */
export async function writeMeta(
  tools: Replacing,
  folder: string,
  meta: JournalMeta,
): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(meta)}\n`);
  await replaceFile(tools, { path: join(folder, metaName), bytes });
}

async function newSegment(
  { disk }: Replacing,
  folder: string,
  { place, entries }: { readonly place: Place; readonly entries: readonly StoredEntry[] },
): Promise<number> {
  const bytes = joined([segmentHeader(place), ...entries].map(encodeLine));
  const path = join(folder, segmentName(place.seq));
  try {
    await writeNew(disk, path, bytes);
    await disk.syncFolder(folder);
  } catch (error) {
    await removeQuietly(disk, path);
    throw error;
  }
  return bytes.length;
}

async function cutTornTail(tools: Replacing, folder: string, segment: Segment): Promise<void> {
  const { bytes, goodSize, from, brokenInside } = segment;
  if (bytes.length === goodSize) return;
  if (brokenInside) {
    const name = `damaged-${tools.word()}.bin`;
    await writeNew(tools.disk, join(folder, name), bytes.subarray(goodSize));
  }
  const file = await tools.disk.open(join(folder, segmentName(from)), 'existing');
  try {
    await file.truncate(goodSize);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function setAside(tools: Replacing, folder: string, name: string): Promise<void> {
  await tools.disk.rename(join(folder, name), join(folder, `damaged-${tools.word()}.bin`));
  await tools.disk.syncFolder(folder);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
