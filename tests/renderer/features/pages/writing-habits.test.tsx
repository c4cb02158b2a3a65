// @vitest-environment jsdom
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addCourse } from '@shared/core/commands/add-course';
import { addRecord } from '@shared/core/commands/add-record';
import { addStartPoint } from '@shared/core/commands/add-start-point';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import type { Command } from '@shared/core/commands/command';
import { editField } from '@shared/core/commands/edit-field';
import { link } from '@shared/core/commands/link';
import { removeRecords } from '@shared/core/commands/remove-records';
import { seededRandom } from '@shared/core/kernel/random';
import { findJudged, isSuspect } from '@shared/core/model/stamp';
import { starterRecords } from '@shared/core/model/starter';
import { RecordPage } from '@renderer/features/pages/record-page';
import type { Studio } from '@renderer/state/studio';
import { childrenNow, InStudio, studioWith } from '../studio-for-pages';

beforeAll(() => {
  // jsdom has no layout and nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollBy = () => undefined;
});
afterEach(cleanup);

function made<Input>(studio: Studio, command: Command<Input>, input: Input): string {
  const result = studio.document.getState().execute(command, input);
  if (!result.ok || result.value.focus === null) throw new Error('the command was refused');
  return result.value.focus;
}

function aCourse() {
  const records = starterRecords('汽车维修', seededRandom(1));
  const studio = studioWith(records);
  const idOf = (kind: string) => records.find((record) => record.kind === kind)?.id ?? '';
  const levelId = idOf('majorLevel');
  const taskId = made(studio, addTypicalWorkTask, { levelId, name: '汽车维护' });
  const courseId = made(studio, addCourse, {
    levelId,
    name: '汽车维护',
    typicalWorkTaskId: taskId,
  });
  return { studio, majorId: idOf('major'), levelId, taskId, courseId };
}

function written(studio: Studio, kind: 'courseObjective' | 'competenceRequirement', at: string) {
  return (text: string) => made(studio, addRecord, { kind, parentId: at, fields: { text } });
}

function open(studio: Studio, recordId: string, part?: string): void {
  studio.view.getState().show({ kind: 'record', id: recordId, ...(part && { part }) });
  render(
    <InStudio studio={studio}>
      <RecordPage recordId={recordId} part={part} />
    </InStudio>,
  );
}

const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const steps = (studio: Studio) => studio.document.getState().history.past.size;
const textsOf = (studio: Studio, courseId: string) =>
  childrenNow(studio, 'courseObjective', courseId).map(({ text }) => text);

/** While nothing that can be written in has the focus, it is the page that is told. */
function paste(text: string, into: Element | null = document.activeElement): void {
  fireEvent.paste(into ?? document.body, {
    clipboardData: { getData: (type: string) => (type === 'text/html' ? '' : text) },
  });
}

/** What Ctrl+C puts on the clipboard. */
function copied(): Readonly<Record<string, string>> {
  const forms: Record<string, string> = {};
  const target = document.activeElement ?? document.body;
  const event = createEvent.copy(target, {
    clipboardData: {
      setData: (type: string, data: string) => {
        forms[type] = data;
      },
    },
  });
  fireEvent(target, event);
  return forms;
}

async function putCaret(name: string, at: number): Promise<void> {
  await userEvent.click(box(name));
  box(name).setSelectionRange(at, at);
}

