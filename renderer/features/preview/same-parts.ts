/**
 * `next`, with every part that says the same as in `before` replaced by the very part of before, so
 * that what has not changed can be told by identity. Takes plain data (records and lists).
 */
export function withSameParts<Value>(before: unknown, next: Value): Value {
  if (saysTheSame(before, next)) return before as Value;
  if (Array.isArray(before) && Array.isArray(next)) {
    return next.map((item: unknown, index) => withSameParts(before[index], item)) as Value;
  }
  if (!isRecord(before) || !isRecord(next)) return next;
  const parts = Object.entries(next).map(([name, value]) => [
    name,
    withSameParts(Object.hasOwn(before, name) ? before[name] : undefined, value),
  ]);
  return Object.fromEntries(parts) as Value;
}

/** Makes nothing on the way: nearly all of a paper is the same after an edit. */
function saysTheSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left) || Array.isArray(right)) return sameLists(left, right);
  return isRecord(left) && isRecord(right) && sameRecords(left, right);
}

function sameLists(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (!saysTheSame(left[index], right[index])) return false;
  }
  return true;
}

function sameRecords(left: Fields, right: Fields): boolean {
  const names = Object.keys(right);
  if (names.length !== Object.keys(left).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(left, name) || !saysTheSame(left[name], right[name])) return false;
  }
  return true;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
