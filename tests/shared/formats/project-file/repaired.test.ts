import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { contentHash } from '@shared/core/model/content-hash';
import { projectOf } from '@shared/core/model/project';
import { type AnyRecord, fieldOf, newRecord } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { freeze, frozenProject } from '@shared/formats/project-file/baseline';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { sampleCourse, sampleRecords, valueOf } from '../../../helpers/sample-paper';
import { standing, utf8, withParts } from './project-parts';

/** A file with one course of the given fields in it, as another program may have written it. */
function fileWith(fields: Readonly<Record<string, unknown>>): Uint8Array {
  const [major, level] = starterRecords('汽车维修', seededRandom(1));
  const course = newRecord('course', {
    ...{ id: 'co0000000000000001', parentId: level?.id ?? null, order: 'a0' },
  });
  const records = [major, level, { ...course, name: '汽车维护', ...fields }];
  return withParts({ 'project.json': utf8({ records }) });
}

function courseOf(bytes: Uint8Array) {
  const file = valueOf(readProjectFile(bytes));
  const course = file.records.find(({ kind }) => kind === 'course');
  if (course?.kind !== 'course') throw new Error('no course');
  return { course, messages: file.findings.map(({ message }) => message) };
}

describe('a file of another hand that holds what no Word file can', () => {
  it('opens with its texts cleaned, and says of which record and field', () => {
    const { course, messages } = courseOf(
      fileWith({
        objectivesIntro: '学完\u0007\u0000本课程\ufffe后，\ud842能',
        name: '汽车\u001f维护',
      }),
    );
    expect(course.name).toBe('汽车维护');
    expect(course.objectivesIntro).toBe('学完 本课程后，\ufffd能');
    expect(messages).toEqual([
      '课程“汽车维护”的“课程名称”里有看不见的字符（U+001F），打开时已清理。',
      '课程“汽车维护”的“课程目标引语”里有看不见的字符（U+0007、U+0000、U+FFFE、U+D842），打开时已清理，缺了一半的字写成了“\ufffd”，请看一看。',
    ]);
  });

  it.each([
    [100.50000000000001, 100.5],
    [5e-324, 0],
    [40, 40],
  ])('%d hours are %d', (given, kept) => {
    const { course, messages } = courseOf(fileWith({ standardHours: given }));
    expect(course.standardHours).toBe(kept);
    const words = `课程“汽车维护”的“基准学时”写着 ${String(given)}，学时以 0.5 为单位，打开时已改为 ${String(kept)}。`;
    expect(messages).toEqual(given === kept ? [] : [words]);
  });

  it('is refused by name where a number cannot be meant', () => {
    const read = readProjectFile(fileWith({ standardHours: 40.3 }));
    expect(!read.ok && read.failure.message).toBe(
      '这个项目文件已损坏：课程“汽车维护”的“基准学时”写着 40.3，不是这一栏的数，没有打开。请改用备份，或向发给您文件的人再要一份。',
    );
  });

  it('gets ids for items that have none of ours, the same at every reading', () => {
    const [major, level] = starterRecords('汽车维修', seededRandom(1));
    const base = { id: 'wt0000000000000001', parentId: level?.id ?? null, order: 'a0' };
    const tools = [
      { id: '1', text: '扳手' },
      { id: '1', text: '万用表' },
      { id: 'it0000000000000001', text: '举升机' },
    ];
    const records = [major, level, { ...newRecord('typicalWorkTask', base), tools }];
    const bytes = withParts({ 'project.json': utf8({ records }) });
    const read = () => {
      const file = valueOf(readProjectFile(bytes));
      const task = file.records.find(({ kind }) => kind === 'typicalWorkTask');
      return task?.kind === 'typicalWorkTask' ? task.tools : [];
    };
    expect(read().map(({ text }) => text)).toEqual(['扳手', '万用表', '举升机']);
    const ids = read().map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^it[0-9a-z]{16}$/);
    expect(ids[2]).toBe('it0000000000000001');
    expect(read().map(({ id }) => id)).toEqual(ids);
  });

  it('is sound once it is written again', () => {
    const file = valueOf(readProjectFile(fileWith({ name: '汽车\u0007' })));
    const again = valueOf(readProjectFile(valueOf(writeProjectFile(file))));
    expect(again.findings).toEqual([]);
    expect(again.records).toEqual(file.records);
  });
});

describe('what was frozen before anything was put right', () => {
  it('is found by the hash it had, and is read cleaned', () => {
    const records: readonly AnyRecord[] = sampleRecords().map((record) =>
      record.kind === 'course' ? { ...record, name: '汽车\u0007维护' } : record,
    );
    const words = {
      id: 'bl0000000000000001',
      stage: 'submitted',
      name: '送审稿',
      note: '',
      by: '',
      at: '2026-11-30T08:00:00.000Z',
    } as const;
    const project = projectOf(records);
    const frozen = valueOf(freeze({ words, standing, project, media: new Map(), papers: [] }));
    expect(frozen.baseline.projectHash).toBe(contentHash(project));
    const course = frozenProject(frozen.entries, frozen.baseline)?.records.find(
      ({ id }) => id === sampleCourse().course.id,
    );
    expect(course?.kind === 'course' && fieldOf(course, 'name')).toBe('汽车 维护');
  });
});

describe('records that stand in a circle', () => {
  const base = { kind: 'courseStage', order: 'a0', name: '检查' };
  it.each([
    [
      'a record under itself',
      [{ ...base, id: 'cs0000000000000001', parentId: 'cs0000000000000001' }],
    ],
    [
      'two records under each other',
      [
        { ...base, id: 'cs0000000000000001', parentId: 'cs0000000000000002' },
        { ...base, id: 'cs0000000000000002', parentId: 'cs0000000000000001' },
      ],
    ],
  ])('%s are damage by name, read and written', (_, records) => {
    const read = readProjectFile(withParts({ 'project.json': utf8({ records }) }));
    expect(!read.ok && read.failure).toMatchObject({ reason: 'damaged' });
    expect(!read.ok && read.failure.message).toMatch(
      /^这个项目文件已损坏：工作环节“检查”(成了自己的上级|的上下级绕成了圈)，没有打开。请改用备份/,
    );
    const known = records.map(({ id, parentId }) =>
      newRecord('courseStage', { id, parentId, order: 'a0' }),
    );
    const written = writeProjectFile({ standing, records: known });
    expect(!written.ok && written.failure.reason).toBe('cannot-hold');
  });
});