describe('a list is written like the paragraphs of a word processor', () => {
  it('Delete at the end of a line brings the next one up, in one step', async () => {
    const { studio, courseId } = aCourse();
    const objective = written(studio, 'courseObjective', courseId);
    ['能读单', '，核对信息', '能检查'].forEach(objective);
    open(studio, courseId);
    const before = steps(studio);
    await putCaret('课程目标 1', 3);
    await userEvent.keyboard('{Delete}');
    expect(textsOf(studio, courseId)).toEqual(['能读单，核对信息', '能检查']);
    expect(steps(studio)).toBe(before + 1);
    expect(box('课程目标 1').selectionStart).toBe(3);
  });

  it('Delete in an empty line takes that line and nothing of the next', async () => {
    const { studio, courseId } = aCourse();
    const objective = written(studio, 'courseObjective', courseId);
    ['能读单', '', '能检查'].forEach(objective);
    open(studio, courseId);
    await putCaret('课程目标 2', 0);
    await userEvent.keyboard('{Delete}');
    expect(textsOf(studio, courseId)).toEqual(['能读单', '能检查']);
    expect(document.activeElement).toBe(box('课程目标 2'));
  });

  it('Ctrl+A twice takes the whole list; it is copied as rows and deleted in one step', async () => {
    const { studio, courseId } = aCourse();
    ['能读单', '能检查', '能记录'].forEach(written(studio, 'courseObjective', courseId));
    open(studio, courseId);
    await putCaret('课程目标 2', 0);
    box('课程目标 2').select();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(screen.getByText(/^选中 3 条课程目标/)).toBeTruthy();
    expect(copied()).toEqual({
      'text/plain': '能读单\n能检查\n能记录',
      'text/html': '<p>能读单</p><p>能检查</p><p>能记录</p>',
    });
    const before = steps(studio);
    await userEvent.keyboard('{Delete}');
    expect(textsOf(studio, courseId)).toEqual([]);
    expect(steps(studio)).toBe(before + 1);
  });

  it('what is typed takes the place of all lines selected, and one undo brings them back', async () => {
    const { studio, courseId } = aCourse();
    ['能读单', '能检查', '能记录', '能交车'].forEach(written(studio, 'courseObjective', courseId));
    open(studio, courseId);
    await putCaret('课程目标 2', 3);
    await userEvent.keyboard('检验');
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    const before = steps(studio);
    await userEvent.keyboard('会写');
    studio.pending.commitAll();
    expect(textsOf(studio, courseId)).toEqual(['能读单', '会写', '能交车']);
    expect(steps(studio)).toBe(before + 1);
    act(() => {
      studio.document.getState().undo();
    });
    expect(textsOf(studio, courseId)).toEqual(['能读单', '能检查检验', '能记录', '能交车']);
  });

  it('what is pasted takes the place of all lines selected, in one step', async () => {
    const { studio, courseId } = aCourse();
    ['能读单', '能检查', '能记录'].forEach(written(studio, 'courseObjective', courseId));
    open(studio, courseId);
    await putCaret('课程目标 1', 3);
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    const before = steps(studio);
    paste('1. 会写\n2. 会算\n3. 会交');
    expect(textsOf(studio, courseId)).toEqual(['会写', '会算', '会交', '能记录']);
    expect(steps(studio)).toBe(before + 1);
  });

  it('Shift+↓ at the end of a line goes on to the next ones', async () => {
    const { studio, courseId } = aCourse();
    ['能读单', '能检查', '能记录'].forEach(written(studio, 'courseObjective', courseId));
    open(studio, courseId);
    await putCaret('课程目标 1', 3);
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(copied()['text/plain']).toBe('能读单\n能检查');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText(/^选中/)).toBeNull();
  });

  it('考核要点 take Enter and pasted blocks like every other list', async () => {
    const { studio, courseId } = aCourse();
    const id = written(studio, 'courseObjective', courseId)('能读单');
    open(studio, courseId);
    await userEvent.click(box('课程目标 1'));
    await press('给课程目标 1 · 终结性考核写一条考核要点');
    await userEvent.keyboard('信息无遗漏{Enter}复述准确');
    paste('（1）记录完整\n（2）按时完成');
    expect(childrenNow(studio, 'assessmentPoint', id).map(({ text }) => text)).toEqual([
      '信息无遗漏',
      '复述准确',
      '记录完整',
      '按时完成',
    ]);
    const stamps = childrenNow(studio, 'assessmentPoint', id).map(({ stamp }) => stamp !== null);
    expect(stamps).toEqual([true, true, true, true]);
  });
});

describe('a block of a spreadsheet pasted into a table of people', () => {
  const people = (studio: Studio, majorId: string) =>
    childrenNow(studio, 'person', majorId).map(({ role, name, unit, post }) =>
      [role, name, unit, post].join(' '),
    );

  it('fills the columns by their headings, whatever their order, in one step', async () => {
    const { studio, majorId } = aCourse();
    open(studio, majorId, 'people');
    await press('添加人员');
    const before = steps(studio);
    paste('序号\t姓名\t职称\t角色\n1\t李明\t高级讲师\t起草人\n2\t王芳\t讲师\t审定人');
    expect(people(studio, majorId)).toEqual(['drafter 李明  高级讲师', 'reviewer 王芳  讲师']);
    expect(steps(studio)).toBe(before + 1);
  });

  it('without headings goes on from the column with the cursor', async () => {
    const { studio, majorId } = aCourse();
    open(studio, majorId, 'people');
    await press('添加人员');
    paste('李明\t示范技师学院\n王芳\t汽修有限公司');
    expect(people(studio, majorId)).toEqual([
      'drafter 李明 示范技师学院 ',
      'drafter 王芳 汽修有限公司 ',
    ]);
  });

  it('asks when there are more columns than the table has', async () => {
    const { studio, majorId } = aCourse();
    open(studio, majorId, 'people');
    await press('添加人员');
    paste('李明\t示范技师学院\t讲师\t电话');
    expect(screen.getByRole('dialog', { name: '粘贴表格到“人员”' })).toBeTruthy();
  });

  it('is copied back as it stands', async () => {
    const { studio, majorId } = aCourse();
    open(studio, majorId, 'people');
    await press('添加人员');
    paste('李明\t示范技师学院\n王芳\t汽修有限公司');
    await userEvent.click(box('人员 1 姓名'));
    box('人员 1 姓名').select();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(copied()['text/plain']).toBe(
      '起草人\t李明\t示范技师学院\t\n起草人\t王芳\t汽修有限公司\t',
    );
  });
});

