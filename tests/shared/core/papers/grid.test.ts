import { describe, expect, it } from 'vitest';
import { addRecord } from '@shared/core/commands/add-record';
import { editField } from '@shared/core/commands/edit-field';
import { link } from '@shared/core/commands/link';
import { childrenOf, find } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import type { TableBlock } from '@shared/core/papers/block';
import { buildPaper, paperOf } from '@shared/core/papers/build-paper';
import { type Layout, layoutSchema } from '@shared/core/papers/layout';
import { layoutFindings } from '@shared/core/papers/layout-check';
import { findLayout } from '@shared/core/papers/layouts';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { terms } from '@shared/core/words/terms';
import { majorDesk } from '../../../helpers/major';
import { paragraphsOf, sampleOrigin, tablesOf, wordsOf } from '../../../helpers/sample-paper';
import { partsOf } from '../../../helpers/word-package';

/** Objectives × learning tasks of a course, how far each goes. */
const strengths = {
  id: 'grid',
  type: 'grid',
  over: 'course.courseObjective',
  leads: [
    { id: 'grid.number', labelTerm: 'rowNumber', bind: 'row.number', widthMm: 12, style: 'cell' },
    {
      id: 'grid.text',
      labelTerm: 'objective',
      bind: 'courseObjective.text',
      widthMm: 60,
      style: 'cell',
    },
  ],
  columns: {
    over: 'course.learningTask',
    labelTerm: 'learningTasks',
    head: 'learningTask.name',
    cell: 'objectiveTask.strength',
    leastMm: 8,
    align: 'center',
    signs: { introduce: '○', practise: '◐', achieve: '●' },
    legendTerm: 'legend',
  },
  sumTerm: 'coverCount',
  labelStyle: 'cell',
  style: 'cell',
};

function layoutWith(block: object): Layout {
  const base = findLayout('course-standard.tili2');
  if (base === undefined) throw new Error('no layout');
  const [cell] = Object.values(base.styles);
  return layoutSchema.parse({
    ...base,
    terms: { legend: '注：', coverCount: '覆盖数' },
    styles: { ...base.styles, cell },
    blocks: [block],
  });
}

/** A course with some learning tasks and two objectives, each linked to the first task. */
function courseWith(taskCount: number, name = (at: number) => `任务${String(at)}`) {
  const { desk, engine } = majorDesk();
  const tasks = Array.from({ length: taskCount }, (_, at) => {
    const id = desk.made(addRecord, { kind: 'learningTask', parentId: engine });
    desk.do(editField, { id, field: 'name', value: name(at + 1) });
    return id;
  });
  const objectives = ['能检查', '能更换'].map((text) => desk.add('courseObjective', engine, text));
  for (const fromId of objectives) {
    if (tasks[0] !== undefined) desk.do(link, { kind: 'objectiveTask', fromId, toId: tasks[0] });
  }
  const course = find(desk.project, engine) as RecordOf<'course'>;
  return { project: desk.project, course, tasks, objectives };
}

const textsOf = (table: TableBlock | undefined) =>
  (table?.rows ?? []).map(({ cells }) =>
    cells.map(({ blocks }) => paragraphsOf(blocks).map(wordsOf).join('/')),
  );

