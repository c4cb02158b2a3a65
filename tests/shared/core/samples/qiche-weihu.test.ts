import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import type { AnyRecord } from '@shared/core/model/record';
import { samples } from '@shared/core/samples/index';

/**
 * The finished course against what a department head would check by hand. Nothing of the hours
 * engine or the rules is used here: the sums are made again, straight from the stored records.
 */
type Stored = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly parentId: string | null;
  readonly order: string;
};

const records: readonly AnyRecord[] =
  samples.find(({ id }) => id === 'qiche-weihu')?.records(seededRandom(2026)) ?? [];

const ofKind = (kind: string) =>
  (records as readonly unknown[] as readonly Stored[])
    .filter((record) => record.kind === kind)
    .sort((left, right) => (left.order < right.order ? -1 : 1));
const only = (kind: string): Stored => {
  const [first, ...others] = ofKind(kind);
  if (first === undefined || others.length > 0) throw new Error(`expected one ${kind}`);
  return first;
};
const text = (record: Stored, field: string): string => String(record[field]);
const number = (record: Stored, field: string): number => Number(record[field]);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const characters = (value: string): number => value.replace(/\s/gu, '').length;
const items = (record: Stored, field: string): readonly string[] =>
  (record[field] as readonly { readonly text: string }[]).map((item) => item.text);

const course = only('course');
const tasks = ofKind('learningTask');
const objectives = ofKind('courseObjective');
const links = ofKind('objectiveTask');
const points = ofKind('assessmentPoint');

