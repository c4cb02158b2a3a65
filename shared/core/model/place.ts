import type { RecordId } from '../kernel/id';
import { isKind, type Kind } from './record';

interface WrittenPlace {
  readonly record: RecordId;
  readonly field?: string | undefined;
  /** The line of a list in the field. */
  readonly item?: RecordId | undefined;
  readonly missing?: undefined;
}

/** A field of a record, or one line of a list in it. */
export interface FieldPlace extends WrittenPlace {
  readonly field: string;
}

/**
 * A place in a project: a record, a field of it, a line of a list in it, or the kind of what is missing below
 * it (or of which there are too few or too many).
 */
export type Place =
  | WrittenPlace
  | {
      readonly record: RecordId;
      readonly missing: Kind;
      readonly field?: undefined;
      readonly item?: undefined;
    };

/** A place by the name that files keep: that of a field or, no field being called like one, of a kind; '' = the record. */
export function placeNamed(record: RecordId, name: string): Place {
  if (name === '') return { record };
  return isKind(name) ? { record, missing: name } : { record, field: name };
}

/** The name that files keep of a place. */
export function placeName({ field, missing }: Place): string {
  return missing ?? field ?? '';
}

/** The same for two places that are the same; no blank stands in any of its parts. */
export function placeKey(place: Place): string {
  return [place.record, placeName(place), place.item ?? ''].join(' ');
}

/** The place a key was made of. */
export function placeOfKey(key: string): Place {
  const [record = '', name = '', item = ''] = key.split(' ');
  return item === '' ? placeNamed(record, name) : { record, field: name, item };
}

export function samePlace(left: Place | null, right: Place | null): boolean {
  return (left && placeKey(left)) === (right && placeKey(right));
}
