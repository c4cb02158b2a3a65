// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addCourse } from '@shared/core/commands/add-course';
import { addLearningTask } from '@shared/core/commands/add-learning-task';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import type { Command } from '@shared/core/commands/command';
import { seededRandom } from '@shared/core/kernel/random';
import { isKnown, type Kind } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { samples } from '@shared/core/samples/index';
import { RecordPage } from '@renderer/features/pages/record-page';
import { hasPage } from '@renderer/state/page-owner';
import type { Studio } from '@renderer/state/studio';
import { childrenNow, InStudio, studioWith } from '../studio-for-pages';

beforeAll(() => {
  // jsdom has no layout and nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function made<Input>(studio: Studio, command: Command<Input>, input: Input): string {
  const result = studio.document.getState().execute(command, input);
  if (!result.ok || result.value.focus === null) throw new Error('the command was refused');
  return result.value.focus;
}

/** A level with a task and a course with two learning tasks. */
function aCourse() {
  const studio = studioWith(starterRecords('汽车维修', seededRandom(1)));
  const records = [...studio.document.getState().project.records.values()];
  const levelId = records.find(({ kind }) => kind === 'majorLevel')?.id ?? '';
  const taskId = made(studio, addTypicalWorkTask, { levelId, name: '汽车维护' });
  const courseId = made(studio, addCourse, {
    levelId,
    name: '汽车维护',
    typicalWorkTaskId: taskId,
  });
  made(studio, addLearningTask, { courseId, name: '新车交付前检查' });
  made(studio, addLearningTask, { courseId, name: '1万公里定期维护' });
  return { studio, levelId, taskId, courseId };
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
const objectives = (studio: Studio, courseId: string) =>
  childrenNow(studio, 'courseObjective', courseId).map(({ text }) => text);

describe('writing 课程目标', () => {
  it('makes a line at every Enter, with the cursor in it', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    await userEvent.keyboard('能读单{Enter}能查手册{Enter}能举升车辆');
    expect(document.activeElement).toBe(box('课程目标 3'));
    await userEvent.tab();
    expect(objectives(studio, courseId)).toEqual(['能读单', '能查手册', '能举升车辆']);
  });

  it('breaks a line at the cursor and joins it again with Backspace', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    await userEvent.keyboard('能读单能报价');
    act(() => {
      box('课程目标 1').setSelectionRange(3, 3);
    });
    await userEvent.keyboard('{Enter}');
    expect(objectives(studio, courseId)).toEqual(['能读单', '能报价']);
    act(() => {
      box('课程目标 2').setSelectionRange(0, 0);
    });
    await userEvent.keyboard('{Backspace}');
    expect(objectives(studio, courseId)).toEqual(['能读单能报价']);
    expect(box('课程目标 1').selectionStart).toBe(3);
  });

  it('moves a line with Alt+↑ and keeps the cursor in it', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    await userEvent.keyboard('能读单{Enter}能查手册{Alt>}{ArrowUp}{/Alt}');
    expect(objectives(studio, courseId)).toEqual(['能查手册', '能读单']);
    expect(document.activeElement).toBe(box('课程目标 1'));
  });

  it('takes a block pasted from WPS as lines, without its numbers', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    await userEvent.paste('1. 能读单\n2. 能查手册\n3. 能举升');
    expect(objectives(studio, courseId)).toEqual(['能读单', '能查手册', '能举升']);
  });

  it('does nothing at an Enter that belongs to the input method', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    fireEvent.keyDown(box('课程目标 1'), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box('课程目标 1'), { key: 'Enter', keyCode: 229 });
    expect(objectives(studio, courseId)).toEqual(['']);
  });

  it('shows what undo brought back', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    await userEvent.keyboard('能读单');
    await userEvent.tab();
    act(() => {
      studio.document.getState().undo();
    });
    expect(box('课程目标 1').value).toBe('');
  });
});

