const deepest = 64;
const forbidden: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const perValue = 8;

export type Measured = 'fine' | 'too-large' | 'not-plain';

/**
 * Weighs a value from the window before anything else touches it: rough bytes, depth, and keys that
 * are never allowed. Stops as soon as it knows. A circle is too deep.
 */
export function measure(value: unknown, mostBytes: number): Measured {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let bytes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.depth > deepest) return 'not-plain';
    bytes += weight(next.value);
    if (bytes > mostBytes) return 'too-large';
    const members = membersOf(next.value);
    if (members === undefined) return 'not-plain';
    for (const member of members) waiting.push({ value: member, depth: next.depth + 1 });
  }
  return 'fine';
}

function weight(value: unknown): number {
  if (typeof value === 'string') return perValue + value.length * 2;
  return ArrayBuffer.isView(value) ? perValue + value.byteLength : perValue;
}

/** What is inside; undefined for things no channel carries. */
function membersOf(value: unknown): readonly unknown[] | undefined {
  if (['function', 'symbol', 'bigint'].includes(typeof value)) return undefined;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if (Array.isArray(value)) return value as unknown[];
  return isPlain(value) ? Object.values(value) : undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return false;
  return !Object.keys(value).some((key) => forbidden.includes(key));
}
