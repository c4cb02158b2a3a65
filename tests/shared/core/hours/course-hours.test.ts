import { describe, expect, it } from 'vitest';
import { distributeHours } from '@shared/core/commands/distribute-hours';
import { distributeShares } from '@shared/core/commands/distribute-shares';
import { editField } from '@shared/core/commands/edit-field';
import { link } from '@shared/core/commands/link';
import { setWeights } from '@shared/core/commands/set-weights';
import { assessmentShares, courseWeights } from '@shared/core/hours/assessment-weights';
import { courseHours, objectiveHours } from '@shared/core/hours/course-hours';
import { childrenOf, onlyChildOf } from '@shared/core/model/project';
import { courseDesk } from '../../../helpers/course';

function plannedCourse(standard: number | null, hours: readonly (number | null)[]) {
  const made = courseDesk();
  const { desk, courseId, taskIds } = made;
  desk.do(editField, { id: courseId, field: 'standardHours', value: standard });
  taskIds.forEach((id, index) => {
    desk.do(editField, { id, field: 'standardHours', value: hours[index] ?? null });
  });
  const assessmentId = onlyChildOf(desk.project, courseId, 'courseAssessment')?.id ?? '';
  return { ...made, assessmentId };
}

describe('the hours of a course', () => {
  it('adds up 40 + 60 + 80 to 180 without a word', () => {
    const { desk, courseId } = plannedCourse(180, [40, 60, 80]);
    expect(courseHours(desk.project, courseId)).toMatchObject({
      standard: 180,
      sum: 180,
      difference: 0,
      message: '',
      parts: [{ name: '更换机油', hours: 40, locked: false }, { hours: 60 }, { hours: 80 }],
    });
  });

  it('says what is missing and where to change it', () => {
    const { desk, courseId } = plannedCourse(180, [40, 60, 70]);
    expect(courseHours(desk.project, courseId)).toMatchObject({
      difference: 10,
      message: '“汽车维护”180 学时，下面合计 170 学时，少 10。请改“汽车维护”或“检修空调”。',
    });
  });

  it('follows the tasks where the course has no number', () => {
    const { desk, courseId } = plannedCourse(null, [40, 60, 70]);
    expect(courseHours(desk.project, courseId)).toMatchObject({ difference: 0, sum: 170 });
    expect(courseHours(desk.project, 'co0000000000000000')).toBeUndefined();
  });

  it('are shared out by 自动分配, and what is locked stays', () => {
    const { desk, courseId, taskIds } = plannedCourse(180, [40, null, null]);
    desk.do(editField, { id: taskIds[0], field: 'hoursLocked', value: true });
    const { label } = desk.do(distributeHours, { courseId });
    expect(label).toBe('自动分配课程“汽车维护”的 180 学时');
    const hours = () =>
      childrenOf(desk.project, courseId, 'learningTask').map((task) => task.standardHours);
    expect(hours()).toEqual([40, 70, 70]);
    desk.do(editField, { id: courseId, field: 'standardHours', value: 200 });
    desk.do(distributeHours, { courseId });
    expect(hours()).toEqual([40, 80, 80]);
    expect(desk.do(distributeHours, { courseId }).change).toEqual([]);
  });

  it('are refused in words when the locks contradict the course', () => {
    const { desk, courseId, taskIds } = plannedCourse(30, [40, null, null]);
    desk.do(editField, { id: taskIds[0], field: 'hoursLocked', value: true });
    expect(desk.refused(distributeHours, { courseId })).toEqual({
      reason: 'fixed-exceed-whole',
      message:
        '“汽车维护”共 30 学时，锁定的部分合计 40 学时，对不上。请改“汽车维护”或“更换机油”中的一处。',
    });
    expect(courseDesk().desk.refused(distributeHours, { courseId }).reason).toBe('no-hours');
  });

  it('reach the objectives of a task: numbers stand, the rest is shared exactly', () => {
    const { desk, taskIds, objectiveIds } = plannedCourse(180, [41, 60, 79]);
    const [first, second] = objectiveIds.map((objectiveId) =>
      desk.made(link, {
        kind: 'objectiveTask',
        fromId: objectiveId,
        toId: taskIds[0],
        fields: { strength: 'achieve' },
      }),
    );
    const hours = () => {
      const map = objectiveHours(desk.project, taskIds[0]);
      return [map.get(first ?? ''), map.get(second ?? '')];
    };
    expect(hours()).toEqual([21, 20]);
    desk.do(editField, { id: first ?? '', field: 'hours', value: 10.5 });
    expect(hours()).toEqual([10.5, 30.5]);
    desk.do(editField, { id: first ?? '', field: 'hours', value: 50 });
    expect(hours()).toEqual([50, 0]);
  });
});

