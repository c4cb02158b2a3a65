// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import type { AnyRecord, Kind } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { samples } from '@shared/core/samples/index';
import { RecordPage } from '@renderer/features/pages/record-page';
import { changedPlace, isSeenOn, pagePlace } from '@renderer/state/page-owner';
import { partsOf } from '@renderer/state/pages/registry';
import type { Studio } from '@renderer/state/studio';
import { childrenNow, InStudio, studioWith } from '../studio-for-pages';

beforeAll(() => {
  // jsdom has no layout and nothing to scroll.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function aMajor() {
  const records = starterRecords('汽车维修', seededRandom(1));
  const majorId = records.find(({ kind }) => kind === 'major')?.id ?? '';
  return { studio: studioWith(records), majorId };
}

function open(studio: Studio, recordId: string, part?: string) {
  return render(
    <InStudio studio={studio}>
      <RecordPage recordId={recordId} part={part} />
    </InStudio>,
  );
}

const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });

describe('the pages of a major', () => {
  it('give every control a name in Chinese that no other control on the page has', () => {
    const { studio, majorId } = aMajor();
    for (const part of [undefined, ...partsOf('major').map(({ part }) => part)]) {
      open(studio, majorId, part);
      const names = [...document.querySelectorAll('button, input, textarea, select')].map(
        (control) =>
          `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent}`,
      );
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
      expect(names.filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([]);
      cleanup();
    }
  });

  it('show a good and a bad example until the first character', async () => {
    const { studio, majorId } = aMajor();
    open(studio, majorId, 'goals');
    expect(screen.getByText('培养德智体美劳全面发展的高素质人才。', { exact: false })).toBeTruthy();
    await userEvent.type(box('总体培养目标'), '面向汽车售后企业');
    await userEvent.tab();
    expect(studio.document.getState().project.records.get(majorId)).toMatchObject({
      overallGoal: '面向汽车售后企业',
    });
  });

  it('say why a field is there and where the demand comes from', async () => {
    const { studio, majorId } = aMajor();
    open(studio, majorId, 'goals');
    await userEvent.click(screen.getByRole('button', { name: '为什么写“总体培养目标”' }));
    expect(await screen.findByText(/总体目标统领各层级的目标/)).toBeTruthy();
    expect(screen.getByText('工学一体化课程开发的培训材料')).toBeTruthy();
  });

  it('are where each field and each person is found, also for undo', () => {
    const { studio, majorId } = aMajor();
    studio.view.getState().select({ record: majorId, field: 'venueAdvice' });
    expect(studio.view.getState().page).toEqual({ kind: 'record', id: majorId, part: 'advice' });
    const { project } = studio.document.getState();
    const before = project.records.get(majorId)!;
    const after = { ...before, graduateEvaluation: '每年一次' };
    expect(changedPlace(project, { id: majorId, before, after })).toEqual({
      id: majorId,
      part: 'evaluation',
    });
    expect(pagePlace(project, { id: majorId })).toEqual({ id: majorId, part: undefined });
  });
});

describe('what is taken back', () => {
  const records = samples[1]?.records(seededRandom(1)) ?? [];
  const project = projectOf(records);
  const one = (kind: Kind) => {
    const found = records.find((record) => record.kind === kind);
    if (found === undefined) throw new Error(kind);
    return found;
  };
  const pageAbove = (record: AnyRecord) => ({ id: record.parentId ?? '', part: undefined });
  const changed = (before: AnyRecord, fields: object) => ({
    id: before.id,
    before,
    after: { ...before, ...fields },
  });

  it.each([
    ['startPoint', { hoursPerWeek: 28 }],
    ['learningTask', { standardHours: 18 }],
    ['learningTask', { description: '做一次。' }],
    ['course', { name: '汽车养护' }],
  ] as const)('is seen in the list it was written in: %s', (kind, fields) => {
    const record = one(kind);
    const part = changed(record, fields);
    expect(isSeenOn(project, part, pageAbove(record))).toBe(true);
    expect(isSeenOn(project, part, { id: record.id, part: undefined })).toBe(true);
  });

  it('is seen there when it comes, goes or gets another place', () => {
    const task = one('learningTask');
    const above = pageAbove(task);
    expect(isSeenOn(project, { id: task.id, before: task, after: null }, above)).toBe(true);
    expect(isSeenOn(project, { id: task.id, before: null, after: task }, above)).toBe(true);
    expect(isSeenOn(project, changed(task, { order: 'z' }), above)).toBe(true);
  });

  it('is not seen where only its name stands, nor on another page', () => {
    const task = one('learningTask');
    const part = changed(task, { finished: false });
    expect(isSeenOn(project, part, pageAbove(task))).toBe(false);
    const named = changed(task, { name: '换机油' });
    expect(isSeenOn(project, named, { id: one('major').id, part: undefined })).toBe(false);
  });
});

describe('人员与审批', () => {
  it('gets a row at every Enter and loses an empty one with Backspace', async () => {
    const { studio, majorId } = aMajor();
    open(studio, majorId, 'people');
    await userEvent.click(screen.getByRole('button', { name: '添加人员' }));
    await userEvent.keyboard('李明{Enter}王芳{Enter}');
    expect(document.activeElement).toBe(box('人员 3 姓名'));
    await userEvent.keyboard('{Backspace}');
    expect(childrenNow(studio, 'person', majorId).map(({ name }) => name)).toEqual([
      '李明',
      '王芳',
    ]);
    act(() => {
      box('人员 2 姓名').focus();
    });
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(childrenNow(studio, 'person', majorId).map(({ name }) => name)).toEqual([
      '王芳',
      '李明',
    ]);
    expect(document.activeElement).toBe(box('人员 1 姓名'));
  });

  it('offers 编制, 审核 and 批准 one after another', async () => {
    const { studio, majorId } = aMajor();
    open(studio, majorId, 'people');
    for (let line = 0; line < 3; line += 1) {
      await userEvent.click(screen.getByRole('button', { name: '添加签署' }));
    }
    expect(childrenNow(studio, 'approvalLine', majorId).map(({ step }) => step)).toEqual([
      'prepare',
      'review',
      'approve',
    ]);
  });
});

describe('学校用语', () => {
  it('puts the own word in the place of the usual one, and the usual one back when it is emptied', async () => {
    const { studio, majorId } = aMajor();
    open(studio, majorId, 'terms');
    await userEvent.type(box('“基准学时”的本校叫法'), '基准课时{Enter}');
    expect(childrenNow(studio, 'glossaryTerm', majorId)).toMatchObject([
      { termId: 'standardHours', label: '基准课时' },
    ]);
    await userEvent.clear(box('“基准学时”的本校叫法'));
    await userEvent.tab();
    expect(childrenNow(studio, 'glossaryTerm', majorId)).toEqual([]);
  });

  it('is found by pinyin', async () => {
    const { studio, majorId } = aMajor();
    open(studio, majorId, 'terms');
    await userEvent.type(screen.getByRole('searchbox', { name: '筛选用语' }), 'ldzz');
    expect(
      screen.getAllByRole('rowheader').every((cell) => cell.textContent.includes('劳动组织')),
    ).toBe(true);
  });
});

describe('对应职业', () => {
  it('is found by pinyin and linked with Enter; what the catalogue says stands beside it', async () => {
    const { studio, majorId } = aMajor();
    open(studio, majorId);
    await userEvent.click(screen.getByRole('combobox', { name: '查找职业' }));
    await userEvent.keyboard('qcjyy');
    await screen.findByRole('option', { name: /汽车救援员/ });
    await userEvent.keyboard('{Enter}');
    expect(childrenNow(studio, 'occupationLink', majorId)).toMatchObject([
      { name: '汽车救援员', edition: '2022', relation: 'primary' },
    ]);
    expect(screen.getByText('新职业', { exact: false })).toBeTruthy();
  });

  it('is found by its code, and a doubtful code is said in words', async () => {
    const { studio, majorId } = aMajor();
    open(studio, majorId);
    await userEvent.click(screen.getByRole('button', { name: '自己写一个' }));
    await userEvent.type(box('对应职业 1 职业编码'), '4-99{Enter}');
    expect(await screen.findByText(/不是职业编码/)).toBeTruthy();
  });
});
