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

/** Why a set was not written; every place holds what it held before, but for those in `left`. */
export class SetProblem extends Error {
  /** Places that hold the new file all the same, since the disk took nothing back. */
  readonly left: readonly string[];

  constructor(
    /** The file that could not be written; null when the set was called off. */
    readonly path: string | null,
    override readonly cause: unknown,
    left: readonly string[] = [],
  ) {
    super(path === null ? 'called off' : `not written: ${String(cause)}`);
    this.left = left;
  }
}

class ChangedMeanwhile extends Error {
  readonly code = 'ECHANGED';
}

/** A file of no bytes opens nowhere: whoever made it has failed without saying so. */
class EmptyFile extends Error {
  readonly code = 'EEMPTY';
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
  const each = async (ones: readonly Staged[], action: (one: Staged) => Promise<void>) => {
    for (const one of ones) await orProblem(one, () => action(one));
  };
  const eachUnless = async (action: (one: Staged) => Promise<void>) => {
    for (const one of staged) {
      goOnUnless(isCancelled);
      await each([one], action);
    }
  };
  try {
    await eachUnless((one) => stage(tools, one));
    await eachUnless(async (one) => {
      await giveName(tools, one);
      named.push(one);
    });
    await each(firstOfEachFolder(staged), ({ path }) => tools.disk.syncFolder(dirname(path)));
    await each(staged, (one) => readBack(tools, one));
  } catch (error) {
    throw withLeft(error, await takeAllBack(tools, named.toReversed()));
  } finally {
    await clearAway(tools, staged);
  }
}

function withLeft(error: unknown, left: readonly string[]): unknown {
  if (left.length === 0 || !(error instanceof SetProblem)) return error;
  return new SetProblem(error.path, error.cause, left);
}

async function clearAway({ disk }: Replacing, staged: readonly Staged[]): Promise<void> {
  for (const { temporary, before } of staged) {
    await removeQuietly(disk, temporary);
    if (before !== null) await removeQuietly(disk, before);
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

async function stage({ disk, clock }: Replacing, one: Staged): Promise<void> {
  const { before, path } = one;
  if (one.bytes.length === 0) throw new EmptyFile();
  if (before !== null) {
    const held: { bytes: Uint8Array } = { bytes: new Uint8Array() };
    await retryWhileBusy(clock, async () => {
      held.bytes = await disk.readFile(path);
    });
    await writeNew(disk, before, held.bytes);
  }
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

/** Gives each place back what it held; one that cannot be keeps no other from it. Answers those. */
async function takeAllBack(tools: Replacing, named: readonly Staged[]): Promise<readonly string[]> {
  const left: string[] = [];
  for (const one of named) {
    await takeBack(tools, one).catch(() => left.push(one.path));
  }
  return left;
}

async function takeBack({ disk, clock }: Replacing, { path, before }: Staged): Promise<void> {
  await retryWhileBusy(clock, () =>
    before === null ? disk.remove(path) : disk.rename(before, path),
  );
  // The disk has failed already; that it does not answer this either changes nothing for what lies there.
  await disk.syncFolder(dirname(path)).catch(() => undefined);
}

function firstOfEachFolder(files: readonly Staged[]): readonly Staged[] {
  return [...new Map(files.map((file) => [dirname(file.path), file])).values()];
}