describe('a block of a spreadsheet pasted into lists without names', () => {
  const termsOf = (studio: Studio, majorId: string) =>
    childrenNow(studio, 'glossaryTerm', majorId).map(({ label }) => label);

  it("becomes the school's own words, whatever the order of its rows, in one step", async () => {
    const { studio, majorId } = aCourse();
    open(studio, majorId, 'terms');
    await userEvent.click(box('“劳动组织方式”的本校叫法'));
    const before = steps(studio);
    paste('通用的叫法\t本校的叫法\n基准学时\t基准课时\n劳动组织方式\t劳动组织形式');
    expect(termsOf(studio, majorId)).toEqual(['基准课时', '劳动组织形式']);
    expect(steps(studio)).toBe(before + 1);
  });

  it('asks when a row names no word of the papers', async () => {
    const { studio, majorId } = aCourse();
    open(studio, majorId, 'terms');
    await userEvent.click(box('“劳动组织方式”的本校叫法'));
    paste('基准学时\t基准课时\n上课时间\t课时');
    expect(screen.getByText(/有 1 行认不出是哪个用语，不会带进来：上课时间。/)).toBeTruthy();
    await press('粘贴 1 个');
    expect(termsOf(studio, majorId)).toEqual(['基准课时']);
  });

  it('becomes start points by its headings; one that is there takes the numbers', async () => {
    const { studio, levelId } = aCourse();
    made(studio, addStartPoint, { levelId, entry: 'juniorHigh' });
    open(studio, levelId);
    await userEvent.click(box('起点 1 每周学时'));
    const before = steps(studio);
    paste('生源\t学制（年）\t每周学时\n初中起点三年\t3\t28\n高中毕业生\t2\t26');
    const starts = childrenNow(studio, 'startPoint', levelId);
    expect(starts.map(({ entry, years, hoursPerWeek }) => [entry, years, hoursPerWeek])).toEqual([
      ['juniorHigh', 3, 28],
      ['seniorHigh', 2, 26],
    ]);
    expect(steps(studio)).toBe(before + 1);
  });

  it('becomes the first start points of a level that has none, at the button that adds one', () => {
    const { studio, levelId } = aCourse();
    const ids = childrenNow(studio, 'startPoint', levelId).map(({ id }) => id);
    if (ids.length > 0) studio.document.getState().execute(removeRecords, { ids });
    open(studio, levelId);
    screen.getByRole('button', { name: '添加初中毕业生起点' }).focus();
    paste('生源\t学制（年）\n初中毕业生\t5\n高中毕业生\t3', document.body);
    const starts = childrenNow(studio, 'startPoint', levelId);
    expect(starts.map(({ entry, years }) => [entry, years])).toEqual([
      ['juniorHigh', 5],
      ['seniorHigh', 3],
    ]);
  });
});

describe('a mapping', () => {
  it('takes a word of explanation where it is made, and loses it when it is emptied', async () => {
    const { studio, courseId } = aCourse();
    const id = written(studio, 'courseObjective', courseId)('能读单');
    open(studio, courseId);
    await press('给与“汽车维护”的对应写说明');
    await userEvent.keyboard('任务原样成为课程');
    studio.pending.commitAll();
    expect(childrenNow(studio, 'courseTask', courseId).map(({ note }) => note)).toEqual([
      '任务原样成为课程',
    ]);
    await userEvent.click(box('课程目标 1'));
    await press('给课程目标 1加一个新任务');
    await userEvent.click(box('课程目标 1'));
    await press('给课程目标 1 · T1写说明');
    await userEvent.keyboard('先看示范');
    studio.pending.commitAll();
    expect(childrenNow(studio, 'objectiveTask', id).map(({ note }) => note)).toEqual(['先看示范']);
  });
});

describe('an option of a newer version', () => {
  it('stands in its field as it is, and nothing is taken for it', () => {
    const { studio, courseId } = aCourse();
    const { project } = studio.document.getState();
    const known = [...project.records.values()].map((record) =>
      record.id === courseId ? { ...record, courseKind: 'internship' } : record,
    );
    const newer = studioWith(known);
    open(newer, courseId);
    const field = screen.getByRole<HTMLSelectElement>('combobox', { name: /课程类别/ });
    expect(field.value).toBe('internship');
    expect(field.selectedOptions[0]?.textContent).toBe('internship（新版本的选项）');
  });
});

