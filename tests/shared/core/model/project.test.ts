import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { builtKinds } from '@shared/core/model/kinds';
import { linkFindings, treeProblem } from '@shared/core/model/link-findings';
import { plannedKinds } from '@shared/core/model/planned-kinds';
import { projectOf, type Replacement, replaceRecords, subtree } from '@shared/core/model/project';
import { kindNames, kindSpec, newRecord, parseRecord } from '@shared/core/model/record';
import { indexes, plain } from '../../../helpers/laws';
import { pick, randomProject } from '../../../helpers/random-project';

describe('the kinds of records', () => {
  it('have codes of their own, built and planned alike', () => {
    const codes = [...Object.values(builtKinds), ...Object.values(plannedKinds)].map(
      ({ code }) => code,
    );
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]{2,4}$/);
    const taken = new Set<string>(codes);
    for (const code of ['it', 'pj', 'cp']) expect(taken.has(code)).toBe(false);
  });

  it('have field codes of their own that fit a Word bookmark', () => {
    for (const kind of kindNames) {
      const codes = Object.values(kindSpec(kind).fields).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(/^[a-z][a-z0-9]{0,5}$/);
    }
  });

  it('stand under kinds that exist and point at kinds that exist', () => {
    for (const kind of kindNames) {
      const { parents, fields } = kindSpec(kind);
      expect([null, ...kindNames]).toEqual(expect.arrayContaining([...parents]));
      for (const spec of Object.values(fields)) {
        if (spec.type === 'ref') expect(kindNames).toEqual(expect.arrayContaining([...spec.kinds]));
        if (spec.type === 'choice') expect(spec.words).toHaveLength(spec.options.length);
      }
    }
  });

  it('write new records that can be read again', () => {
    for (const kind of kindNames) {
      const id = `${kindSpec(kind).code}0000000000000000`;
      const record = newRecord(kind, { id, parentId: null, order: 'a0' });
      expect(parseRecord(record)).toEqual(record);
    }
  });
});

describe('a project', () => {
  it('keeps its indexes as if they were built anew, whatever is replaced', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const project = randomProject(seed);
      const other = randomProject(seed + 1_000);
      const ids = [...project.records.keys()];
      const replacements = new Map<string, Replacement>();
      const change = (): Replacement => {
        const id = pick(random, ids) ?? '';
        const before = project.records.get(id) ?? null;
        const shape = random.below(3);
        if (shape === 0 || before === null) return { id, before, after: null };
        const parentId = shape === 1 ? before.parentId : (pick(random, ids) ?? null);
        return { id, before, after: { ...before, parentId, order: `a${random.below(10)}` } };
      };
      for (let count = 0; count < 12; count += 1) {
        const made = change();
        replacements.set(made.id, made);
      }
      for (const record of [...other.records.values()].slice(0, 5)) {
        replacements.set(record.id, { id: record.id, before: null, after: record });
      }
      const after = replaceRecords(project, [...replacements.values()]);
      expect(indexes(after), `seed ${seed}`).toEqual(indexes(projectOf(after.records.values())));
      for (const [id, record] of project.records) {
        if (!replacements.has(id)) expect(after.records.get(id)).toBe(record);
      }
    }
  });

  it('is the same whatever order its records are read in', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const project = randomProject(seed);
      const shuffled = [...project.records.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
      expect(indexes(projectOf(shuffled))).toEqual(indexes(project));
      expect(plain(projectOf(shuffled))).toEqual(plain(project));
    }
  });

  it('names links that point nowhere and wrong places, and drops nothing', () => {
    const base = { parentId: null, order: 'a0' };
    const major = newRecord('major', { ...base, id: 'ma1' }, { name: '汽车维修' });
    const lost = newRecord('majorLevel', { ...base, id: 'ml1', parentId: 'ma9' });
    const astray = newRecord('course', { ...base, id: 'co1', parentId: 'ma1' });
    const dangling = newRecord(
      'learningContent',
      { ...base, id: 'lc1', parentId: 'co1' },
      { stageId: 'cs9' },
    );
    const left = newRecord('course', { ...base, id: 'co2', parentId: 'co3' });
    const right = newRecord('course', { ...base, id: 'co3', parentId: 'co2' });
    const project = projectOf([major, lost, astray, dangling, left, right]);
    const found = linkFindings(project).map(({ finding, record }) => `${finding} ${record}`);
    expect(found.sort()).toEqual([
      'dangling-parent ml1',
      'dangling-ref lc1',
      'wrong-parent co1',
      'wrong-parent co2',
      'wrong-parent co3',
    ]);
    expect(project.records.size).toBe(6);
    expect(subtree(project, 'co2').map(({ id }) => id)).toEqual(['co2', 'co3']);
  });

  it('says which records stand in a circle, are their own parent, or lie endlessly deep', () => {
    const course = (id: string, parentId: string | null, name: string) =>
      newRecord('course', { id, parentId, order: 'a0' }, { name });
    expect(treeProblem(projectOf([course('co1', null, '甲'), course('co2', 'co9', '乙')]))).toBe(
      undefined,
    );
    expect(treeProblem(projectOf([course('co1', 'co1', '甲'), course('co0', 'co1', '乙')]))).toBe(
      '课程“甲”成了自己的上级',
    );
    expect(treeProblem(projectOf([course('co1', 'co2', '甲'), course('co2', 'co1', '乙')]))).toBe(
      '课程“甲”的上下级绕成了圈',
    );
    const chain = Array.from({ length: 120 }, (_, index) =>
      course(`co${index}`, index === 0 ? null : `co${index - 1}`, '甲'),
    );
    expect(treeProblem(projectOf(chain))).toContain('一百多层');
  });
});
