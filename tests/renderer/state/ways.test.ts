import { describe, expect, it } from 'vitest';
import { editField } from '@shared/core/commands/edit-field';
import { removeRecords } from '@shared/core/commands/remove-records';
import { node } from '@shared/core/rules/example';
import { exampleProject } from '../../helpers/example-project';
import { offerUndo } from '@renderer/state/offer-undo';
import { pageName } from '@renderer/state/page-name';
import { pagesBelow } from '@renderer/state/pages-below';
import { nextScale, scaleSteps } from '@renderer/state/scale-steps';
import { studioWith } from '../features/studio-for-pages';

const project = exampleProject([
  node('course', { name: '汽车维护', standardHours: 180 }, [
    node('learningTask', { name: '首保', standardHours: 90 }),
    node('learningTask', { name: '换季维护', standardHours: 80 }),
  ]),
  node('course', { name: '汽车美容' }),
]);
const records = [...project.records.values()];
const [course = '', other = ''] = records.flatMap(({ id, kind }) =>
  kind === 'course' ? [id] : [],
);

describe('the ways from page to page', () => {
  it('lead from a course to its learning tasks', () => {
    expect(pagesBelow(project, course).map(({ name, what }) => [what, name])).toEqual([
      ['学习任务', '首保'],
      ['学习任务', '换季维护'],
    ]);
  });

  it('are named by the page they lead to', () => {
    expect(pageName(project, { kind: 'record', id: course })).toBe('汽车维护');
    expect(pageName(project, { kind: 'record', id: course, part: 'people' })).toBe('人员与审批');
    expect(pageName(project, { kind: 'record', id: 'gone' })).toBe('已删去的一页');
    expect(pageName(project, { kind: 'help', topic: 'keys' })).toBe('帮助');
  });
});

describe('taking back what was just done', () => {
  function removed() {
    const studio = studioWith(records);
    studio.document.getState().execute(removeRecords, { ids: [course] });
    offerUndo(studio);
    return studio;
  }

  it('is offered in the words of the step, and puts everything back', () => {
    const studio = removed();
    const { message } = studio.messages.getState();
    expect(message?.text).toMatch(/^已删除课程“汽车维护”/);
    expect(message?.action?.isOffered?.()).toBe(true);
    message?.action?.run();
    expect(studio.document.getState().project.records.has(course)).toBe(true);
  });

  it('is not offered any more once something else was done, and never takes that back', () => {
    const studio = removed();
    const { message } = studio.messages.getState();
    const input = { id: other, field: 'name', value: '汽车装潢' };
    studio.document.getState().execute(editField, input);
    expect(message?.action?.isOffered?.()).toBe(false);
    const { project: before } = studio.document.getState();
    message?.action?.run();
    expect(studio.document.getState().project).toBe(before);
  });
});

describe('how large the window is drawn', () => {
  it('goes by steps, keeps a size between them, and ends at 80 % and 200 %', () => {
    expect(nextScale(100, 1)).toBe(110);
    expect(nextScale(115, 1)).toBe(125);
    expect(scaleSteps(115)).toContain(115);
    expect(nextScale(200, 1)).toBe(200);
    expect(nextScale(80, -1)).toBe(80);
  });
});
