import { describe, expect, it } from 'vitest';
import { editField } from '@shared/core/commands/edit-field';
import { link } from '@shared/core/commands/link';
import { find, findOf, onlyChildOf } from '@shared/core/model/project';
import { courseDesk } from '../../../helpers/course';

function labels(...edits: readonly (readonly [id: string, field: string, value: unknown])[]) {
  return (desk: ReturnType<typeof courseDesk>['desk']) =>
    edits.map(([id, field, value]) => desk.do(editField, { id, field, value }).label);
}

describe('writing a field', () => {
  it('says in the history what became what', () => {
    const { desk, courseId, taskIds, objectiveIds, stageIds, workTaskId } = courseDesk();
    const adviceId = onlyChildOf(desk.project, courseId, 'teachingAdvice')?.id ?? '';
    expect(
      labels(
        [courseId, 'standardHours', 180],
        [courseId, 'standardHours', 200],
        [courseId, 'name', '汽车保养'],
        [courseId, 'hoursLocked', true],
        [courseId, 'hoursLocked', false],
        [courseId, 'courseKind', 'foundation'],
        [workTaskId, 'description', '维修技师从主管处接受任务单，明确要求后实施维护并交付。'],
        [adviceId, 'venue', '一体化学习工作站'],
        [adviceId, 'venue', ''],
        [objectiveIds[0], 'isCore', true],
        [objectiveIds[0], 'stageId', stageIds[1]],
        [objectiveIds[0], 'stageId', null],
        [taskIds[0], 'name', ''],
        [taskIds[0], 'name', '更换机滤'],
      )(desk),
    ).toEqual([
      '把“汽车维护”的基准学时从自动改为 180',
      '把“汽车维护”的基准学时从 180 改为 200',
      '把课程名称“汽车维护”改为“汽车保养”',
      '锁定“汽车保养”的基准学时',
      '解锁“汽车保养”的基准学时',
      '把“汽车保养”的课程类别从“工学一体化课程”改为“专业基础课程”',
      '把“汽车维护”的典型工作任务描述写为“维修技师从主管处接受任务单，明确要求后…”',
      '把“汽车保养”的教学场地写为“一体化学习工作站”',
      '清空“汽车保养”的教学场地',
      '勾选“能读懂任务单”的核心目标',
      '把“能读懂任务单”的工作环节从空改为工作环节“维护”',
      '把“能读懂任务单”的工作环节从工作环节“维护”改为空',
      '清空学习任务名称“更换机油”',
      '把学习任务名称写为“更换机滤”',
    ]);
  });

  it('tells two long texts apart by the part that differs', () => {
    const { desk, courseId, workTaskId } = courseDesk();
    const long = '新能源汽车动力电池及管理系统检测与维修一体化课程';
    desk.do(editField, { id: courseId, field: 'name', value: `${long}一` });
    expect(desk.do(editField, { id: courseId, field: 'name', value: `${long}二` }).label).toBe(
      '把课程名称“…修一体化课程一”改为“…修一体化课程二”',
    );
    const description = '维修技师从主管处接受任务单，明确要求后实施维护并交付';
    desk.do(editField, { id: workTaskId, field: 'description', value: description });
    expect(
      desk.do(editField, { id: workTaskId, field: 'description', value: `${description}归档` })
        .label,
    ).toBe('把“汽车维护”的典型工作任务描述写为“…施维护并交付归档”');
  });

  it('names a mapping by both its ends', () => {
    const { desk, taskIds, objectiveIds } = courseDesk();
    const id = desk.made(link, {
      kind: 'objectiveTask',
      fromId: objectiveIds[0],
      toId: taskIds[0],
      fields: { strength: 'introduce' },
    });
    expect(desk.do(editField, { id, field: 'strength', value: 'achieve' }).label).toBe(
      '把课程目标“能读懂任务单”与学习任务“更换机油”的对应的程度从“引入”改为“达标”',
    );
    expect(desk.refused(editField, { id, field: 'learningTaskId', value: taskIds[1] }).reason).toBe(
      'not-editable',
    );
  });

  it('is one step of the history while one field is being typed in', () => {
    const { desk, courseId } = courseDesk();
    const { group } = desk.do(editField, { id: courseId, field: 'name', value: '汽' });
    expect(group).toBe(`edit:${courseId}:name`);
    expect(desk.do(editField, { id: courseId, field: 'name', value: '汽' }).change).toEqual([]);
  });

  it('stores text in one form: NFC, one kind of line end', () => {
    const { desk, workTaskId, courseId } = courseDesk();
    const value = 'e\u0301tude\r\n第二段\u000b第三段\t完';
    desk.do(editField, { id: workTaskId, field: 'description', value });
    expect(findOf(desk.project, 'typicalWorkTask', workTaskId)?.description).toBe(
      'étude\n第二段\n第三段 完',
    );
    desk.do(editField, { id: courseId, field: 'name', value: '汽车\n维护' });
    expect(findOf(desk.project, 'course', courseId)?.name).toBe('汽车 维护');
    const unseen = '响铃\u0007，连\u001e字\u001f符\ufffe';
    desk.do(editField, { id: courseId, field: 'name', value: unseen });
    expect(findOf(desk.project, 'course', courseId)?.name).toBe('响铃 ，连-字符');
  });

  it.each<readonly [string, string, unknown, string]>([
    ['half a character', 'name', '半个\ud842', 'bad-character'],
    ['a number for a text', 'name', 7, 'not-text'],
    ['too long a text', 'name', '长'.repeat(100_001), 'text-too-long'],
    ['hours a division left behind', 'standardHours', 100.50000000000001, 'wrong-value'],
    ['hours next to nothing', 'standardHours', 5e-324, 'wrong-value'],
    ['2.3 hours', 'standardHours', 2.3, 'wrong-value'],
    ['negative hours', 'standardHours', -1, 'wrong-value'],
    ['no number', 'standardHours', Number.NaN, 'wrong-value'],
    ['text for hours', 'standardHours', '40', 'wrong-value'],
    ['null for a flag', 'hoursLocked', null, 'wrong-value'],
    ['an unknown option', 'courseKind', 'other', 'wrong-value'],
    ['a field called __proto__', '__proto__', 'x', 'field-missing'],
    ['the place of a record', 'parentId', null, 'field-missing'],
  ])('refuses %s and changes nothing', (...[, field, value, reason]) => {
    const { desk, courseId } = courseDesk();
    const before = desk.project;
    expect(desk.refused(editField, { id: courseId, field, value }).reason).toBe(reason);
    expect(find(desk.project, courseId)).toBe(find(before, courseId));
  });

  it('points only at things of the same course', () => {
    const { desk, stageIds, taskIds } = courseDesk();
    const other = courseDesk();
    expect(
      other.desk.refused(editField, {
        id: other.objectiveIds[0],
        field: 'stageId',
        value: taskIds[0],
      }).reason,
    ).toBe('target-missing');
    expect(desk.refused(editField, { id: stageIds[0], field: 'level', value: '' }).reason).toBe(
      'field-missing',
    );
  });
});
