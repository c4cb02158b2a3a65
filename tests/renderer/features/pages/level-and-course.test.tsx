// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addRecord, type AddRecordInput } from '@shared/core/commands/add-record';
import { seededRandom } from '@shared/core/kernel/random';
import type { Kind } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { RecordPage } from '@renderer/features/pages/record-page';
import type { Studio } from '@renderer/state/studio';
import { childrenNow, InStudio, studioWith } from '../studio-for-pages';

beforeAll(() => {
  // jsdom has no layout and nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function aLevel() {
  const records = starterRecords('汽车维修', seededRandom(1));
  const idOf = (kind: Kind) => records.find((record) => record.kind === kind)?.id ?? '';
  return { studio: studioWith(records), majorId: idOf('major'), levelId: idOf('majorLevel') };
}

function added(studio: Studio, input: AddRecordInput): string {
  const result = studio.document.getState().execute(addRecord, input);
  if (!result.ok || result.value.focus === null) throw new Error('refused');
  return result.value.focus;
}

function open(studio: Studio, recordId: string) {
  studio.view.getState().show({ kind: 'record', id: recordId });
  return render(
    <InStudio studio={studio}>
      <RecordPage recordId={recordId} />
    </InStudio>,
  );
}

const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('a 培养层级', () => {
  it('that a newer version brought goes by the name it has there, on its page and on the way to it', () => {
    const records = starterRecords('汽车维修', seededRandom(1)).map((record) =>
      record.kind === 'majorLevel' ? { ...record, level: 'seniorTechnician' as never } : record,
    );
    const levelId = records.find(({ kind }) => kind === 'majorLevel')?.id ?? '';
    const studio = studioWith(records);
    const taskId = added(studio, {
      kind: 'typicalWorkTask',
      parentId: levelId,
      fields: { name: '汽车维护' },
    });
    open(studio, levelId);
    expect(screen.getByRole('heading', { name: /seniorTechnician/ })).toBeTruthy();
    cleanup();
    open(studio, taskId);
    expect(screen.getByRole('button', { name: 'seniorTechnician' })).toBeTruthy();
  });

  it('has start points with the years the rule has for them, which can be changed', async () => {
    const { studio, levelId } = aLevel();
    open(studio, levelId);
    await press('添加初中毕业生起点');
    expect(childrenNow(studio, 'startPoint', levelId)).toMatchObject([
      { entry: 'juniorHigh', years: 3 },
    ]);
    expect(screen.getByText('6 个学期，每学期 600 学时')).toBeTruthy();
    await userEvent.type(box('起点 1 每周学时'), '28{Enter}');
    expect(screen.getByText('6 个学期，每学期 560 学时')).toBeTruthy();
  });

  it('writes 职业能力要求 into the 培养要求表', async () => {
    const { studio, levelId } = aLevel();
    const taskId = added(studio, {
      kind: 'typicalWorkTask',
      parentId: levelId,
      fields: { name: '汽车维护' },
    });
    open(studio, levelId);
    await press('添加任务 1 职业能力要求');
    await userEvent.keyboard('能读派工单{Enter}能更换机油');
    await userEvent.tab();
    expect(childrenNow(studio, 'competenceRequirement', taskId).map(({ text }) => text)).toEqual([
      '能读派工单',
      '能更换机油',
    ]);
  });

  it('adds a course of any kind and sums the hours by kind and in all', async () => {
    const { studio, levelId } = aLevel();
    added(studio, {
      kind: 'course',
      parentId: levelId,
      fields: { name: '汽车维护', standardHours: 180 },
    });
    added(studio, {
      kind: 'course',
      parentId: levelId,
      fields: { name: '语文', courseKind: 'public', standardHours: 72 },
    });
    open(studio, levelId);
    expect(screen.getByText('2 门 · 252 学时')).toBeTruthy();
    expect(screen.getByText('1 门，小计 72')).toBeTruthy();
    await press('添加选修课程');
    expect(childrenNow(studio, 'course', levelId).at(-1)).toMatchObject({ courseKind: 'elective' });
  });
});

describe('a course', () => {
  it('has the smaller form unless it is 工学一体化, and its kind can be changed', async () => {
    const { studio, levelId } = aLevel();
    const courseId = added(studio, {
      kind: 'course',
      parentId: levelId,
      fields: { name: '语文', courseKind: 'public' },
    });
    open(studio, courseId);
    expect(screen.queryByText('参考性学习任务')).toBeNull();
    await press('添加学习内容');
    await userEvent.keyboard('应用文写作');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: '课程类别' }),
      '工学一体化课程',
    );
    expect(screen.getByText('参考性学习任务')).toBeTruthy();
    expect(screen.getByText('还没有归到环节的内容：')).toBeTruthy();
  });

  it('knows who teaches it and whether it is done', async () => {
    const { studio, majorId, levelId } = aLevel();
    const courseId = added(studio, {
      kind: 'course',
      parentId: levelId,
      fields: { name: '汽车维护' },
    });
    const teacherId = added(studio, {
      kind: 'person',
      parentId: majorId,
      fields: { name: '李明', role: 'teacher' },
    });
    open(studio, courseId);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '任课教师' }), '李明');
    await userEvent.click(screen.getByRole('checkbox', { name: '已完成' }));
    expect(childrenNow(studio, 'course', levelId)).toMatchObject([
      { ownerId: teacherId, finished: true },
    ]);
  });
});

describe('an objective in three slots', () => {
  async function written(text: string) {
    const { studio, levelId } = aLevel();
    const courseId = added(studio, {
      kind: 'course',
      parentId: levelId,
      fields: { name: '汽车维护' },
    });
    added(studio, { kind: 'courseObjective', parentId: courseId, fields: { text } });
    open(studio, courseId);
    await userEvent.click(box('课程目标 1'));
    await userEvent.keyboard('{F4}');
    return { studio, courseId };
  }
  const now = (studio: Studio, courseId: string) =>
    childrenNow(studio, 'courseObjective', courseId)[0];

  it('takes a certain sentence apart at F4 and builds it again from the slots', async () => {
    const { studio, courseId } = await written('能依据手册，更换机油，做到无渗漏。');
    expect(document.activeElement).toBe(box('课程目标 1 条件'));
    expect(now(studio, courseId)).toMatchObject({ condition: '依据手册', standard: '做到无渗漏' });
    await userEvent.clear(box('课程目标 1 条件'));
    await userEvent.type(box('课程目标 1 条件'), '按照规程{Enter}');
    expect(now(studio, courseId)?.text).toBe('能按照规程，更换机油，做到无渗漏。');
    act(() => {
      box('课程目标 1 条件').focus();
    });
    await userEvent.keyboard('{F4}');
    expect(document.activeElement).toBe(box('课程目标 1'));
    expect(screen.queryByRole('textbox', { name: '课程目标 1 条件' })).toBeNull();
  });

  it('guesses nothing: an uncertain sentence stays whole', async () => {
    const { studio, courseId } = await written('能读懂派工单，核对里程。');
    expect(now(studio, courseId)).toMatchObject({
      text: '能读懂派工单，核对里程。',
      condition: '',
      behaviour: '读懂派工单，核对里程',
      standard: '',
    });
  });

  it('says so when the sentence was changed by hand, and can be built anew', async () => {
    const { studio, courseId } = await written('能依据手册，更换机油。');
    await userEvent.type(box('课程目标 1'), '好');
    await userEvent.tab();
    await press('按三栏重写');
    expect(now(studio, courseId)?.text).toBe('能依据手册，更换机油。');
  });
});
