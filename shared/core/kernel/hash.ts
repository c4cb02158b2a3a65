import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 in lower-case hex of bytes: ours, or one that the machine has made faster. */
export type Sha256 = (bytes: Uint8Array) => string;

/** SHA-256 in lower-case hex of text (as UTF-8) or bytes. Synchronous and the same in window, shell and command line. */
export function sha256Hex(input: string | Uint8Array): string {
  return bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input));
}
