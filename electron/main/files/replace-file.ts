import { basename, dirname, join } from 'node:path';
import type { Clock } from '../clock';
import { codeOf, type Disk } from './disk';

const tempPattern = /^\.gxk-[0-9a-z]{12}\.tmp$/;
const orphanAge = 24 * 60 * 60 * 1000;
/** How long a target held by a virus scanner, an indexer or a sync program is waited for. */
const longestWait = 10_000;
const busyCodes: readonly string[] = ['EPERM', 'EBUSY', 'EACCES'];

export interface Replacing {
  readonly disk: Disk;
  readonly clock: Clock;
  /** A fresh word for the temporary file. */
  readonly word: () => string;
}

/** The bytes on disk after a write are not the bytes that were written. */
export class ReadBackError extends Error {
  readonly code = 'EREADBACK';
  constructor(path: string) {
    super(`Reading back gave other bytes: ${basename(path)}`);
  }
}

/** The new file has its name, but the disk failed to say that it will keep it. */
export class UnsureError extends Error {
  readonly code = 'EUNSURE';
  constructor(
    path: string,
    override readonly cause: unknown,
  ) {
    super(`Written, but not known to be durable: ${basename(path)}`);
  }
}

/**
 * Replaces a file as a whole: temporary file beside it → fsync → rename → fsync(folder) → read back
 * and compare. Whatever fails, the old file or the new one lies there whole.
 * `beforeRename` runs last and stops everything by throwing.
 */
export async function replaceFile(
  { disk, clock, word }: Replacing,
  target: { readonly path: string; readonly bytes: Uint8Array },
  beforeRename: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { path, bytes } = target;
  const folder = dirname(path);
  const temp = join(folder, `.gxk-${word()}.tmp`);
  try {
    await writeNew(disk, temp, bytes);
    await retryWhileBusy(clock, async () => {
      await beforeRename();
      await disk.rename(temp, path);
    });
  } catch (error) {
    await removeQuietly(disk, temp);
    throw error;
  }
  // The name is given: from here on 「没有写进去」 would be false.
  await disk.syncFolder(folder).catch((error: unknown) => {
    throw new UnsureError(path, error);
  });
  if (!sameBytes(await disk.readFile(path), bytes)) throw new ReadBackError(path);
}

/** Writes a file that is not there yet and makes its bytes durable; the name is durable after syncFolder. */
export async function writeNew(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'new');
  try {
    await file.write(bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Tries again, waiting longer each time, while another program holds the file. */
export async function retryWhileBusy(clock: Clock, action: () => Promise<void>): Promise<void> {
  let pause = 20;
  let waited = 0;
  for (;;) {
    try {
      await action();
      return;
    } catch (error) {
      if (!busyCodes.includes(codeOf(error)) || waited >= longestWait) throw error;
    }
    await clock.sleep(pause);
    waited += pause;
    pause = Math.min(pause * 2, 2_000, Math.max(longestWait - waited, 1));
  }
}

/** Removes temporary files of ours that a killed run left behind more than a day ago. */
export async function sweepFolder(disk: Disk, folder: string, now: number): Promise<void> {
  if ((await disk.stat(folder))?.type !== 'folder') return;
  for (const name of await disk.list(folder)) {
    if (!tempPattern.test(name)) continue;
    const path = join(folder, name);
    const found = await disk.stat(path);
    if (found?.type === 'file' && now - found.modified > orphanAge) await removeQuietly(disk, path);
  }
}

/** Removes a file that is only in the way; one that stays is swept another day. */
export async function removeQuietly(disk: Disk, path: string): Promise<void> {
  await disk.remove(path).catch(() => undefined);
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
