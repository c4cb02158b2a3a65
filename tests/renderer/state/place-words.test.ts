import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { childrenOf, projectOf } from '@shared/core/model/project';
import { checkProject } from '@shared/core/rules/check-project';
import { completeness } from '@shared/core/rules/count-completeness';
import { samples } from '@shared/core/samples/index';
import { whereWords } from '@renderer/state/place-words';

const records = samples.find(({ id }) => id === 'qiche-weixiu')?.records(seededRandom(1)) ?? [];
const whole = projectOf(records);
const [major] = childrenOf(whole, null, 'major');
const [level] = childrenOf(whole, major?.id ?? null, 'majorLevel');
const course = childrenOf(whole, level?.id ?? null, 'course').find(
  ({ name }) => name === '汽车维护',
);
const tasks = childrenOf(whole, course?.id ?? null, 'learningTask');

/** The sample with fields of some records changed. */
function changed(ids: readonly (string | undefined)[], fields: Readonly<Record<string, unknown>>) {
  return projectOf(
    records.map((record) => (ids.includes(record.id) ? { ...record, ...fields } : record)),
  );
}

describe('where a sentence of the checks is about', () => {
  it('names level and course of what has no name, and which one it is', () => {
    const project = changed([tasks[1]?.id], { name: '' });
    const [place] = completeness(checkProject(project)).unfinished;
    expect(place && whereWords(project, place, place.message)).toBe(
      '中级 · 课程“汽车维护” · 第2个学习任务 · 学习任务名称',
    );
  });

  it('does not say again what the sentence has named', () => {
    const project = changed([course?.id], { standardHours: 999 });
    const finding = checkProject(project).findings.find(({ ruleId }) => ruleId === 'HRS-01');
    expect(finding?.message).toContain('“汽车维护”');
    expect(finding && whereWords(project, finding, finding.message)).toBe('中级 · 基准学时');
  });

  it('says no level for what belongs to the major', () => {
    const place = { record: major?.id ?? '', field: 'goal' };
    expect(whereWords(whole, place, '')).not.toContain('级 ·');
  });
});