describe('the sample course 汽车维护', () => {
  it('is the 180-hour course of 汽车维修（中级）', () => {
    expect(text(only('major'), 'name')).toBe('汽车维修');
    expect(text(only('majorLevel'), 'majorCode')).toBe('0403-4');
    expect(text(course, 'name')).toBe(text(only('typicalWorkTask'), 'name'));
    expect(number(course, 'standardHours')).toBe(180);
  });

  it('has four learning tasks whose hours add up to the course', () => {
    const hours = tasks.map((task) => number(task, 'standardHours'));
    expect(hours).toEqual([30, 40, 60, 50]);
    expect(sum(hours)).toBe(180);
  });

  it('spends the hours of each learning task on its objectives, neither more nor fewer', () => {
    for (const task of tasks) {
      const spent = links.filter((link) => link.learningTaskId === task.id);
      expect(sum(spent.map((link) => number(link, 'hours')))).toBe(number(task, 'standardHours'));
      expect(spent.length).toBeGreaterThanOrEqual(6);
    }
  });

  it('weighs the marks to 100 %', () => {
    const assessment = only('courseAssessment');
    expect([number(assessment, 'processWeight'), number(assessment, 'finalWeight')]).toEqual([
      70, 30,
    ]);
    const shares = ofKind('taskShare');
    expect(shares.map((share) => share.learningTaskId)).toEqual(tasks.map(({ id }) => id));
    expect(sum(shares.map((share) => number(share, 'percent')))).toBe(100);
  });

  it('covers every objective: taught, practised to the end, assessed in each task and at the end', () => {
    expect(objectives).toHaveLength(8);
    for (const { id } of objectives) {
      const own = links.filter(({ parentId }) => parentId === id);
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.map((link) => link.strength)).toContain('achieve');
      const assessedIn = points
        .filter(({ parentId }) => parentId === id)
        .map((point) => point.learningTaskId);
      expect(new Set(assessedIn)).toEqual(
        new Set([...own.map((link) => link.learningTaskId), null]),
      );
    }
  });

  it('serves every 职业能力要求 fully by some objective, and every objective serves one', () => {
    const served = ofKind('objectiveRequirement');
    const requirements = ofKind('competenceRequirement');
    expect(requirements).toHaveLength(6);
    for (const { id } of requirements) {
      const strengths = served
        .filter((link) => link.competenceRequirementId === id)
        .map((link) => link.strength);
      expect(strengths).toContain('full');
    }
    expect(new Set(served.map(({ parentId }) => parentId)).size).toBe(objectives.length);
  });

  it('orders objectives and 考核要点 along the six stages of the work', () => {
    const stages = ofKind('courseStage').map(({ id }) => id);
    expect(stages).toHaveLength(6);
    const places = objectives.map((objective) => stages.indexOf(text(objective, 'stageId')));
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(new Set(places).size).toBe(6);
    for (const point of points) {
      const objective = objectives.find(({ id }) => id === point.parentId);
      expect(point.stageId).toBe(objective?.stageId);
    }
  });

  it('gives every stage practical and theoretical contents, and the three kinds beyond the stages', () => {
    const contents = ofKind('learningContent');
    for (const { id } of ofKind('courseStage')) {
      const kinds = contents
        .filter((content) => content.stageId === id)
        .map((content) => content.contentKind);
      for (const kind of ['practical', 'theoretical']) {
        expect(kinds.filter((one) => one === kind).length).toBeGreaterThanOrEqual(4);
      }
    }
    for (const kind of ['general', 'quality', 'ideological']) {
      const found = contents.filter((content) => content.contentKind === kind);
      expect(found.length).toBeGreaterThanOrEqual(4);
    }
    for (const content of contents) expect(text(content, 'text')).not.toMatch(/^能/u);
  });

  it('keeps to the lengths of a paper that is handed in', () => {
    const task = only('typicalWorkTask');
    expectLength(text(task, 'description'), [300, 600]);
    expect(text(task, 'description').split('\n').length).toBeGreaterThanOrEqual(2);
    for (const field of ['tools', 'materials', 'equipment', 'documents']) {
      expect(items(task, field).length).toBeGreaterThanOrEqual(4);
    }
    expect(items(task, 'workMethods').length).toBeGreaterThanOrEqual(5);
    for (const learningTask of tasks) expectLength(text(learningTask, 'description'), [150, 300]);
    for (const objective of objectives) expectLength(text(objective, 'text'), [15, 120]);
    expectLength(text(only('finalAssessment'), 'scenario'), [100, 250]);
    expect(ofKind('taskRequirement')).toHaveLength(6);
    expect(items(only('finalAssessment'), 'references').length).toBeGreaterThanOrEqual(4);
  });

  it('answers each 工作对象 with a 工作要求', () => {
    expect(ofKind('workObject')).toHaveLength(8);
    expect(ofKind('workRequirement')).toHaveLength(ofKind('workObject').length);
  });

  it('words objectives, descriptions and requirements as the trade does', () => {
    for (const record of [...objectives, ...ofKind('competenceRequirement')]) {
      expect(text(record, 'text')).toMatch(/^能.*。$/u);
      expect(text(record, 'text')).not.toMatch(/了解|理解|熟悉|掌握|知道|认识|培养/u);
    }
    for (const record of [only('typicalWorkTask'), ...tasks]) {
      expect(text(record, 'description')).not.toMatch(/学生|老师|教师|课堂|本课程|学习/u);
    }
    for (const task of tasks) {
      expect(text(task, 'name')).not.toMatch(/项目|模块|实训|练习/u);
      expect(text(task, 'description')).toMatch(/派工|清单/u);
      expect(text(task, 'description')).toMatch(/归档|交车|下次维护/u);
    }
  });

  it('reads well where a paper strings items together', () => {
    const task = only('typicalWorkTask');
    const lists = ['tools', 'materials', 'equipment', 'documents'].flatMap((field) =>
      items(task, field),
    );
    const contents = ofKind('learningContent').map((content) => text(content, 'text'));
    for (const item of [...lists, ...contents, ...points.map((point) => text(point, 'text'))]) {
      expect(item, 'a mark that the paper sets between items').not.toMatch(/[：；。]/u);
    }
    for (const method of items(task, 'workMethods')) expect(method).not.toContain('、');
  });

  it('plans the final assessment to the minute, on a case that was not practised', () => {
    const final = only('finalAssessment');
    const explanation = text(final, 'explanation');
    const parts = [...explanation.matchAll(/(?:方案|检验|归档)(\d+)分钟/gu)].map(([, minutes]) =>
      Number(minutes),
    );
    expect(sum(parts)).toBe(number(final, 'minutes'));
    expect(explanation).toContain(`${String(number(final, 'minutes'))}分钟`);
    expect(tasks.map((task) => task.name)).not.toContain(final.caseName);
  });
});

function expectLength(value: string, [least, most]: readonly [number, number]): void {
  expect(characters(value), value.slice(0, 12)).toBeGreaterThanOrEqual(least);
  expect(characters(value), value.slice(0, 12)).toBeLessThanOrEqual(most);
}
