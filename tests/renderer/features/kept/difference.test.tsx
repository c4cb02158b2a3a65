// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { changeBetween } from '@shared/core/changes/changed-fields';
import { editField } from '@shared/core/commands/edit-field';
import { removeRecords } from '@shared/core/commands/remove-records';
import { Difference } from '@renderer/features/kept/difference';
import { courseDesk } from '../../../helpers/course';
import { InStudio, studioWith } from '../studio-for-pages';

afterEach(cleanup);

it('what was changed since a 送审稿 is told field by field, and leads there', async () => {
  const { desk, courseId, taskIds, objectiveIds } = courseDesk();
  const before = desk.project;
  desk.do(editField, { id: courseId, field: 'standardHours', value: 180 });
  desk.do(editField, { id: objectiveIds[0], field: 'text', value: '能读懂派工单' });
  desk.do(removeRecords, { ids: [taskIds[2]] });
  const after = desk.project;
  const studio = studioWith([...after.records.values()]);
  const compared = { change: changeBetween(before, after), before, after };
  render(
    <InStudio studio={studio}>
      <Difference compared={compared} />
    </InStudio>,
  );
  const list = screen.getByRole('list', { name: '改了哪些' });
  expect(list.textContent).toContain('改过课程 1 项');
  expect(list.textContent).toContain('基准学时 自动 → 180');
  expect(list.textContent).toContain('能读懂任务单 → 能读懂派工单');
  expect(list.textContent).toContain('删去学习任务 1 项：检修空调');
  await userEvent.click(screen.getByRole('button', { name: '汽车维护' }));
  expect(studio.view.getState().page).toMatchObject({ kind: 'record', id: courseId });
});
