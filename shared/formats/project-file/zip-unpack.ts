import { Inflate } from 'fflate';
import { crc32 } from '../../core/kernel/crc32';
import { highestRatio, mostUnpackedBytes } from './limits';
import { FileProblem, giveUp } from './failure';
import type { ZipEntry } from './zip-directory';

/** How much may still be unpacked from one file. */
export interface UnpackBudget {
  bytesLeft: number;
}

/** A fresh budget for one file. */
export function unpackBudget(): UnpackBudget {
  return { bytesLeft: mostUnpackedBytes };
}

/** Packed bytes handed to the inflater at once: at most 17 MB can come of them before they are counted. */
const step = 16_384;

/** Looks at content as it comes out, from where it did last to `to`; refuses what it does not like. */
export type Watch = (content: Uint8Array, from: number, to: number) => void;

/** How one entry is unpacked. */
export interface Unpacking {
  /** A tighter limit for small entries such as the manifest. */
  readonly most?: number;
  readonly watch?: Watch;
}

/** Unpacks an entry, counting the bytes that really come out, and checks size and CRC-32. */
export function unpack(
  entry: ZipEntry,
  budget: UnpackBudget,
  { most = Infinity, watch = nobody }: Unpacking = {},
): Uint8Array {
  const { name, method, claimedSize, crc } = entry;
  const limit = Math.min(budget.bytesLeft, most);
  const content = method === 0 ? stored(entry, limit) : inflated(entry, limit, watch);
  if (method === 0) watch(content, 0, content.length);
  budget.bytesLeft -= content.length;
  if (content.length !== claimedSize) giveUp('damaged', `${name}: another size than declared`);
  if (crc32(content) !== crc) giveUp('damaged', `${name}: CRC does not match`);
  return content;
}

function nobody(): void {
  // Most entries are looked at when they are whole.
}

function stored({ packed, name }: ZipEntry, limit: number): Uint8Array {
  if (packed.length > limit) giveUp('too-large', `${name}: beyond the limit`);
  // A copy: what was read must neither change with the caller's bytes nor keep the whole file alive.
  return new Uint8Array(packed);
}

function inflated(
  { packed, name, claimedSize }: ZipEntry,
  limit: number,
  watch: Watch,
): Uint8Array {
  const ratioLimit = packed.length * highestRatio;
  // Never more than the limits allow, whatever is claimed; what does not fit is only counted.
  const content = new Uint8Array(Math.min(claimedSize, limit, ratioLimit));
  let size = 0;
  const inflate = new Inflate((part) => {
    const fits = size + part.length <= content.length;
    if (fits) content.set(part, size);
    size += part.length;
    if (size > limit) giveUp('too-large', `${name}: unpacks beyond the limit`);
    if (size > ratioLimit) giveUp('too-large', `${name}: unpacks more than 100 : 1`);
    if (fits) watch(content, size - part.length, size);
  });
  for (let at = 0; at < packed.length || at === 0; at += step) {
    const part = packed.subarray(at, at + step);
    const last = at + step >= packed.length;
    guardedPush(name, () => {
      inflate.push(part, last);
    });
  }
  if (size !== claimedSize) giveUp('damaged', `${name}: another size than declared`);
  return content;
}

function guardedPush(name: string, push: () => void): void {
  try {
    push();
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    // Whatever the library stumbles over in a hostile stream, it is the stream that is wrong.
    giveUp('damaged', `${name}: ${error instanceof Error ? error.message : 'unreadable stream'}`);
  }
}
