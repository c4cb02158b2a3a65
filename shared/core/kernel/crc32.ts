const table = buildTable();

/**
 * CRC-32 (ISO 3309, as in zip) of bytes. `seed` is the result for the bytes before, so that a long
 * piece can be summed in parts.
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  let crc = ~seed;
  const { length } = bytes;
  // By index: an iterator over bytes costs several times as much, and this sums every file opened.
  for (let index = 0; index < length; index += 1) {
    crc = (table[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function buildTable(): Int32Array {
  const values = new Int32Array(256);
  for (let index = 0; index < 256; index += 1) {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1)
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    values[index] = value;
  }
  return values;
}
