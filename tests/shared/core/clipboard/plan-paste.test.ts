import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PastedContent, PastedTable } from '@shared/core/clipboard/pasted';
import { pastedHours, smallNumber } from '@shared/core/clipboard/pasted-number';
import { type GridTarget, planGridPaste } from '@shared/core/clipboard/plan-grid-paste';
import { type ListTarget, planListPaste } from '@shared/core/clipboard/plan-list-paste';
import { readRows } from '@shared/core/clipboard/pasted-rows';
import { readPastedHtml } from '@shared/formats/html/read-pasted-html';

function fixture(name: string): PastedContent {
  const read = readPastedHtml(readFileSync(`tests/fixtures/clipboard/${name}`, 'utf8'));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

const grid = (...rows: readonly string[]): PastedTable =>
  rows.map((row) => row.split('|').map((text) => ({ text, isMerged: false })));
const table = (...rows: readonly string[]): PastedContent => ({
  tables: [grid(...rows)],
  paragraphs: [],
});

const tasks: ListTarget = { kind: 'learningTask', noun: '学习任务' };
const objectives: ListTarget = { kind: 'courseObjective', noun: '课程目标' };

describe('a table pasted into a list', () => {
  it('fills the columns its headings name', () => {
    expect(planListPaste(fixture('calc-tasks.html'), tasks)).toEqual({
      status: 'ready',
      rows: [
        {
          title: '更换机油',
          values: { standardHours: 12, description: '第一行\n第二行有"引号"' },
        },
        { title: '更换制动片', values: { standardHours: 18.5, description: '前 后' } },
        { title: 'a<b & c', values: { description: '两端空格' } },
      ],
    });
  });

  it('is understood by its shape: a running number, a text, hours', () => {
    expect(planListPaste(table('1|更换机油|１２学时', '2|检修空调|—'), tasks)).toEqual({
      status: 'ready',
      rows: [
        { title: '更换机油', values: { standardHours: 12 } },
        { title: '检修空调', values: { standardHours: null } },
      ],
    });
  });

  it('is lines when one column is left besides the running number', () => {
    const plan = planListPaste(fixture('calc-numbered.html'), objectives);
    expect(plan.status === 'ready' && plan.rows.map(({ title }) => title)).toEqual([
      '能读懂任务单',
      '能更换机油',
    ]);
  });

  it('asks when a heading says nothing or a column has no place, and reads what is chosen', () => {
    const plan = planListPaste(table('任务|学时|负责人', '更换机油|12|王'), tasks);
    if (plan.status !== 'ask') throw new Error(plan.status);
    expect(plan.columns.map(({ role }) => role)).toEqual([null, 'standardHours', null]);
    const columns = plan.columns.map((column, index) =>
      index === 0 ? { ...column, role: 'title' } : column,
    );
    expect(readRows({ ...plan, columns })).toEqual({
      ok: true,
      value: [{ title: '更换机油', values: { standardHours: 12 } }],
    });
  });

  it('asks when hours are no hours, and says in which row', () => {
    const plan = planListPaste(table('学习任务|学时', '更换机油|约十二'), tasks);
    if (plan.status !== 'ask') throw new Error(plan.status);
    expect(readRows(plan)).toEqual({
      ok: false,
      failure: '第 2 行：“约十二”不能作为参考学时。',
    });
  });

  it('is nothing when it holds nothing', () => {
    expect(planListPaste({ tables: [], paragraphs: [] }, tasks).status).toBe('nothing');
  });
});

describe('a block pasted into a 课程表', () => {
  const target: GridTarget = {
    courses: [
      { id: 'a', name: '汽车维护' },
      { id: 'b', name: '汽车发动机检修' },
      { id: 'c', name: '汽车底盘检修' },
    ],
    terms: 4,
    cursor: { row: 1, column: 1 },
  };

  it('goes to the cursor when it is numbers only', () => {
    expect(planGridPaste(grid('72|—', '|１０８．５'), target)).toEqual({
      status: 'ready',
      cells: [
        { courseId: 'b', term: 2, hours: 72 },
        { courseId: 'b', term: 3, hours: null },
        { courseId: 'c', term: 2, hours: null },
        { courseId: 'c', term: 3, hours: 108.5 },
      ],
    });
  });

  it('goes where names and headings say, whatever the cursor; sums are left out', () => {
    const [pasted] = fixture('calc-course-table.html').tables;
    const plan = planGridPaste(pasted!, target);
    if (plan.status !== 'ready') throw new Error(plan.status);
    expect(plan.cells).toHaveLength(12);
    expect(plan.cells.filter(({ hours }) => hours !== null)).toEqual([
      { courseId: 'a', term: 1, hours: 72 },
      { courseId: 'b', term: 2, hours: 108.5 },
      { courseId: 'c', term: 3, hours: 144 },
      { courseId: 'c', term: 4, hours: 36 },
    ]);
  });

  it('understands headings of merged cells and names written a little differently', () => {
    const [pasted] = fixture('excel-published.html').tables;
    const plan = planGridPaste(pasted!, target);
    expect(plan.status === 'ready' && plan.cells.filter(({ hours }) => hours !== null)).toEqual([
      { courseId: 'a', term: 1, hours: 72 },
      { courseId: 'a', term: 3, hours: 108.5 },
    ]);
  });

  it('lists rows whose course is not there, with the one that is most like it', () => {
    const [pasted] = fixture('calc-merged.html').tables;
    const plan = planGridPaste(pasted!, target);
    if (plan.status !== 'ask') throw new Error(plan.status);
    expect(plan.unknown).toEqual([{ row: 3, name: '汽车电器检修', likelyId: null }]);
    const alike = planGridPaste(grid('课程|第1学期', '汽车发动机的检修|72'), target);
    expect(alike.status === 'ask' && alike.unknown[0]?.likelyId).toBe('b');
    const chosen = planGridPaste(pasted!, target, new Map([[3, null]]));
    expect(chosen.status === 'ready' && chosen.cells.map(({ courseId }) => courseId)).toEqual([
      'a',
      'a',
      'a',
    ]);
    expect(planGridPaste(pasted!, target, new Map([[3, 'b']])).status).toBe('ready');
  });

  it('is refused in words when it does not fit or holds no hours', () => {
    const message = (pasted: PastedTable) => {
      const plan = planGridPaste(pasted, target);
      return plan.status === 'refuse' ? plan.message : plan.status;
    };
    expect(message(grid('10|20|30|40'))).toBe('粘贴的列数超出了 4 个学期，请从更靠左的格开始。');
    expect(message(grid('1', '2', '3'))).toBe('粘贴的行数超出了课程表，请从更靠上的格开始。');
    expect(message(grid('12.3'))).toBe(
      '第 1 行的“12.3”不是学时（学时写成数字，可以带半学时和“学时”“课时”“节”“H”），没有粘贴。',
    );
  });
});

describe('cells that are no hours', () => {
  const target: GridTarget = {
    courses: [
      { id: 'a', name: '汽车维护' },
      { id: 'b', name: '汽车底盘检修' },
    ],
    terms: 6,
    cursor: { row: 0, column: 0 },
  };
  const foreign = ['40分钟', '30%', '24.75', '2+1', '1W', '2/16W'];

  it('are all named with their text; the rest of the block is there on request, and nothing is 0', () => {
    const plan = planGridPaste(
      grid(foreign.join('|'), '72|(承上)|30学时（含实训10学时）|40节'),
      target,
    );
    if (plan.status !== 'partly') throw new Error(plan.status);
    const named = foreign.map((text) => `第 1 行的“${text}”`);
    const below = ['第 2 行的“(承上)”', '第 2 行的“30学时（含实训10学时）”'];
    expect(plan.message).toBe(
      `${[...named, ...below].join('、')}不是学时（学时写成数字，可以带半学时和“学时”“课时”“节”“H”），没有粘贴。`,
    );
    expect(plan.cells).toEqual([
      { courseId: 'b', term: 1, hours: 72 },
      { courseId: 'b', term: 4, hours: 40 },
    ]);
  });

  it('are named beside the names of their courses as well', () => {
    const plan = planGridPaste(grid('课程|第1学期|第2学期', '汽车维护|10分|40H'), target);
    expect(plan.status === 'partly' && plan.cells).toEqual([{ courseId: 'a', term: 2, hours: 40 }]);
    expect(plan.status === 'partly' && plan.message).toContain('第 2 行的“10分”');
  });

  it('one cell of words is no question about courses', () => {
    for (const text of ['(承上)', '企业实践', '汽车维护']) {
      const plan = planGridPaste(grid(text), target);
      expect(plan.status === 'refuse' && plan.message).toContain(`“${text}”不是学时`);
    }
  });

  it('in a list are all named, and left empty on request', () => {
    const plan = planListPaste(
      table('学习任务|学时', '更换机油|90分钟', '检修空调|12', '交车|30%'),
      tasks,
    );
    if (plan.status !== 'ask') throw new Error(plan.status);
    expect(readRows(plan)).toEqual({
      ok: false,
      failure: '第 2 行：“90分钟”不能作为参考学时。第 4 行：“30%”不能作为参考学时。',
    });
    expect(readRows({ ...plan, leavesOut: true })).toEqual({
      ok: true,
      value: [
        { title: '更换机油', values: {} },
        { title: '检修空调', values: { standardHours: 12 } },
        { title: '交车', values: {} },
      ],
    });
  });
});

describe('lines pasted into a list', () => {
  it('carry what was taken off them, so that it can be had back', () => {
    const lines = ['1. 读单', '2. 核对', '★ 更换', '3. 5级砂轮'].map((text) => ({
      ...{ text, listLevel: 0, numberText: '' },
    }));
    expect(planListPaste({ tables: [], paragraphs: lines }, objectives)).toEqual({
      status: 'ready',
      rows: [
        { title: '读单', asTyped: '1. 读单', values: {} },
        { title: '核对', asTyped: '2. 核对', values: {} },
        { title: '★ 更换', values: {} },
        { title: '5级砂轮', asTyped: '3. 5级砂轮', values: {} },
      ],
    });
  });

  it('of a table are a series down its column', () => {
    const pasted = table('学习任务|学时', '一、二级维护|10', '三、四级维护|12');
    const plan = planListPaste(pasted, tasks);
    expect(plan.status === 'ready' && plan.rows.map(({ title }) => title)).toEqual([
      '一、二级维护',
      '三、四级维护',
    ]);
  });
});

describe('numbers in pasted cells', () => {
  it('are read as a teacher writes them', () => {
    const read = ['72', '１，２００', '2。5', '40学时', '', '—', '/', '0'].map(pastedHours);
    expect(read).toEqual([72, 1200, 2.5, 40, null, null, null, 0]);
    const none = ['-5', '约3', '0.25', '99999', '1e3', '12-16', '40分钟', '90分钟', '10分', '30%'];
    expect(none.map(pastedHours)).toEqual(none.map(() => undefined));
    expect(['1', '一', '十', '十二', '二十', '3', '一一', ''].map(smallNumber)).toEqual([
      ...[1, 1, 10, 12, 20, 3],
      ...[undefined, undefined],
    ]);
  });
});
