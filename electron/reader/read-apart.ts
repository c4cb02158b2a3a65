import { fail } from '@shared/core/kernel/result';
import { fileFailure } from '@shared/formats/project-file/failure';
import { guarded } from '@shared/formats/project-file/guarded';
import { readDirectory } from '@shared/formats/project-file/zip-directory';
import type { ReadReply } from './protocol';

/**
 * Unpacked bytes from which a file is read by a process of its own; below it, in place. On two busy cores
 * 3.3 MB (5,000 records) took 0.6 s of processor time and 32 MB (50,000 records) 3.3 s.
 */
export const apartFrom = 16_000_000;
/** What reading may take: these and four times the unpacked bytes of memory, and this long. */
const megabytes = 256;
const milliseconds = 120_000;

/** A process that reads; started for one file and ended after it. */
export interface Reader {
  readonly send: (bytes: Uint8Array) => void;
  readonly onReply: (hear: (reply: ReadReply) => void) => void;
  readonly onExit: (hear: () => void) => void;
  readonly kill: () => void;
}

/** Starts a process that reads, with at most so many megabytes of heap. */
export type StartReader = (heapMegabytes: number) => Reader;

/** The bytes a file says it unpacks to: more do not come out of it. 0 when it is no zip of ours. */
export function unpackedBytes(bytes: Uint8Array): number {
  const entries = guarded(() => [...readDirectory(bytes).values()]);
  if (!entries.ok) return 0;
  return entries.value.reduce((sum, { claimedSize }) => sum + claimedSize, 0);
}

/** Reads a file here when it is small, else in a process of its own. */
export async function readWhereItFits(
  bytes: Uint8Array,
  readHere: (bytes: Uint8Array) => ReadReply,
  start: StartReader,
): Promise<ReadReply> {
  return unpackedBytes(bytes) < apartFrom ? readHere(bytes) : readApart(bytes, start);
}

/** Reads a file in a process of its own. One that takes more than it may is ended, and the file refused. */
export function readApart(bytes: Uint8Array, start: StartReader): Promise<ReadReply> {
  const heap = megabytes + Math.ceil((4 * unpackedBytes(bytes)) / 1_000_000);
  const reader = start(heap);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      settle(tooMuch('took too long'));
    }, milliseconds);
    const settle = (reply: ReadReply) => {
      clearTimeout(timer);
      resolve(reply);
      reader.kill();
    };
    reader.onReply(settle);
    reader.onExit(() => {
      settle(tooMuch('the reading process ended'));
    });
    reader.send(bytes);
  });
}

function tooMuch(detail: string): ReadReply {
  const message =
    '打开这个项目文件要用的内存或时间多得不合常理，没有打开。请改用备份，或向发给您文件的人再要一份。';
  return fail(fileFailure('too-large', detail, message));
}
