import { describe, expect, it } from 'vitest';
import { checkProject } from '@shared/core/rules/check-project';
import { exampleProject, node } from '@shared/core/rules/example-project';
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

  it('counts the required places of each record', () => {
    const { counts, unfinished } = reportOf(checkProject(project));
    const open = counts.reduce((sum, [, done, total]) => sum + total - done, 0);
    expect(open).toBe(unfinished.length);
  });
});
