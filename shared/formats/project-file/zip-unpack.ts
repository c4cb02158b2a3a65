import { Inflate } from 'fflate';
import { crc32 } from '../../core/kernel/crc32';
import { highestRatio, mostUnpackedBytes } from './limits';
import { refuse } from './failure';
import type { ZipEntry } from './zip-directory';

/** How much may still be unpacked from one file. */
export interface UnpackBudget {
  bytesLeft: number;
}

/** A fresh budget for one file. */
export function unpackBudget(): UnpackBudget {
  return { bytesLeft: mostUnpackedBytes };
}

/** Packed bytes handed to the inflater at once: at most 33 MB can come of them before they are counted. */
const step = 32_768;

/**
 * Unpacks an entry, counting the bytes that really come out, and checks size and CRC-32.
 * `most` is a tighter limit for small entries such as the manifest.
 */
export function unpack(entry: ZipEntry, budget: UnpackBudget, most = Infinity): Uint8Array {
  const { name, packed, method, claimedSize, crc } = entry;
  const limit = Math.min(budget.bytesLeft, most);
  const content = method === 0 ? stored(packed, limit, name) : inflated(packed, limit, name);
  budget.bytesLeft -= content.length;
  if (content.length !== claimedSize) refuse('damaged', `${name}: another size than declared`);
  if (crc32(content) !== crc) refuse('damaged', `${name}: CRC does not match`);
  return content;
}

function stored(packed: Uint8Array, limit: number, name: string): Uint8Array {
  if (packed.length > limit) refuse('too-large', `${name}: beyond the limit`);
  // A copy: what was read must neither change with the caller's bytes nor keep the whole file alive.
  return new Uint8Array(packed);
}

function inflated(packed: Uint8Array, limit: number, name: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const ratioLimit = packed.length * highestRatio;
  const inflate = new Inflate((part) => {
    size += part.length;
    if (size > limit) refuse('too-large', `${name}: unpacks beyond the limit`);
    if (size > ratioLimit) refuse('too-large', `${name}: unpacks more than 100 : 1`);
    if (part.length > 0) parts.push(part);
  });
  for (let at = 0; at < packed.length || at === 0; at += step) {
    const part = packed.subarray(at, at + step);
    const last = at + step >= packed.length;
    guardedPush(name, () => {
      inflate.push(part, last);
    });
  }
  return joined(parts, size);
}

function guardedPush(name: string, push: () => void): void {
  try {
    push();
  } catch (error) {
    // The library throws plain errors with a numeric code for streams it cannot follow.
    if (error instanceof Error && 'code' in error) refuse('damaged', `${name}: ${error.message}`);
    throw error;
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
