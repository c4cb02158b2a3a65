import { dirname, join } from 'node:path';
import type { DiskStat } from '../files/disk';
import {
  removeQuietly,
  type Replacing,
  ReadBackError,
  retryWhileBusy,
  sameBytes,
  writeNew,
} from '../files/replace-file';

/** A file of a set, and what lay at its place when it was judged. */
export interface FileOfSet {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly judged: DiskStat | null;
}

/** Why a set was not written; every place holds what it held before. */
export class SetProblem extends Error {
  constructor(
    /** The file that could not be written; null when the set was called off. */
    readonly path: string | null,
    override readonly cause: unknown,
  ) {
    super(path === null ? 'called off' : `not written: ${String(cause)}`);
  }
}

class ChangedMeanwhile extends Error {
  readonly code = 'ECHANGED';
}

interface Staged extends FileOfSet {
  readonly temporary: string;
  /** A copy of what lies at the place now; null when nothing does. */
  readonly before: string | null;
}

/**
 * Writes a set of files whole or not at all. First everything is written and fsynced under temporary
 * names, what will be replaced is copied beside it, then each file gets its name; whatever fails, or
 * when it is called off, the places named so far get back what they held. A kill leaves each file old
 * or new, never half.
 */
export async function writeTogether(
  tools: Replacing,
  files: readonly FileOfSet[],
  isCancelled: () => boolean,
): Promise<void> {
  const staged = files.map((file) => stagedAt(file, tools.word));
  const named: Staged[] = [];
  try {
    for (const one of staged) {
      goOnUnless(isCancelled);
      await orProblem(one, () => stage(tools, one));
    }
    for (const one of staged) {
      goOnUnless(isCancelled);
      await orProblem(one, () => giveName(tools, one));
      named.push(one);
    }
    for (const folder of foldersOf(staged)) await tools.disk.syncFolder(folder);
    for (const one of staged) await orProblem(one, () => readBack(tools, one));
  } catch (error) {
    for (const one of named.toReversed()) await takeBack(tools, one);
    throw error;
  } finally {
    for (const { temporary, before } of staged) {
      await removeQuietly(tools.disk, temporary);
      if (before !== null) await removeQuietly(tools.disk, before);
    }
  }
}

function stagedAt(file: FileOfSet, word: () => string): Staged {
  const beside = () => join(dirname(file.path), `.gxk-${word()}.tmp`);
  return { ...file, temporary: beside(), before: file.judged === null ? null : beside() };
}

function goOnUnless(isCancelled: () => boolean): void {
  if (isCancelled()) throw new SetProblem(null, null);
}

async function orProblem({ path }: Staged, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    throw new SetProblem(path, error);
  }
}

async function stage({ disk }: Replacing, one: Staged): Promise<void> {
  if (one.before !== null) await writeNew(disk, one.before, await disk.readFile(one.path));
  await writeNew(disk, one.temporary, one.bytes);
}

/** Replaces what was judged, not what another program puts there in the meantime. */
async function giveName({ disk, clock }: Replacing, one: Staged): Promise<void> {
  await retryWhileBusy(clock, async () => {
    const now = await disk.stat(one.path);
    if (now?.size !== one.judged?.size || now?.modified !== one.judged?.modified) {
      throw new ChangedMeanwhile();
    }
    await disk.rename(one.temporary, one.path);
  });
}

async function readBack({ disk }: Replacing, { path, bytes }: Staged): Promise<void> {
  if (!sameBytes(await disk.readFile(path), bytes)) throw new ReadBackError(path);
}

async function takeBack({ disk, clock }: Replacing, { path, before }: Staged): Promise<void> {
  if (before === null) await removeQuietly(disk, path);
  else await retryWhileBusy(clock, () => disk.rename(before, path));
  await disk.syncFolder(dirname(path));
}

function foldersOf(files: readonly FileOfSet[]): readonly string[] {
  return [...new Set(files.map(({ path }) => dirname(path)))];
}