describe('文件可以写任何一种内容', () => {
  const words = (blocks: Parameters<typeof paragraphsOf>[0]) => paragraphsOf(blocks).map(wordsOf);

  it('of a learning task: what is above it is at hand, conditions and repetitions take any path', () => {
    const { project, tasks } = courseWith(1);
    const task = find(project, tasks[0] ?? '') as RecordOf<'learningTask'>;
    const layout = layoutWith({
      ...{ id: 'list', type: 'repeat', over: 'learningTask.courseObjective' },
      blocks: [
        { id: 'text', type: 'text', style: 'cell', bind: 'courseObjective.text' },
        {
          ...{ id: 'level', type: 'text', style: 'cell', bind: 'course.name' },
          when: { is: { bind: 'majorLevel.level', oneOf: ['中级'] } },
        },
        {
          ...{ id: 'never', type: 'text', style: 'cell', bind: 'course.name' },
          when: { nonEmpty: 'course.courseStage' },
        },
      ],
    });
    const paper = paperOf(project, task, layout);
    expect(paper.subjectId).toBe(task.id);
    expect(words(paper.blocks)).toEqual(['能检查', '发动机检修', '能更换', '发动机检修']);
  });

  it('is refused in words for a record that is gone', () => {
    const { project } = courseWith(1);
    const request = { kind: 'courseStandard', layoutId: 'course-standard.tili2' } as const;
    expect(buildPaper(project, { ...request, subjectId: 'co0000000000000000' })).toEqual({
      ok: false,
      failure: { reason: 'no-subject', message: '要写的课程已不在项目里，无法出文件。' },
    });
  });
});

describe('网格表', () => {
  it('shows where rows and columns meet, with a sign for each option, a legend and sums', () => {
    const { project, course, objectives } = courseWith(2);
    const paper = paperOf(project, course, layoutWith(strengths));
    const [table] = tablesOf(paper.blocks);
    expect(textsOf(table)).toEqual([
      ['序号', '课程目标', '学习任务'],
      ['任务1', '任务2'],
      ['1', '能检查', '◐', ''],
      ['2', '能更换', '◐', ''],
      ['覆盖数', '2', ''],
    ]);
    expect(wordsOf(paragraphsOf(paper.blocks).at(-1) ?? never())).toBe('注：○引入　◐训练　●达标');
    const link = childrenOf(project, objectives[0] ?? '', 'objectiveTask')[0];
    const sources = table?.rows[2]?.cells.map(({ source }) => source);
    expect(sources?.[2]).toEqual({ record: link?.id, field: 'strength' });
  });

  it('writes heads from top to bottom when there are more than eight that do not fit', async () => {
    const name = (at: number) => `发动机的拆装与检修${String(at)}`;
    const few = courseWith(8, name);
    const many = courseWith(9, name);
    const uprightIn = ({ project, course }: typeof few) =>
      tablesOf(paperOf(project, course, layoutWith(strengths)).blocks).flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.filter(({ upright }) => upright === true)),
      ).length;
    expect([uprightIn(few), uprightIn(many)]).toEqual([0, 9]);
    const paper = paperOf(many.project, many.course, layoutWith(strengths));
    const xml = partsOf(await writeDocx(paper, sampleOrigin))['word/document.xml'] ?? '';
    expect(xml.match(/<w:textDirection w:val="tbRlV"\/>/g)).toHaveLength(9);
    expect(xml).toMatch(/<w:trHeight w:val="\d+"\/>/);
  });

  it('goes on in a further table with the same leading columns when a page is not wide enough', () => {
    const { project, course } = courseWith(25);
    const tables = tablesOf(paperOf(project, course, layoutWith(strengths)).blocks);
    expect(tables.length).toBeGreaterThan(1);
    const heads = tables.flatMap((table) => textsOf(table)[1] ?? []);
    expect(heads).toEqual(Array.from({ length: 25 }, (_, at) => `任务${String(at + 1)}`));
    for (const table of tables) expect(textsOf(table)[2]?.slice(0, 2)).toEqual(['1', '能检查']);
    const sizes = tables.map((table) => textsOf(table)[1]?.length ?? 0);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('is told what it names that does not exist', () => {
    const columns = { ...strengths.columns, over: 'course.nothing', head: 'course.name' };
    const wrong = layoutWith({ ...strengths, over: 'person.name', columns });
    expect(layoutFindings(wrong, terms)).toEqual([
      '“grid”的内容“person.name”不存在。',
      '“grid”的内容“courseObjective.text”不存在。',
      '“grid”的内容“course.nothing”不存在。',
    ]);
  });
});

function never(): never {
  throw new Error('no paragraph');
}
