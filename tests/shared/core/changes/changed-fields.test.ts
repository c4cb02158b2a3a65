import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '@shared/core/changes/change';
import { changeBetween, changedFields } from '@shared/core/changes/changed-fields';
import { seededRandom } from '@shared/core/kernel/random';
import { contentOf } from '@shared/core/model/content-hash';
import { type Project, projectOf } from '@shared/core/model/project';
import {
  type AnyRecord,
  isKnown,
  kindSpec,
  parseRecord,
  storedForm,
} from '@shared/core/model/record';
import { pick, randomProject, randomValue } from '../../../helpers/random-project';

type Stored = Readonly<Record<string, unknown>>;

const content = ({ records }: Project) => contentOf(records.values()).map(storedForm);

/** A project of which some records went, some came and some say something else now. */
function rewritten(project: Project, seed: number): Project {
  const random = seededRandom(seed);
  const others = [...randomProject(seed).records.values()].slice(0, random.below(8));
  const kept = [...project.records.values()].flatMap((record): readonly AnyRecord[] => {
    const lot = random.below(10);
    if (lot === 0 || others.some(({ id }) => id === record.id)) return [];
    if (lot > 2 || !isKnown(record)) return [record];
    const [field, spec] = pick(random, Object.entries(kindSpec(record.kind).fields)) ?? [];
    if (field === undefined || spec === undefined) return [record];
    const value = randomValue(random, spec);
    return [value === undefined ? record : { ...record, [field]: value }];
  });
  return projectOf([...kept, ...others]);
}

/** The stored form of a record with the fields of `after` in the place of those of `before`. */
function written(before: AnyRecord | null, after: AnyRecord | null): Stored {
  const stored = new Map(Object.entries(before === null ? {} : storedForm(before)));
  for (const { field, before: was, after: is } of changedFields(before, after)) {
    expect(stored.get(field)).toEqual(was);
    if (is === undefined) stored.delete(field);
    else stored.set(field, is);
  }
  return Object.fromEntries(stored);
}

describe('what differs, field by field', () => {
  it('is exact: written into the one state it makes the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (seed) => {
        const before = randomProject(seed);
        const after = rewritten(before, seed + 1);
        const change = changeBetween(before, after);
        expect(content(apply(before, change))).toEqual(content(after));
        for (const part of change) {
          expect(changedFields(part.before, part.after)).not.toEqual([]);
          expect(written(part.before, part.after)).toEqual(
            part.after === null ? {} : storedForm(part.after),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing between a state and the same read again', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const project = randomProject(seed);
      const again = projectOf(
        [...project.records.values()].map((record) => {
          const read = parseRecord(JSON.parse(JSON.stringify(storedForm(record))));
          if ('problem' in read) throw new Error(read.problem);
          return read;
        }),
      );
      expect(changeBetween(project, again)).toEqual([]);
    }
  });
});
