import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consequencesOf } from '@renderer/state/consequences';
import { isCell, isOwn } from '@shared/core/model/family';
import { isWritten } from '@shared/core/model/field';
import { find, subtree } from '@shared/core/model/project';
import {
  fieldSpec,
  isKnown,
  type Kind,
  kindNames,
  kindSpec,
  newRecord,
} from '@shared/core/model/record';
import { textsOf } from '@shared/core/model/written-texts';
import { randomProject } from '../../../helpers/random-project';
import { filesIn, kindsNamed, kindTable } from '../../../../scripts/kind-names.mjs';

/** Lists of kinds that are no second table, each with the reason. */
const allowed: Readonly<Record<string, string>> = {
  'shared/core/samples/major-source.ts': 'members of the JSON of the samples',
};
/** A rule is about the kinds it names; what is about more is about a family and asks the table. */
const mostOfARule = 3;

const table = kindTable('.');
const lineKinds: readonly string[] = kindNames.filter((kind) => kindSpec(kind).role === 'line');

function listsByHand(): readonly string[] {
  const folders = ['shared', 'renderer', 'electron', 'tests/helpers'];
  const files = [...filesIn(folders, ['.ts', '.tsx']), 'tests/shared/core/commands/inputs.ts'];
  return files
    .filter((file) => !table.files.includes(file) && !Object.hasOwn(allowed, file))
    .flatMap((file) => {
      const ofRule = /core\/rules\/[\w-]+\//.test(file);
      return kindsNamed(file, table.names)
        .lists.filter(({ kinds }) => !(ofRule && kinds.length <= mostOfARule))
        .map(({ line, kinds }) => `${file}:${String(line)} ${kinds.join(', ')}`);
    });
}

describe('the table of kinds', () => {
  it('is the only place that lists kinds: whoever needs a family asks the table', () => {
    expect([...table.names].sort()).toEqual([...kindNames].sort());
    expect(listsByHand()).toEqual([]);
  });

  it('is told of every shape of a list kept by hand', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kinds-')), 'planted.ts');
    const planted = [
      `const list = ['course', 'learningTask'];`,
      `const words = { course: '门', learningTask: '个' };`,
      `switch (kind) { case 'course': case 'learningTask': }`,
      `const either = kind === 'course' || kind === 'learningTask';`,
      `const whole: Record<PageKind, string> = { course: '门', learningTask: '个' };`,
      `const one = ['course', 'else'];`,
    ];
    writeFileSync(file, planted.join('\n'));
    expect(kindsNamed(file, table.names).lists.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    rmSync(dirname(file), { recursive: true });
  });

  it('says of every kind what goes with its role', () => {
    for (const kind of kindNames) {
      const { role, line, to, judged, companion, shownAtEnd } = kindSpec(kind);
      expect(line !== undefined, kind).toBe(role === 'line');
      if (role === 'mapping' || role === 'cell') expect(to, kind).toBeDefined();
      if (to !== undefined) expect(fieldSpec(kind, to)?.type, kind).toBe('ref');
      if (judged === true) expect(fieldSpec(kind, 'stamp')?.type, kind).toBe('stamp');
      if (companion === true || shownAtEnd === true) expect(isCell(kind), kind).toBe(true);
    }
  });

  it('names only fields and kinds that there are', () => {
    for (const kind of kindNames) {
      const { line, parted = [], listed = [], judgedBy, initial, byLevel } = kindSpec(kind);
      const fields = [line ?? [], parted, listed, judgedBy?.fields ?? []].flat();
      const made = [initial, byLevel].flatMap((values) => Object.keys(values ?? {}));
      for (const field of [...fields, ...made]) expect(fieldSpec(kind, field), kind).toBeDefined();
      for (const below of judgedBy?.below ?? []) expect(lineKinds).toContain(below);
    }
  });

  it('is followed by the random projects: every kind comes up in them', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 60; seed += 1) {
      for (const { kind } of randomProject(seed).records.values()) seen.add(kind);
    }
    expect(kindNames.filter((kind) => !seen.has(kind))).toEqual([]);
  });

  it('is followed by search and waivers: all that is content is found and may be kept as it is', () => {
    const waived = fieldSpec('waiver', 'recordId');
    const kinds = waived?.type === 'ref' ? waived.kinds : [];
    expect([...kinds].sort()).toEqual(kindNames.filter((kind) => !isOwn(kind)).sort());
    for (const kind of kindNames) {
      const blank = newRecord(kind, { id: 'xx0000000000000000', parentId: null, order: 'a0' });
      const texts = Object.entries(kindSpec(kind).fields).filter(
        ([, spec]) => isWritten(spec) && spec.place !== true,
      );
      const found = [...textsOf(blank)].map(({ place }) => place.field);
      expect(found, kind).toEqual(texts.map(([field]) => field));
    }
  });
});

describe('the question before something is deleted', () => {
  it('tells of everything that goes because it points at what is deleted', () => {
    const asked = new Set<Kind>();
    for (let seed = 1; seed <= 20; seed += 1) {
      const project = randomProject(seed);
      for (const [targetId, pointing] of project.referrers) {
        const target = find(project, targetId);
        const pointers = pointing.flatMap((id) => find(project, id) ?? []).filter(isKnown);
        const going = pointers.filter(
          ({ kind }) =>
            !isOwn(kind) &&
            Object.values(kindSpec(kind).fields).some(
              (spec) =>
                spec.type === 'ref' &&
                spec.onDelete === 'cascade' &&
                spec.kinds.includes(target?.kind ?? ''),
            ),
        );
        if (going.length === 0) continue;
        const gone = subtree(project, targetId).filter(isKnown);
        expect(consequencesOf(project, gone), `${String(seed)} ${targetId}`).not.toEqual([]);
        for (const { kind } of going) asked.add(kind);
      }
    }
    expect(asked).toContain('courseTermHours');
    expect(asked).toContain('assessmentPoint');
  });

  it('counts the hours of a 课程表 before its 起点 is deleted', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const project = randomProject(seed);
      const starts = [...project.records.values()].filter(({ kind }) => kind === 'startPoint');
      for (const start of starts.filter(isKnown)) {
        const hours = project.referrers.get(start.id, []).length;
        const { label } = kindSpec('courseTermHours');
        const told = consequencesOf(project, [start]);
        expect(told).toEqual(hours === 0 ? [] : [{ label, count: hours }]);
      }
    }
  });
});
