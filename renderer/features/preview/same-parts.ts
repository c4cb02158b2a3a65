/**
 * `next`, with every part that says the same as in `before` replaced by the very part of before, so
 * that what has not changed can be told by identity. Takes plain data (records and lists).
 */
export function withSameParts<Value>(before: unknown, next: Value): Value {
  if (Object.is(before, next)) return next;
  if (Array.isArray(before) && Array.isArray(next)) return listOf(before, next) as Value;
  if (isRecord(before) && isRecord(next)) return recordOf(before, next) as Value;
  return next;
}

function listOf(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const merged = next.map((item, index) => withSameParts(before[index], item));
  const same =
    before.length === merged.length &&
    merged.every((item, index) => Object.is(item, before[index]));
  return same ? before : merged;
}

type Fields = Readonly<Record<string, unknown>>;

function recordOf(before: Fields, next: Fields): Fields {
  const merged = Object.entries(next).map(
    ([name, value]) => [name, withSameParts(before[name], value)] as const,
  );
  const same =
    merged.length === Object.keys(before).length &&
    merged.every(([name, value]) => Object.hasOwn(before, name) && Object.is(value, before[name]));
  return same ? before : Object.fromEntries(merged);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
