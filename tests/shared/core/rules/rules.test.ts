import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { type Place, placeKey } from '@shared/core/model/place';
import { find, type Project } from '@shared/core/model/project';
import { fieldSpec, isKnown, kindSpec, parseRecord, storedForm } from '@shared/core/model/record';
import { checkProject } from '@shared/core/rules/check-project';
import { exampleProject } from '../../../helpers/example-project';
import { fixFinding } from '@shared/core/rules/fix-finding';
import { rules } from '@shared/core/rules/index';
import { shippedSettings } from '@shared/core/rules/rule-settings';
import { expectLaws } from '../../../helpers/laws';

const folder = 'shared/core/rules';
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(folder, name)).map((file) => `${name}/${file.replace(/\.ts$/, '')}`),
  )
  .filter((file) => /\/[a-z]{3}-\d{2}$/.test(file));

describe('the rules', () => {
  it('are each one file, named by its id, in the folder of its pack, and listed', () => {
    const listed = rules.map(({ pack, id }) => `${pack}/${id.toLowerCase()}`);
    expect(listed.toSorted()).toEqual(files.toSorted());
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('belong to packs that are described', () => {
    const packs = shippedSettings.packs.map(({ id }) => id);
    expect([...new Set(rules.map(({ pack }) => pack))].filter((id) => !packs.includes(id))).toEqual(
      [],
    );
  });

  it('say what holds and why in Chinese sentences', () => {
    for (const { id, title, why } of rules) {
      expect(title, id).toMatch(/\p{Script=Han}.*。$/u);
      expect(why, id).toMatch(/\p{Script=Han}.*。$/u);
    }
  });
});

const fixable = rules.filter(({ fix }) => fix !== undefined).map(({ id }) => id);

describe.each(fixable)('the repair of %s', (id) => {
  const cases = rules
    .filter((rule) => rule.id === id)
    .flatMap(({ examples }) =>
      examples.map(({ records }) => checkProject(exampleProject(records))),
    );

  it('mends what it says it can mend, keeps every law and can be undone', () => {
    let mended = 0;
    for (const checked of cases) {
      for (const finding of checked.findings) {
        if (finding.ruleId !== id || !finding.fixable) continue;
        const fixed = fixFinding(checked.project, finding, { random: seededRandom(1) });
        if (!fixed.ok) throw new Error(fixed.failure.message);
        const after = checkProject(expectLaws(checked.project, fixed.value.change));
        const places = after.findings.filter(({ ruleId }) => ruleId === id);
        expect(places).not.toContainEqual(finding);
        expect(fixed.value.label).toMatch(/\p{Script=Han}/u);
        mended += 1;
      }
    }
    expect(mended).toBeGreaterThan(0);
  });

  it('leaves nothing it could mend when it is asked again and again, and refuses what it cannot', () => {
    for (const checked of cases) {
      let current = checked;
      for (let turn = checked.findings.length; turn > 0; turn -= 1) {
        const next = current.findings.find((found) => found.ruleId === id && found.fixable);
        const fixed = next && fixFinding(current.project, next, { random: seededRandom(1) });
        if (fixed?.ok !== true) break;
        current = checkProject(expectLaws(current.project, fixed.value.change));
      }
      expect(current.findings.filter((found) => found.ruleId === id && found.fixable)).toEqual([]);
      for (const left of current.findings.filter((found) => found.ruleId === id)) {
        expect(fixFinding(current.project, left, { random: seededRandom(1) }).ok).toBe(false);
      }
    }
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('shows a case that passes and one that does not', () => {
    expect(rule.examples.some(({ finds }) => finds.length === 0)).toBe(true);
    expect(rule.examples.some(({ finds }) => finds.length > 0)).toBe(true);
  });

  it.each(rule.examples)('$text', ({ records, finds }) => {
    const project = exampleProject(records);
    for (const record of project.records.values()) {
      expect(parseRecord(storedForm(record))).toEqual(record);
    }
    const checked = checkProject(project);
    const found = checked.findings.filter(({ ruleId }) => ruleId === id);
    expect(found.map(({ message }) => message).toSorted()).toEqual(finds.toSorted());
    const places = [...checked.memos.values()].flatMap((memo) => memo.places);
    for (const said of [...found, ...places.filter(({ ruleId }) => ruleId === id)]) {
      expect(isPlaceIn(project, said), placeKey(said)).toBe(true);
      expect(said.message).toMatch(/。$/);
    }
  });
});

/** A field of the record, or a kind that stands below it or points at it. */
function isPlaceIn(project: Project, { record: id, field = '', missing }: Place): boolean {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return false;
  if (missing === undefined) return fieldSpec(record.kind, field) !== undefined;
  const { parents, fields } = kindSpec(missing);
  const targets = Object.values(fields).flatMap((spec) => (spec.type === 'ref' ? spec.kinds : []));
  return [...parents, ...targets].includes(record.kind);
}
