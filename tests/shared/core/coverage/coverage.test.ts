import { describe, expect, it } from 'vitest';
import { addAssessmentPoint } from '@shared/core/commands/add-assessment-point';
import { editField } from '@shared/core/commands/edit-field';
import { judgeMapping } from '@shared/core/commands/judge-mapping';
import { link } from '@shared/core/commands/link';
import { coverageOf } from '@shared/core/coverage/coverage';
import { courseDesk } from '../../../helpers/course';

describe('the coverage of a 课程目标 by a 学习任务', () => {
  it('goes from nothing to a link, to hours, to a criterion, and is in doubt when the words change', () => {
    const { desk, objectiveIds, taskIds } = courseDesk();
    const [objectiveId, taskId] = [objectiveIds[0], taskIds[0]];
    const state = () => coverageOf(desk.project, objectiveId, taskId).state;
    desk.do(editField, { id: taskId, field: 'standardHours', value: null });
    expect(state()).toBe('none');
    const mapping = desk.made(link, { kind: 'objectiveTask', fromId: objectiveId, toId: taskId });
    expect(state()).toBe('named');
    desk.do(editField, { id: mapping, field: 'hours', value: 6 });
    expect(state()).toBe('hours');
    const point = { objectiveId, learningTaskId: taskId, text: '核对无遗漏' };
    const pointId = desk.made(addAssessmentPoint, point);
    expect(state()).toBe('covered');
    desk.do(editField, { id: objectiveId, field: 'text', value: '能读懂并核对任务单' });
    expect(state()).toBe('suspect');
    desk.do(judgeMapping, { mappingId: mapping });
    // The criterion was written for the old words as well.
    expect(state()).toBe('suspect');
    desk.do(judgeMapping, { mappingId: pointId });
    expect(state()).toBe('covered');
  });

  it('needs only a criterion in the 终结性考核', () => {
    const { desk, objectiveIds } = courseDesk();
    const objectiveId = objectiveIds[0];
    expect(coverageOf(desk.project, objectiveId, null).state).toBe('none');
    desk.do(addAssessmentPoint, { objectiveId, learningTaskId: null, text: '加注量合规' });
    expect(coverageOf(desk.project, objectiveId, null).state).toBe('covered');
  });
});