describe('the margin of 课程目标', () => {
  it('links a learning task by its mark and asks for a criterion', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    await userEvent.keyboard('能读单');
    await userEvent.click(screen.getByRole('button', { name: '课程目标 1 与 T2：没有对应' }));
    const slip = screen.getByRole('group', { name: '课程目标 1的对应关系' });
    expect(within(slip).getByText('T2 1万公里定期维护')).toBeTruthy();
    await userEvent.click(
      within(slip).getByRole('button', { name: '给课程目标 1 · T2写一条考核要点' }),
    );
    await userEvent.keyboard('派工单信息无遗漏');
    await userEvent.tab();
    const [objective] = childrenNow(studio, 'courseObjective', courseId);
    expect(childrenNow(studio, 'assessmentPoint', objective?.id ?? '')).toMatchObject([
      { text: '派工单信息无遗漏' },
    ]);
  });

  it('turns a link on, further and off again with the space bar', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    const name = (words: string) => ({ name: `课程目标 1 与 T2：${words}` });
    act(() => {
      screen.getByRole('button', name('没有对应')).focus();
    });
    for (const word of ['引入', '训练', '达标']) {
      await userEvent.keyboard(' ');
      screen.getByRole('button', name(`${word}，没有考核要点，只挂了名`));
    }
    await userEvent.keyboard(' ');
    expect(screen.getByRole('button', name('没有对应'))).toBeTruthy();
  });

  it('says how many hours a task gives to the objective', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.type(box('学习任务 1 参考学时'), '30{Enter}');
    await userEvent.click(screen.getByRole('button', { name: '添加课程目标' }));
    await userEvent.click(screen.getByRole('button', { name: '课程目标 1 与 T1：没有对应' }));
    expect(
      screen.getByRole('button', { name: '课程目标 1 与 T1：训练，30学时，没有考核要点' }),
    ).toBeTruthy();
  });
});

describe('numbers', () => {
  it('keeps what cannot be read and says what to write', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.type(box('基准学时'), '一百{Enter}');
    expect(box('基准学时').value).toBe('一百');
    expect(screen.getByRole('alert').textContent).toContain('例如 40 或 12.5');
  });

  it('moves both weights together', async () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    await userEvent.type(box('过程性考核权重'), '70{Enter}');
    expect(childrenNow(studio, 'courseAssessment', courseId)).toMatchObject([
      { processWeight: 70, finalWeight: 30 },
    ]);
  });
});

describe('a page', () => {
  it('gives every control a name in Chinese that no other control on it has', () => {
    const [sample] = samples;
    const studio = studioWith(sample?.records(seededRandom(2)) ?? []);
    const pages = [...studio.document.getState().project.records.values()].filter(hasPage);
    const kinds = new Set<Kind>();
    for (const record of pages) {
      if (!isKnown(record) || kinds.has(record.kind)) continue;
      kinds.add(record.kind);
      open(studio, record.id);
      const names = [
        ...document.querySelectorAll('button, input, textarea, select:not([hidden])'),
      ].map(
        (control) =>
          `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent}`,
      );
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
      expect(names.filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([]);
      cleanup();
    }
    expect(kinds.size).toBe(5);
  });

  it('can be read and not written when the file may not be written', () => {
    const [sample] = samples;
    const studio = studioWith(sample?.records(seededRandom(2)) ?? [], true);
    const course = [...studio.document.getState().project.records.values()].find(
      ({ kind }) => kind === 'course',
    );
    open(studio, course?.id ?? '');
    expect(box('课程目标 1').readOnly).toBe(true);
    expect(screen.queryByRole('button', { name: '添加课程目标' })).toBeNull();
    expect(screen.queryByRole('button', { name: '删除课程目标 1' })).toBeNull();
  });

  it('puts the cursor where the outline or the preview asks for it', () => {
    const { studio, courseId } = aCourse();
    open(studio, courseId);
    const [task] = childrenNow(studio, 'learningTask', courseId);
    act(() => {
      studio.view.getState().select({ record: courseId, field: 'standardHours' });
    });
    expect(document.activeElement).toBe(box('基准学时'));
    expect(studio.view.getState().cursor).toEqual({
      record: courseId,
      field: 'standardHours',
    });
    expect(task?.name).toBe('新车交付前检查');
  });

  it('says so when its record has gone', () => {
    const { studio } = aCourse();
    open(studio, 'co0000000000000000');
    expect(screen.getByText(/已经不在稿子里/)).toBeTruthy();
  });
});

describe('a 典型工作任务', () => {
  it('writes items of a list like lines', async () => {
    const { studio, taskId } = aCourse();
    open(studio, taskId);
    await userEvent.click(screen.getByRole('button', { name: '添加工具' }));
    await userEvent.keyboard('扭力扳手{Enter}胎压表');
    await userEvent.tab();
    const task = studio.document.getState().project.records.get(taskId);
    expect(task).toMatchObject({ tools: [{ text: '扭力扳手' }, { text: '胎压表' }] });
  });

  it('makes its course from the page of the level', async () => {
    const { studio, levelId } = aCourse();
    made(studio, addTypicalWorkTask, { levelId, name: '发动机检修' });
    open(studio, levelId);
    await userEvent.click(screen.getByRole('button', { name: '由“发动机检修”生成课程' }));
    expect(childrenNow(studio, 'course', levelId).map(({ name }) => name)).toEqual([
      '汽车维护',
      '发动机检修',
    ]);
  });
});
