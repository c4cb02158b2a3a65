// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { addCourse } from '@shared/core/commands/add-course';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import { editField } from '@shared/core/commands/edit-field';
import { childrenOf } from '@shared/core/model/project';
import { starterRecords } from '@shared/core/model/starter';
import { TourBar } from '@renderer/features/tour/tour-bar';
import { type Studio, StudioContext } from '@renderer/state/studio';
import { testStudio } from '../../../helpers/studio';

afterEach(cleanup);

async function shown() {
  const { studio } = testStudio();
  await studio.opener.create('汽车维修', starterRecords('汽车维修', studio.random));
  studio.view.getState().setTour({ open: true });
  const asked: string[] = [];
  render(
    <StudioContext value={studio}>
      <TourBar run={(id) => asked.push(id)} isPossible={() => true} />
    </StudioContext>,
  );
  return { studio, asked };
}

const step = () => screen.getByRole('status', { name: '这一步' }).textContent;
const done = ({ view }: Studio) => view.getState().tour.done;

function levelOf({ document }: Studio): string {
  const { project } = document.getState();
  const [major] = childrenOf(project, null, 'major');
  const [level] = childrenOf(project, major?.id ?? '', 'majorLevel');
  return level?.id ?? '';
}

describe('the first-hour tour', () => {
  it('goes on only when the step was really done', async () => {
    const { studio, asked } = await shown();
    expect(step()).toContain('写一个典型工作任务');
    fireEvent.click(screen.getByRole('button', { name: '加一个典型工作任务' }));
    expect(asked).toEqual(['add-typical-work-task']);
    const { execute } = studio.document.getState();
    const made = execute(addTypicalWorkTask, { levelId: levelOf(studio), name: '' });
    expect(done(studio), 'a task without a name is not written').toEqual([]);
    const id = (made.ok ? made.value.focus : null) ?? '';
    execute(editField, { id, field: 'name', value: '汽车维护' });
    expect(done(studio)).toEqual(['task']);
    execute(addCourse, { levelId: levelOf(studio), name: '', typicalWorkTaskId: id });
    expect(done(studio)).toEqual(['task', 'course']);
  });

  it('ticks what is done out of turn, and a step once', async () => {
    const { studio } = await shown();
    studio.view.getState().setSideTab('history');
    studio.view.getState().setSideTab('preview');
    studio.view.getState().setSideTab('history');
    studio.view.getState().setSideTab('preview');
    studio.view.getState().show({ kind: 'help', topic: 'files' });
    expect(done(studio)).toEqual(['preview', 'files']);
  });

  it('can be skipped through, left, and says when it is over', async () => {
    const { studio } = await shown();
    for (let skipped = 0; skipped < 9; skipped += 1) {
      fireEvent.click(screen.getByRole('button', { name: '跳过' }));
    }
    expect(step()).toContain('都走了一遍');
    fireEvent.click(screen.getByRole('button', { name: '收起' }));
    expect(studio.view.getState().tour.open).toBe(false);
    expect(screen.queryByRole('region', { name: '十分钟走一遍' })).toBeNull();
  });

  it('asks for a file first when none is open', async () => {
    const { studio } = await shown();
    await studio.opener.close();
    expect(await screen.findByText('先打开一个文件')).toBeDefined();
  });
});