describe('a 职业能力要求 seen from its own end', () => {
  it('says which objectives serve it, and links and unlinks them where one writes', async () => {
    const { studio, taskId, courseId } = aCourse();
    ['能读单', '能检查'].forEach(written(studio, 'courseObjective', courseId));
    written(studio, 'competenceRequirement', taskId)('能完成维护');
    open(studio, taskId);
    expect(screen.getByText('无目标')).toBeTruthy();
    await userEvent.click(box('职业能力要求 1'));
    await press('职业能力要求 1由目标 2 支撑 能检查');
    expect(screen.getByText('目标 2', { selector: '.served' })).toBeTruthy();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: '职业能力要求 1 · 目标 2 程度' }),
      '部分支撑',
    );
    const [, objective] = childrenNow(studio, 'courseObjective', courseId);
    expect(childrenNow(studio, 'objectiveRequirement', objective?.id ?? '')).toMatchObject([
      { strength: 'partial' },
    ]);
    await press('取消职业能力要求 1与目标 2的对应');
    expect(screen.getByText('无目标')).toBeTruthy();
  });

  it('is said to hold still when its words have changed, which only links to tasks could be', async () => {
    const { studio, taskId, courseId } = aCourse();
    const fromId = written(studio, 'courseObjective', courseId)('能读单');
    const toId = written(studio, 'competenceRequirement', taskId)('能完成维护');
    const mappingId = made(studio, link, { kind: 'objectiveRequirement', fromId, toId });
    const given = { id: toId, field: 'text', value: '能独立完成维护' };
    studio.document.getState().execute(editField, given);
    open(studio, taskId);
    await userEvent.click(box('职业能力要求 1'));
    await press('职业能力要求 1 · 目标 1仍成立');
    const { project } = studio.document.getState();
    const mapping = findJudged(project, mappingId);
    expect(mapping !== undefined && isSuspect(project, mapping)).toBe(false);
    expect(screen.queryByRole('button', { name: /仍成立/ })).toBeNull();
  });

  it('gets a new objective of its own in one step, and the page goes there', async () => {
    const { studio, taskId, courseId } = aCourse();
    const id = written(studio, 'competenceRequirement', taskId)('能完成维护');
    open(studio, taskId);
    await userEvent.click(box('职业能力要求 1'));
    const before = steps(studio);
    await press('给职业能力要求 1在“汽车维护”写一条新目标');
    const [objective] = childrenNow(studio, 'courseObjective', courseId);
    expect(childrenNow(studio, 'objectiveRequirement', objective?.id ?? '')).toMatchObject([
      { competenceRequirementId: id },
    ]);
    expect(steps(studio)).toBe(before + 1);
    expect(studio.view.getState().page).toMatchObject({ id: objective?.id });
  });

  it('is written from an objective that lacks it', async () => {
    const { studio, taskId, courseId } = aCourse();
    written(studio, 'courseObjective', courseId)('能读单');
    open(studio, courseId);
    await userEvent.click(box('课程目标 1'));
    await press('给课程目标 1写一条新要求');
    expect(childrenNow(studio, 'competenceRequirement', taskId)).toHaveLength(1);
  });
});

describe('a course', () => {
  it('can be of two 典型工作任务, and leave one of them again', async () => {
    const { studio, levelId, taskId, courseId } = aCourse();
    const second = made(studio, addTypicalWorkTask, { levelId, name: '汽车美容' });
    const tasks = () =>
      childrenNow(studio, 'courseTask', courseId).map(({ typicalWorkTaskId }) => typicalWorkTaskId);
    open(studio, courseId);
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: '再对应一个典型工作任务' }),
      '汽车美容',
    );
    expect(tasks()).toEqual([taskId, second]);
    await press('取消对应“汽车维护”');
    expect(tasks()).toEqual([second]);
  });
});

describe('a learning task', () => {
  it('gets an objective that is still missing, mapped to it at once', async () => {
    const { studio, courseId } = aCourse();
    const taskId = made(studio, addRecord, {
      kind: 'learningTask',
      parentId: courseId,
      fields: { name: '新车检查' },
    });
    open(studio, taskId);
    await press('新写一条课程目标并对应');
    const [objective] = childrenNow(studio, 'courseObjective', courseId);
    expect(childrenNow(studio, 'objectiveTask', objective?.id ?? '')).toMatchObject([
      { learningTaskId: taskId, strength: 'practise' },
    ]);
  });
});
