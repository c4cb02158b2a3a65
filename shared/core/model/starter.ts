import { newId } from '../kernel/id';
import { keyBetween } from '../kernel/order-key';
import type { Random } from '../kernel/random';
import { type AnyRecord, newRecord } from './record';

/** The records of a project nobody has written in yet: the major of a school ('' = not known) and its first level (中级). */
export function starterRecords(
  majorName: string,
  random: Random,
  school = '',
): readonly AnyRecord[] {
  const major = newRecord(
    'major',
    { id: newId('ma', random), parentId: null, order: keyBetween(null, null, random) },
    school === '' ? { name: majorName } : { name: majorName, school },
  );
  const level = newRecord(
    'majorLevel',
    { id: newId('ml', random), parentId: major.id, order: keyBetween(null, null, random) },
    { level: 'intermediate' },
  );
  return [major, level];
}
