import { describe, expect, it } from 'vitest';
import { emptyValue } from '@shared/core/model/field';
import {
  fieldOf,
  isKnown,
  kindNames,
  kindSpec,
  newRecord,
  parseRecord,
  storedForm,
} from '@shared/core/model/record';
import { randomProject } from '../../../helpers/random-project';

describe('a field that came to its kind later', () => {
  it('is left out while it is empty, so that older records keep their bytes and hashes', () => {
    for (const kind of kindNames) {
      const id = `${kindSpec(kind).code}0000000000000000`;
      const stored = storedForm(newRecord(kind, { id, parentId: null, order: 'a0' }));
      for (const [field, { since }] of Object.entries(kindSpec(kind).fields)) {
        expect([kind, field, Object.hasOwn(stored, field)]).toEqual([
          kind,
          field,
          since === undefined,
        ]);
      }
    }
  });

  it('is read as empty where it is missing, and nothing is lost either way', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      for (const record of randomProject(seed).records.values()) {
        const stored = storedForm(record);
        const read = parseRecord(stored);
        expect(read).toEqual(record);
        if ('problem' in read || !isKnown(read)) continue;
        expect(storedForm(read)).toEqual(stored);
        const missing = Object.entries(kindSpec(read.kind).fields).filter(
          ([field]) => !Object.hasOwn(stored, field),
        );
        const values = missing.map(([field]) => fieldOf(read, field));
        expect(values).toEqual(missing.map(([, spec]) => emptyValue(spec)));
      }
    }
  });

  it('comes at a rung above that of its kind', () => {
    for (const kind of kindNames) {
      const { rung, fields } = kindSpec(kind);
      for (const { since } of Object.values(fields))
        expect(since ?? rung + 1).toBeGreaterThan(rung);
    }
  });
});
