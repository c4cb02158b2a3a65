import { type Random, seededRandom } from '@shared/core/kernel/random';
import type { AnyFieldValue, FieldSpec } from '@shared/core/model/field';
import { treeProblem } from '@shared/core/model/link-findings';
import { type Project, projectOf } from '@shared/core/model/project';
import { type AnyRecord, isKnown, kindSpec } from '@shared/core/model/record';
import { pick, randomProject } from './random-project';

/** Order keys that other programs, hands and mergers write: every one of them opens. */
export const oddKeys = [
  ...['00001', '00002', 'b0', 'zzz', '-1', ' ', '~', 'a', 'A', 'a00', '0', '中', '第2', '\u0007'],
  ...['\ud800', 'a0!', 'zzzzzzzzzzzzzzzzzzzzzzzzzzz', `A${'0'.repeat(26)}`, `A${'0'.repeat(25)}1`],
  ...['9'.repeat(2_000), `a0${'V'.repeat(300)}`, 'a0', 'a0', 'a1', 'Zz'],
];

/**
 * A project as a file of another hand may hold it and still opens: keys not of our making, records under
 * parents that are gone or of another kind, links to anything, to themselves even, numbers at their ends.
 */
export function oddProject(seed: number): Project {
  const random = seededRandom(seed * 7 + 3);
  const whole = [...randomProject(seed).records.values()];
  const ids = whole.map(({ id }) => id);
  const odd = (id: string | null) => pick(random, [...ids.slice(0, 40), ...ids, id, null, 'gone']);
  let project = projectOf(whole.map((record) => withOddKey(record, random)));
  for (const record of project.records.values()) {
    const changed = random.below(3) === 0 ? withOddFields(record, random, odd) : record;
    const parentId = random.below(8) === 0 ? (odd(record.parentId) ?? null) : record.parentId;
    const next = projectOf([
      ...[...project.records.values()].filter(({ id }) => id !== record.id),
      moved(changed, parentId),
    ]);
    if (treeProblem(next) === undefined) project = next;
  }
  return project;
}

function withOddKey(record: AnyRecord, random: Random): AnyRecord {
  const order = random.below(3) === 0 ? record.order : (pick(random, oddKeys) ?? 'a0');
  return isKnown(record)
    ? { ...record, order }
    : { ...record, order, stored: { ...record.stored, order } };
}

function moved(record: AnyRecord, parentId: string | null): AnyRecord {
  return isKnown(record)
    ? { ...record, parentId }
    : { ...record, parentId, stored: { ...record.stored, parentId } };
}

function withOddFields(
  record: AnyRecord,
  random: Random,
  odd: (id: string | null) => string | null | undefined,
): AnyRecord {
  if (!isKnown(record)) return record;
  const values: Record<string, AnyFieldValue> = {};
  for (const [field, spec] of Object.entries(kindSpec(record.kind).fields)) {
    const value =
      spec.type === 'ref' ? (pick(random, [odd(null), record.id]) ?? null) : oddValue(spec, random);
    if (value !== undefined) values[field] = value;
  }
  return { ...record, ...values };
}

const manyBlanks = ' '.repeat(300);

function oddValue(spec: FieldSpec, random: Random): AnyFieldValue | undefined {
  switch (spec.type) {
    case 'line':
    case 'text':
      return pick(random, [
        '',
        manyBlanks,
        '长'.repeat(500),
        '一\n二',
        '\u2028',
        'e\u0301',
        '\ufeff',
      ]);
    case 'hours':
      return pick(random, [null, 0, 0.5, 20_000]);
    case 'percent':
      return pick(random, [null, 0, 100]);
    case 'count':
      return pick(random, [null, 0, 1, 100_000]);
    case 'items':
      return pick(random, [[], [{ id: 'it0000000000000000', text: '一\n二' }]]);
    case 'stamp':
      return pick(random, [null, { hash: '', normaliser: -7, text: '' }]);
    case 'flag':
      return random.below(2) === 0;
    default:
      return undefined;
  }
}
