// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addCourse } from '@shared/core/commands/add-course';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import type { Command } from '@shared/core/commands/command';
import { seededRandom } from '@shared/core/kernel/random';
import { starterRecords } from '@shared/core/model/starter';
import { RecordPage } from '@renderer/features/pages/record-page';
import type { Studio } from '@renderer/state/studio';
import { childrenNow, InStudio, studioWith } from '../studio-for-pages';

beforeAll(() => {
  // jsdom has no layout and nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const fixture = (name: string) => readFileSync(`tests/fixtures/clipboard/${name}`, 'utf8');

function made<Input>(studio: Studio, command: Command<Input>, input: Input): string {
  const result = studio.document.getState().execute(command, input);
  if (!result.ok || result.value.focus === null) throw new Error('the command was refused');
  return result.value.focus;
}

function openCourse() {
  const studio = studioWith(starterRecords('汽车维修', seededRandom(1)));
  const records = [...studio.document.getState().project.records.values()];
  const levelId = records.find(({ kind }) => kind === 'majorLevel')?.id ?? '';
  const taskId = made(studio, addTypicalWorkTask, { levelId, name: '汽车维护' });
  const courseId = made(studio, addCourse, { levelId, name: '', typicalWorkTaskId: taskId });
  return { studio, courseId, taskId };
}

function open(studio: Studio, recordId: string): void {
  studio.view.getState().show({ kind: 'record', id: recordId });
  render(
    <InStudio studio={studio}>
      <RecordPage recordId={recordId} />
    </InStudio>,
  );
}

/** Pastes into the line with the cursor what a program has put on the clipboard. */
function paste(text: string, html = ''): void {
  fireEvent.paste(document.activeElement ?? document.body, {
    clipboardData: { getData: (type: string) => (type === 'text/html' ? html : text) },
  });
}

const steps = (studio: Studio) => studio.document.getState().history.past.size;

describe('a table pasted into the learning tasks of a course', () => {
  const tasksOf = (studio: Studio, courseId: string) =>
    childrenNow(studio, 'learningTask', courseId).map(({ name, standardHours, description }) => [
      name,
      standardHours,
      description,
    ]);

  it('fills names, hours and descriptions by their headings, into the empty line, in one step', async () => {
    const { studio, courseId } = openCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加学习任务' }));
    const before = steps(studio);
    paste(fixture('calc-tasks.txt'), fixture('calc-tasks.html'));
    expect(tasksOf(studio, courseId)).toEqual([
      ['更换机油', 12, '第一行\n第二行有"引号"'],
      ['更换制动片', 18.5, '前 后'],
      ['a<b & c', null, '两端空格'],
    ]);
    expect(steps(studio)).toBe(before + 1);
  });

  it('asks what a column is when it cannot be told, and shows why it cannot go on', async () => {
    const { studio, courseId } = openCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加学习任务' }));
    paste('任务\t学时\t负责人\n更换机油\t12\t王\n检修空调\t18\t李\n');
    const dialog = within(screen.getByRole('dialog', { name: '粘贴表格到“学习任务”' }));
    expect(dialog.getByRole('status').textContent).toBe('请选出哪一列是正文。');
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: '第 1 列任务' }),
      '学习任务名称',
    );
    await userEvent.click(dialog.getByRole('button', { name: '粘贴 2 条' }));
    expect(tasksOf(studio, courseId)).toEqual([
      ['更换机油', 12, ''],
      ['检修空调', 18, ''],
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves everything as it was when the question is cancelled', async () => {
    const { studio, courseId } = openCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加学习任务' }));
    const before = steps(studio);
    paste('任务\t负责人\n更换机油\t王\n');
    await userEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(steps(studio)).toBe(before);
  });
});

describe('text pasted from a word processor', () => {
  it('becomes 课程目标 without its numbers', async () => {
    const { studio, courseId } = openCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    await userEvent.keyboard('能接待客户');
    const source = '<p>1．能读懂任务单</p><p>2．能按手册，</p><p>更换机油</p>';
    paste('1．能读懂任务单\n2．能按手册，\n更换机油', source);
    expect(childrenNow(studio, 'courseObjective', courseId).map(({ text }) => text)).toEqual([
      '能接待客户',
      '能读懂任务单',
      '能按手册，更换机油',
    ]);
  });

  it('says which numbers were taken off, and has them back with one click', async () => {
    const { studio, courseId } = openCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    const texts = () => childrenNow(studio, 'courseObjective', courseId).map(({ text }) => text);
    paste('1. 5级砂轮的选用\n2. 4缸发动机的检修\n★ 制动液的更换\n');
    expect(texts()).toEqual(['5级砂轮的选用', '4缸发动机的检修', '★ 制动液的更换']);
    const { message } = studio.messages.getState();
    expect(message?.text).toBe('已粘贴 3 条，去掉了前面的“1.”“2.”，可以按 Ctrl+Z 撤销。');
    expect(message?.action?.label).toBe('留着这些编号');
    act(() => message?.action?.run());
    expect(texts()).toEqual(['1. 5级砂轮的选用', '2. 4缸发动机的检修', '★ 制动液的更换']);
  });

  it('is cleaned of the controls of old files, with a note', async () => {
    const { studio, courseId } = openCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    paste('能读\u0007单\n能检\u001f修\u000c');
    expect(childrenNow(studio, 'courseObjective', courseId).map(({ text }) => text)).toEqual([
      ...['能读 单', '能检修'],
    ]);
    expect(studio.messages.getState().message?.text).toContain('已清理 3 个看不见的字符');
    const field = document.activeElement as HTMLTextAreaElement;
    paste('5\u001e10\u0007A');
    expect(field.value).toContain('5-10 A');
    expect(studio.messages.getState().message?.text).toContain('已清理 2 个看不见的字符');
  });

  it('becomes items of a list in one step', async () => {
    const { studio, taskId } = openCourse();
    open(studio, taskId);
    await userEvent.click(screen.getByRole('button', { name: '添加工具' }));
    const before = steps(studio);
    paste('① 扭力扳手\n② 机油滤清器扳手\n');
    const task = studio.document.getState().project.records.get(taskId);
    const tools = task?.kind === 'typicalWorkTask' ? task.tools : [];
    expect(tools.map(({ text }) => text)).toEqual(['扭力扳手', '机油滤清器扳手']);
    expect(steps(studio)).toBe(before + 1);
  });
});
