import { type AnyRecord, storedForm } from './record';

/** What a member of an object or array costs besides key and value: quotes, comma, line end, indent. */
const memberOverhead = 12;
const longestNumber = 24;

/**
 * The most bytes a record takes in the project file, without writing it: a UTF-16 unit is at most
 * three bytes of UTF-8. Text of Han characters is met closely, Latin text is overrated threefold.
 */
export function recordBytes(record: AnyRecord): number {
  return valueBytes(storedForm(record)) + memberOverhead;
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return value.length * 3 + 2;
  if (typeof value !== 'object' || value === null) return longestNumber;
  let bytes = memberOverhead;
  for (const [key, member] of Object.entries(value)) {
    bytes += key.length * 3 + memberOverhead + valueBytes(member);
  }
  return bytes;
}
