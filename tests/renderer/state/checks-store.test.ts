import { describe, expect, it } from 'vitest';
import { completeness } from '@shared/core/rules/count-completeness';
import { checkProject } from '@shared/core/rules/check-project';
import { node } from '@shared/core/rules/example';
import { exampleProject } from '../../helpers/example-project';
import { reportOf } from '@renderer/features/checks/make-report';
import { createChecksStore } from '@renderer/state/checks-store';

const project = exampleProject([
  node('course', { name: '汽车维护', standardHours: 180 }, [
    node('learningTask', { name: '首保', standardHours: 90 }),
    node('learningTask', { name: '换季维护', standardHours: 80 }),
    node('courseObjective', { text: '了解汽车' }),
  ]),
]);
const course = [...project.records.values()].find(({ kind }) => kind === 'course');

describe('marks of what the rules say', () => {
  it('gives the page of a course one mark, the worst', () => {
    const checks = createChecksStore();
    checks.getState().take(project, reportOf(checkProject(project)));
    expect(checks.getState().pageMarks.get(course?.id ?? '')?.severity).toBe('error');
  });

  it('marks the field that is meant, in the words of the rule', () => {
    const checks = createChecksStore();
    checks.getState().take(project, reportOf(checkProject(project)));
    const mark = checks.getState().fieldMarks.get(`${course?.id ?? ''} standardHours `);
    expect(mark?.words).toContain('少 10');
  });

  it('keeps a mark that says the same, so that its field is not drawn again', () => {
    const checks = createChecksStore();
    checks.getState().take(project, reportOf(checkProject(project)));
    const before = checks.getState().fieldMarks;
    checks.getState().take(project, reportOf(checkProject(project)));
    for (const [key, mark] of checks.getState().fieldMarks) expect(before.get(key)).toBe(mark);
  });

  it('counts the required places of each record with everything below it, as the rules do', () => {
    const checked = checkProject(project);
    const { counts, whole, unfinished } = reportOf(checked);
    expect(whole.total - whole.done).toBe(unfinished.length);
    for (const [id, count] of counts) {
      const { done, total } = completeness(checked, id);
      expect(count).toEqual({ done, total });
    }
  });

  it('keeps a count that says the same, so that its row is not drawn again', () => {
    const checks = createChecksStore();
    checks.getState().take(project, reportOf(checkProject(project)));
    const before = checks.getState().written;
    checks.getState().take(project, reportOf(checkProject(project)));
    for (const [id, count] of checks.getState().written) expect(before.get(id)).toBe(count);
  });
});
