import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { seededRandom } from '@shared/core/kernel/random';
import { linkFindings } from '@shared/core/model/link-findings';
import { closest, projectOf } from '@shared/core/model/project';
import {
  type AnyRecord,
  fieldOf,
  isKnown,
  kindSpec,
  type KnownRecord,
  parseRecord,
  storedForm,
} from '@shared/core/model/record';
import { isJudged } from '@shared/core/model/family';
import { isSuspect } from '@shared/core/model/stamp';
import { samples } from '@shared/core/samples/index';

/** Fields that are rightly empty in a finished course, besides those of the whole major. */
const mayBeEmpty: ReadonlySet<string> = new Set([
  'note',
  'learningContent.stageId',
  'assessmentPoint.learningTaskId',
]);

describe('every shipped sample', () => {
  it('has an id, a title and a description of its own', () => {
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
    for (const { id, title, description } of samples) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(title.length).toBeGreaterThan(4);
      expect(description.length).toBeGreaterThan(20);
    }
  });

  it.each(samples)('$id opens without a broken link', ({ records }) => {
    const made = records(seededRandom(1));
    expect(linkFindings(projectOf(made))).toEqual([]);
    for (const record of made) expect(parseRecord(storedForm(record))).toEqual(record);
  });

  it.each(samples)(
    '$id is the same for the same randomness, and a copy of its own otherwise',
    ({ records }) => {
      const first = records(seededRandom(7));
      expect(canonicalJson(records(seededRandom(7)))).toBe(canonicalJson(first));
      const ids = new Set(first.map(({ id }) => id));
      for (const { id } of records(seededRandom(8))) expect(ids.has(id)).toBe(false);
    },
  );

  it.each(samples)('$id gives every record and every list item an id of its own', ({ records }) => {
    const ids = records(seededRandom(1)).flatMap((record) => [
      record.id,
      ...Object.values(storedForm(record))
        .filter(Array.isArray)
        .flatMap((list) => (list as { id: string }[]).map(({ id }) => id)),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(samples)('$id leaves nothing unwritten', ({ records }) => {
    const made = records(seededRandom(1));
    const project = projectOf(made);
    // Courses of the other kinds are named in tables only.
    const isTold = ({ id }: AnyRecord) =>
      (closest(project, id, 'course')?.courseKind ?? 'integrated') === 'integrated';
    const empty = made.filter(isKnown).filter(isTold).flatMap(emptyFields);
    expect(empty).toEqual([]);
  });

  it.each(samples)(
    '$id stands as judged, and doubts a mapping once its objective changes',
    ({ records }) => {
      const made = records(seededRandom(1));
      const doubts = (all: readonly AnyRecord[]) => {
        const project = projectOf(all);
        return all.filter((record) => isJudged(record) && isSuspect(project, record)).length;
      };
      expect(made.filter(isJudged).length).toBeGreaterThan(0);
      expect(doubts(made)).toBe(0);
      const changed = made.map((record) =>
        record.kind === 'courseObjective' ? { ...record, text: `${record.text}并记录。` } : record,
      );
      expect(doubts(changed)).toBeGreaterThan(0);
    },
  );

  it.each(samples)('$id is written in clean Chinese', ({ records }) => {
    for (const text of textsOf(records(seededRandom(1)))) {
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text, 'half-width punctuation').not.toMatch(
        /[\u4e00-\u9fff][,;:!?()]|[,;!?(][\u4e00-\u9fff]/u,
      );
      expect(text, 'doubled punctuation').not.toMatch(/[，。；：、]{2}/u);
      expect(text, 'a placeholder').not.toMatch(/××|XX|待定|TODO|请输入|（略）/u);
      expect(text, 'a word we write otherwise').not.toMatch(/制定|其它|课时|帐|登陆/u);
      expect(text, 'a straight quotation mark').not.toMatch(/["']/u);
      expect(text, 'a blank between 汉字 and digits').not.toMatch(
        /[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]/u,
      );
    }
  });
});

function emptyFields(record: KnownRecord): readonly string[] {
  const { fields } = kindSpec(record.kind);
  return Object.keys(fields).filter((name) => {
    if (fields[name]?.since !== undefined) return false;
    if (mayBeEmpty.has(name) || mayBeEmpty.has(`${record.kind}.${name}`)) return false;
    const value = fieldOf(record, name);
    return value === null || value === '' || (Array.isArray(value) && value.length === 0);
  });
}

function textsOf(records: readonly unknown[]): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && /[\u4e00-\u9fff]/u.test(value)) found.push(value);
    if (typeof value === 'object' && value !== null && key !== 'stamp') {
      for (const [name, member] of Object.entries(value)) walk(member, name);
    }
  };
  walk(records, '');
  return found;
}
