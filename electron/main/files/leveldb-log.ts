/**
 * Chromium's IndexedDB appends to a LevelDB log after a kill without cutting the torn record off; one
 * start later it meets that record in the middle, takes the store for corrupt and empties it without a
 * word (google/leveldb#1287). So the torn tail is cut before the window opens. Only a second line: the
 * work is in the journal.
 *
 * Format (leveldb/doc/log_format.md): blocks of 32 KiB; records of masked CRC-32C (4 bytes) of type and
 * data, length (2, little endian), type (1 full, 2 first, 3 middle, 4 last), data; fewer than 7 bytes at
 * the end of a block are zeros.
 */
const blockSize = 32_768;
const headerSize = 7;
const full = 1;
const first = 2;
const middle = 3;
const last = 4;

/** Where the last whole record ends, in bytes; the length of the log when all of it is whole. */
export function wholeLength(log: Uint8Array): number {
  let at = 0;
  let whole = 0;
  let isInside = false;
  for (let record = recordAt(log, at); record !== undefined; record = recordAt(log, at)) {
    const continues = record.type === middle || record.type === last;
    if (continues !== isInside) return whole;
    isInside = record.type === first || record.type === middle;
    at = record.end;
    if (!isInside) whole = at;
  }
  // What is left of a block that ends with the file is no record that was torn.
  const rest = log.subarray(whole);
  const isPadding = rest.length < headerSize && rest.every((byte) => byte === 0);
  return isPadding && log.length % blockSize === 0 ? log.length : whole;
}

function recordAt(
  log: Uint8Array,
  start: number,
): { readonly type: number; readonly end: number } | undefined {
  const left = blockSize - (start % blockSize);
  const at = left < headerSize ? start + left : start;
  if (at + headerSize > log.length) return undefined;
  const view = new DataView(log.buffer, log.byteOffset + at, headerSize);
  const length = view.getUint16(4, true);
  const type = view.getUint8(6);
  const end = at + headerSize + length;
  if (type < full || type > last || end > log.length) return undefined;
  if ((at % blockSize) + headerSize + length > blockSize) return undefined;
  if (masked(crc32c(log.subarray(at + 6, end))) !== view.getUint32(0, true)) return undefined;
  return { type, end };
}

function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) {
    value = (value & 1) === 1 ? 0x82f63b78 ^ (value >>> 1) : value >>> 1;
  }
  return value >>> 0;
});

/** CRC-32C (Castagnoli), another polynomial than that of zip. */
function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
