import { describe, expect, it } from 'vitest';
import {
  type Place,
  placeKey,
  placeName,
  placeNamed,
  placeOfKey,
  samePlace,
} from '@shared/core/model/place';
import { isKind, kindNames, kindSpec } from '@shared/core/model/record';

const record = 'co0000000000000000';
const item = 'it0000000000000000';
const fields = [...new Set(kindNames.flatMap((kind) => Object.keys(kindSpec(kind).fields)))];

const places: readonly Place[] = [
  { record },
  ...kindNames.map((missing) => ({ record, missing })),
  ...fields.flatMap((field) => [
    { record, field },
    { record, field, item },
  ]),
];

describe('a place in a project', () => {
  it('is a field or a missing kind, and no field is called like a kind', () => {
    expect(fields.filter(isKind)).toEqual([]);
  });

  it('has one key, from which it is read again, and no other place has it', () => {
    for (const place of places) expect(placeOfKey(placeKey(place))).toEqual(place);
    expect(new Set(places.map(placeKey)).size).toBe(places.length);
  });

  it('is read again from the name that files keep of it', () => {
    for (const place of places.filter((one) => one.item === undefined)) {
      expect(placeNamed(record, placeName(place))).toEqual(place);
    }
  });

  it('is the same whatever else is said of it, and nowhere is no place', () => {
    const [first, second = null] = places;
    expect(samePlace({ record, field: undefined, item: undefined }, first ?? null)).toBe(true);
    expect(samePlace(first ?? null, second)).toBe(false);
    expect(samePlace(null, first ?? null)).toBe(false);
    expect(samePlace(null, null)).toBe(true);
  });
});
