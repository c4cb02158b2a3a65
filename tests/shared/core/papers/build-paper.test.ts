import { describe, expect, it } from 'vitest';
import { newRecord } from '@shared/core/model/record';
import { find, projectOf } from '@shared/core/model/project';
import { fieldOf, isKnown } from '@shared/core/model/record';
import type { RowBlock, TableBlock } from '@shared/core/papers/block';
import { buildPaper } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import {
  layoutIds,
  nationalId,
  paragraphsOf,
  sampleCourse,
  samplePaper,
  sampleRecords,
  tablesOf,
  tili2Id,
  valueOf,
  wordsOf,
} from '../../../helpers/sample-paper';

describe('课程标准', () => {
  it('is offered in exactly the layouts that exist, each with a file name of its own', () => {
    const { project, course } = sampleCourse();
    const fileNames: string[] = [];
    for (const { id: kind, layouts, subject } of paperKinds) {
      const subjectId = subject === 'course' ? course.id : null;
      for (const { id, title } of layouts) {
        const paper = valueOf(buildPaper(project, { kind, layoutId: id, subjectId }));
        expect(paper.layoutId).toBe(id);
        expect(title).not.toBe('');
        fileNames.push(paper.fileName);
      }
    }
    expect(new Set(fileNames).size).toBe(fileNames.length);
  });

  it('is refused in words for an unknown layout and for a course that is gone', () => {
    const { project, course } = sampleCourse();
    const kind = 'courseStandard' as const;
    expect(buildPaper(project, { kind, layoutId: 'none', subjectId: course.id })).toEqual({
      ok: false,
      failure: { reason: 'unknown-layout', message: '没有名为“none”的版式。' },
    });
    expect(
      buildPaper(project, { kind, layoutId: nationalId, subjectId: 'co0000000000000000' }),
    ).toMatchObject({ ok: false, failure: { reason: 'no-subject' } });
  });

  it.each(layoutIds)('%s: every bound run is a piece of the field it names', (layoutId) => {
    const { project } = sampleCourse();
    const bound = paragraphsOf(samplePaper(layoutId).blocks).flatMap(({ runs }) =>
      runs.flatMap(({ text, source }) => (source === null ? [] : [{ text, source }])),
    );
    expect(bound.length).toBeGreaterThan(90);
    for (const { text, source } of bound) {
      const record = find(project, source.record);
      if (record === undefined || !isKnown(record)) throw new Error(`no ${source.record}`);
      const value = fieldOf(record, source.field);
      if (source.field === 'level') continue;
      if (Array.isArray(value)) {
        expect(value).toContainEqual({ id: source.item, text });
      } else {
        expect(JSON.stringify(value)).toContain(text);
      }
    }
  });

  it('names nothing as unfinished when the course is complete', () => {
    for (const layoutId of layoutIds) expect(samplePaper(layoutId).unfinished).toEqual([]);
  });

  it('names every empty place of a course nobody has written in, and prints no hint of the app', () => {
    const { course } = sampleCourse();
    const bare = newRecord('course', { id: course.id, parentId: null, order: 'a0' });
    const paper = valueOf(
      buildPaper(projectOf([bare]), {
        kind: 'courseStandard',
        layoutId: nationalId,
        subjectId: course.id,
      }),
    );
    const messages = paper.unfinished.map(({ message }) => message);
    expect(messages).toContain('课程名称还没有写');
    expect(messages).toContain('基准学时还没有填');
    expect(messages).toContain('课程还没有对应典型工作任务');
    expect(messages).toContain('课程目标还没有写');
    expect(messages).toContain('学习内容还没有写');
    expect(messages).toContain('学习任务还没有写');
    const words = paragraphsOf(paper.blocks).map(wordsOf).join('');
    expect(words).not.toMatch(/还没有|null|undefined|\{/);
  });

  it('names the learning task that has no description', () => {
    const { project, course } = sampleCourse();
    const records = sampleRecords().map((record) =>
      record.kind === 'learningTask' && record.order === firstTask().order
        ? { ...record, description: ' \n' }
        : record,
    );
    expect(project.records.size).toBe(records.length);
    const paper = valueOf(
      buildPaper(projectOf(records), {
        kind: 'courseStandard',
        layoutId: tili2Id,
        subjectId: course.id,
      }),
    );
    const { id, name } = firstTask();
    expect(paper.unfinished).toEqual([
      {
        record: id,
        field: 'description',
        message: `学习任务“${name}”的学习任务描述还没有写`,
      },
    ]);
  });

  it('prints hours of tasks that add up to those of the course', () => {
    const rows = tablesOf(samplePaper(nationalId).blocks).flatMap((table) => table.rows);
    const hours = rows
      .flatMap(({ cells }) => cells)
      .filter(({ source }) => source?.field === 'standardHours')
      .map(({ blocks }) => Number(blocks.map(wordsOf).join('')));
    const [course, ...tasks] = hours;
    expect(tasks.reduce((sum, one) => sum + one, 0)).toBe(course);
    expect(tasks).toHaveLength(4);
  });

  it('numbers chapters 一、 and below them 1. as Word will show them', () => {
    const headings = samplePaper(tili2Id).blocks.flatMap((block) =>
      block.type === 'heading' ? [block.number + block.runs.map(({ text }) => text).join('')] : [],
    );
    expect(headings.slice(0, 8)).toEqual([
      '一、典型工作任务描述',
      '二、工作内容分析',
      '1. 工作对象',
      '2. 工具、材料、设备与资料',
      '3. 工作方法',
      '4. 劳动组织形式',
      '5. 工作要求',
      '三、课程目标',
    ]);
    expect(headings).toContain('1. 师资要求');
    expect(headings).toContain('（1）教学场地');
  });

  it('covers the grid of every table exactly', () => {
    for (const layoutId of layoutIds) {
      for (const table of tablesOf(samplePaper(layoutId).blocks)) {
        const covered = coveredColumns(table);
        expect(new Set(covered)).toEqual(new Set([table.widths.length]));
      }
    }
  });

  it('says on every page what a table goes on with: titles and column heads repeat', () => {
    const heads = tablesOf(samplePaper(nationalId).blocks).map(({ rows }) =>
      rows.filter(({ header }) => header).map(textsOf),
    );
    expect(heads).toContainEqual([
      ['参考性学习任务'],
      ['序号', '名称', '学习任务描述', '参考学时'],
    ]);
    expect(heads.flat(2)).toEqual(
      expect.arrayContaining(['典型工作任务描述', '工作内容分析', '课程目标', '教学考核要求']),
    );
  });

  it('keeps rows of a few lines whole and lets long ones break', () => {
    const rows = layoutIds.flatMap((id) =>
      tablesOf(samplePaper(id).blocks).flatMap((table) => table.rows),
    );
    const lengthOf = (row: RowBlock) => textsOf(row).join('').length;
    const [whole, broken] = [true, false].map((kept) =>
      rows.filter(({ keepWhole }) => keepWhole === kept).map(lengthOf),
    );
    expect(Math.max(...(whole ?? []))).toBeLessThan(600);
    expect(Math.min(...(broken ?? []))).toBeGreaterThan(150);
  });

  it('never leaves a label alone: it stands in one row with a short text, or repeats above a long one', () => {
    const tables = tablesOf(samplePaper(nationalId).blocks);
    const labels = ['2. 终结性考核（30%）', '【任务要求】', '【参考资料】'];
    const rows = tables.flatMap((table) => table.rows.map((row, at) => ({ table, row, at })));
    for (const label of labels) {
      const found = rows.find(({ row }) =>
        row.cells[0]?.blocks.some((block) => wordsOf(block) === label),
      );
      const { row, table, at } = found ?? {};
      expect(row?.keepWhole).toBe(true);
      if (row?.header === true) expect(table?.rows[(at ?? 0) + 1]?.lineAbove).toBe('none');
      else expect(row?.cells[0]?.blocks.at(-1)?.keepWithNext).toBe(false);
    }
  });

  it('puts a line of no height between two tables, so that Word does not make one of them', () => {
    for (const id of layoutIds) {
      const { blocks } = samplePaper(id);
      const meeting = blocks.filter(
        ({ type }, at) => type === 'table' && blocks[at - 1]?.type === 'table',
      );
      expect(meeting).toEqual([]);
    }
  });
});

const textsOf = ({ cells }: RowBlock) => cells.map(({ blocks }) => blocks.map(wordsOf).join(''));

/** How many grid columns the cells of each row cover, those that reach down from above included. */
function coveredColumns({ rows }: TableBlock): readonly number[] {
  const reaching = rows.flatMap(({ cells }, from) => cells.map((cell) => ({ ...cell, from })));
  return rows.map((_, at) =>
    reaching
      .filter(({ from, rowSpan }) => from <= at && at < from + rowSpan)
      .reduce((sum, { columnSpan }) => sum + columnSpan, 0),
  );
}

function firstTask() {
  const { project, course } = sampleCourse();
  const id = (project.children.get(course.id) ?? []).find((one) => one.startsWith('lt')) ?? '';
  const task = project.records.get(id);
  if (task?.kind !== 'learningTask') throw new Error('no task');
  return task;
}
