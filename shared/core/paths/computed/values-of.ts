import type { KnownRecord } from '../../model/record';
import { type Bound, boundNumber, type BoundValues, missingField, words } from '../bound';

/** A number that is worked out; where it cannot be, its field is missing. */
export function numberOf(record: KnownRecord, field: string, value: number | null): BoundValues {
  return {
    values: [boundNumber(record, field, value)],
    missing: value === null ? missingField(record, field) : null,
  };
}

/** Values with the same words between each two. */
export function joined(list: readonly (readonly Bound[])[], between: string): BoundValues {
  const values = list.flatMap((one, index) => (index === 0 ? one : [words(between), ...one]));
  return { values, missing: null };
}

/** A value in brackets, or nothing. */
export function bracketed(value: Bound): readonly Bound[] {
  return value.text === '' ? [] : [words('（'), value, words('）')];
}

/** Names as one run of words; one without words counts all the same. */
export function listed(names: readonly string[]): BoundValues {
  const text = names.join('、');
  return { values: names.length === 0 ? [] : [words(text === '' ? '　' : text)], missing: null };
}
