import { describe, expect, it } from 'vitest';
import { addRecord } from '@shared/core/commands/add-record';
import { editField } from '@shared/core/commands/edit-field';
import { link } from '@shared/core/commands/link';
import { childrenOf, find } from '@shared/core/model/project';
import { isKnown, kindNames, type KnownRecord } from '@shared/core/model/record';
import { pathsFrom } from '@shared/core/paths/dictionary';
import { pathOf, recordsAtEnd } from '@shared/core/paths/path';
import { rowsAt } from '@shared/core/paths/rows';
import { stepsFrom } from '@shared/core/paths/steps';
import { groupsAt, recordsAt, valuesAt } from '@shared/core/paths/values';
import { samples } from '@shared/core/samples/index';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import { majorDesk } from '../../../helpers/major';

function known(record: unknown): KnownRecord {
  if (record === undefined || !isKnown(record as KnownRecord)) throw new Error('no such record');
  return record as KnownRecord;
}

/** What a path says from a record of the major of the tests. */
function said(desk: ReturnType<typeof majorDesk>['desk'], id: string, path: string) {
  const { values, missing } = valuesAt(
    { project: desk.project, record: known(find(desk.project, id)) },
    path,
  );
  return { texts: values.map(({ text }) => text), missing: missing?.message ?? null };
}

describe('路径', () => {
  it('begins at the record or at what it stands below', () => {
    const { desk, maintenance } = majorDesk();
    expect(said(desk, maintenance, 'course.name').texts).toEqual(['汽车维护']);
    expect(said(desk, maintenance, 'majorLevel.level').texts).toEqual(['中级']);
    expect(said(desk, maintenance, 'major.name').texts).toEqual(['汽车维修']);
    expect(said(desk, maintenance, 'learningTask.name')).toEqual({ texts: [], missing: null });
  });

  it('goes down to lists, lower levels first, and passes by what is not written', () => {
    const { desk, engine, levelId } = majorDesk();
    const { id: majorId } = childrenOf(desk.project, null, 'major')[0] ?? { id: '' };
    desk.add('courseObjective', engine, '能检查机油');
    desk.add('courseObjective', engine, '');
    desk.add('courseObjective', engine, '能更换机油');
    expect(said(desk, engine, 'course.courseObjective.text')).toEqual({
      texts: ['能检查机油', '能更换机油'],
      missing: null,
    });
    expect(said(desk, levelId, 'majorLevel.course.name').texts).toContain('数学');
    expect(said(desk, majorId, 'major.majorLevel.level').texts).toEqual(['中级', '高级']);
  });

  it('says what is missing where a list is not there yet', () => {
    const { desk, engine } = majorDesk();
    expect(said(desk, engine, 'course.courseObjective.text')).toEqual({
      texts: [],
      missing: '课程目标还没有写',
    });
    expect(said(desk, engine, 'course.objectivesIntro').missing).toBe('课程目标引语还没有写');
  });

  it('goes across a mapping in both directions, each record once', () => {
    const { desk, maintenance, levelId, engine } = majorDesk();
    const [task] = childrenOf(desk.project, levelId, 'typicalWorkTask');
    const taskId = task?.id ?? desk.made(addRecord, { kind: 'typicalWorkTask', parentId: levelId });
    desk.do(editField, { id: taskId, field: 'name', value: '整车保养' });
    for (const fromId of [engine, maintenance]) {
      if (childrenOf(desk.project, fromId, 'courseTask').length > 0) continue;
      desk.do(link, { kind: 'courseTask', fromId, toId: taskId });
    }
    expect(said(desk, engine, 'course.typicalWorkTask.name').texts).toContain('整车保养');
    const courses = said(desk, taskId, 'typicalWorkTask.course.name').texts;
    expect(courses).toContain('发动机检修');
    expect(new Set(courses).size).toBe(courses.length);
  });

  it('gives what is worked out in the place of the field it stands for', () => {
    const { desk, maintenance } = majorDesk();
    desk.do(editField, { id: maintenance, field: 'standardHours', value: null });
    expect(said(desk, maintenance, 'course.standardHours').missing).toBe('基准学时还没有填');
    const task = desk.made(addRecord, { kind: 'learningTask', parentId: maintenance });
    desk.do(editField, { id: task, field: 'standardHours', value: 30 });
    expect(said(desk, maintenance, 'course.standardHours').texts).toEqual(['30']);
    expect(said(desk, task, 'learningTask.standardHours').texts).toEqual(['30']);
  });

  it('that leads nowhere is none', () => {
    for (const text of [
      '',
      'nothing',
      'course.nothing',
      'course.name.name',
      'person.course.name',
    ]) {
      expect([text, pathOf(text)]).toEqual([text, undefined]);
    }
  });
});

describe('重复的行', () => {
  it('are one for each record, with columns from it and from what is above it', () => {
    const { desk, levelId, maintenance } = majorDesk();
    const project = desk.project;
    const columns = ['row.number', 'majorLevel.level', 'course.name', 'course.standardHours'];
    const at = { project, record: known(find(project, levelId)) };
    const { rows } = rowsAt(at, { over: 'majorLevel.course', columns, words: (term) => term });
    const texts = rows.map(({ cells }) => columns.map((one) => cells[one]?.values[0]?.text));
    expect(texts[0]).toEqual(['1', '中级', '汽车维护', '180']);
    expect(rows[0]?.cells['course.name']?.values[0]?.source).toEqual({
      record: maintenance,
      field: 'name',
    });
    expect(rows.map(({ cells }) => cells['majorLevel.level']?.mergeKey)).toEqual(
      rows.map(() => 'intermediate'),
    );
  });
});

describe('路径词典', () => {
  const all = kindNames.flatMap((kind) => pathsFrom(kind, 3).map((entry) => ({ kind, entry })));

  it('names each value once, with a Chinese name, and every name in it can be read', () => {
    for (const { entry } of all) {
      expect(entry.label).toMatch(/\p{Script=Han}/u);
      expect([entry.path, pathOf(entry.path) === undefined]).toEqual([entry.path, false]);
    }
    for (const kind of kindNames) {
      const paths = pathsFrom(kind).map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  it('says of each whether it leads to records, words, groups or rows', () => {
    for (const { entry } of all) {
      const path = pathOf(entry.path);
      expect(path && recordsAtEnd(path)).toBe(entry.kind ?? undefined);
    }
  });

  it('leads from one kind to another in one way only', () => {
    for (const kind of kindNames) {
      const kinds = stepsFrom(kind).map((step) => step.kind);
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });

  it('can be read from every record of a whole major, and what a single path gives is single', () => {
    const records = samples[1]?.records(seededRandom(3)) ?? [];
    const project = projectOf(records);
    const firsts = new Map(records.filter(isKnown).map((record) => [record.kind, record]));
    for (const record of firsts.values()) {
      const at = { project, record };
      for (const { path, type, isSeveral } of pathsFrom(record.kind)) {
        if (type === 'records') recordsAt(at, path);
        else if (type === 'groups') groupsAt(at, path, (term) => term);
        else if (!isSeveral && !['words', 'rows'].includes(type)) {
          expect([path, valuesAt(at, path).values.length <= 1]).toEqual([path, true]);
        }
      }
    }
  });
});