describe('the weights of a mark', () => {
  it('share the process assessment by the hours of the tasks until a number is given', () => {
    const { desk, assessmentId } = plannedCourse(180, [40, 60, 80]);
    const { parts, sum, message } = assessmentShares(desk.project, assessmentId);
    expect(parts.map(({ percent }) => percent)).toEqual([22, 33, 45]);
    expect([sum, message]).toEqual([100, '']);
  });

  it('keep given shares and say when they do not make 100', () => {
    const { desk, assessmentId } = plannedCourse(180, [40, 60, 80]);
    const ids = assessmentShares(desk.project, assessmentId).parts.map(({ id }) => id);
    [20, 30, 40].forEach((value, index) => {
      desk.do(editField, { id: ids[index] ?? '', field: 'percent', value });
    });
    expect(assessmentShares(desk.project, assessmentId).message).toBe(
      '各学习任务占比合计 90%，应为 100%。',
    );
    desk.do(editField, { id: ids[0] ?? '', field: 'locked', value: true });
    desk.do(distributeShares, { assessmentId });
    const { parts } = assessmentShares(desk.project, assessmentId);
    expect(parts.map(({ given }) => given)).toEqual([20, 34, 46]);
  });

  it('are set together and always make 100', () => {
    const { desk, assessmentId } = plannedCourse(180, [40, 60, 80]);
    expect(courseWeights(desk.project, assessmentId)).toMatchObject({ process: null, sum: null });
    const { label } = desk.do(setWeights, { assessmentId, processWeight: 70 });
    expect(label).toBe('把“汽车维护”的考核权重设为过程性 70%、终结性 30%');
    expect(courseWeights(desk.project, assessmentId)).toEqual({
      process: 70,
      final: 30,
      sum: 100,
      message: '',
    });
    desk.do(editField, { id: assessmentId, field: 'finalLocked', value: true });
    expect(desk.refused(setWeights, { assessmentId, processWeight: 60 }).message).toBe(
      '终结性考核权重锁定为 30%，请先解锁。',
    );
    desk.do(editField, { id: assessmentId, field: 'processWeight', value: 60 });
    expect(courseWeights(desk.project, assessmentId).message).toBe(
      '过程性与终结性考核权重合计 90%，应为 100%。',
    );
    desk.do(editField, { id: assessmentId, field: 'processWeight', value: null });
    expect(courseWeights(desk.project, assessmentId)).toMatchObject({ process: 70, message: '' });
  });

  it('give the worked mark: 0.7 × (0.2 × 80 + 0.3 × 90 + 0.5 × 70) + 0.3 × 85 = 80.1', () => {
    const { desk, assessmentId } = plannedCourse(180, [40, 60, 80]);
    const ids = assessmentShares(desk.project, assessmentId).parts.map(({ id }) => id);
    [20, 30, 50].forEach((value, index) => {
      desk.do(editField, { id: ids[index] ?? '', field: 'percent', value });
    });
    desk.do(setWeights, { assessmentId, processWeight: 70 });
    const marks = [80, 90, 70];
    const { parts } = assessmentShares(desk.project, assessmentId);
    const process = parts.reduce(
      (sum, { percent }, index) => sum + percent * (marks[index] ?? 0),
      0,
    );
    const weights = courseWeights(desk.project, assessmentId);
    const mark = ((weights.process ?? 0) * process) / 10_000 + ((weights.final ?? 0) * 85) / 100;
    expect(mark).toBeCloseTo(80.1, 10);
  });
});
