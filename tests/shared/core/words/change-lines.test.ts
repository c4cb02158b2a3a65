import { describe, expect, it } from 'vitest';
import { addListItem } from '@shared/core/commands/add-list-item';
import { editField } from '@shared/core/commands/edit-field';
import { link } from '@shared/core/commands/link';
import { moveRecord } from '@shared/core/commands/move-record';
import { removeRecords } from '@shared/core/commands/remove-records';
import type { Intent } from '@shared/core/making/draft';
import { changeLines, ownerAndLabel, shortArrow } from '@shared/core/words/change-lines';
import { courseDesk } from '../../../helpers/course';

describe('what a change does, in words', () => {
  const { desk, workTaskId, courseId, taskIds, objectiveIds } = courseDesk();
  const said = (run: () => Intent): readonly string[] => {
    const before = desk.project;
    const { change } = run();
    return changeLines(change, { before, after: desk.project }).map(
      (line) => `${ownerAndLabel(line)}：${shortArrow(line)}`,
    );
  };

  it('calls options, numbers and what is not written as a teacher reads them', () => {
    const task = { id: workTaskId, field: 'taskNature' };
    expect(said(() => desk.do(editField, { ...task, value: 'design' }))).toEqual([
      '典型工作任务“汽车维护”的任务性质：程序性 → 设计性',
    ]);
    const hours = { id: courseId, field: 'standardHours' };
    expect(said(() => desk.do(editField, { ...hours, value: 180 }))).toEqual([
      '课程“汽车维护”的基准学时：自动 → 180',
    ]);
    expect(said(() => desk.do(editField, { ...hours, value: 200.5 }))).toEqual([
      '课程“汽车维护”的基准学时：180 → 200.5',
    ]);
  });

  it('shows of long texts where they differ, and of a list all that is in it', () => {
    const text = { id: workTaskId, field: 'description' };
    const long = '按照维修手册和派工单的要求，在规定工时内完成车辆的定期维护';
    desk.do(editField, { ...text, value: `${long}。` });
    expect(said(() => desk.do(editField, { ...text, value: `${long}和交车。` }))).toEqual([
      '典型工作任务“汽车维护”的典型工作任务描述：…辆的定期维护。 → …辆的定期维护和交车。',
    ]);
    const list = { id: workTaskId, field: 'tools' };
    const added = said(() => desk.do(addListItem, { ...list, afterItemId: null, text: '扳手' }));
    expect(added).toEqual(['典型工作任务“汽车维护”的工具：空 → 扳手']);
  });

  it('says which things came, went and stand elsewhere, and nothing of stamps', () => {
    const ends = { kind: 'objectiveTask', fromId: objectiveIds[0], toId: taskIds[0] } as const;
    expect(said(() => desk.do(link, ends))).toEqual([
      '课程目标“能读懂任务单”与学习任务“更换机油”的对应：没有 → 新增',
    ]);
    expect(said(() => desk.do(removeRecords, { ids: [objectiveIds[0]] }))).toEqual(
      expect.arrayContaining([
        '课程目标“能读懂任务单”：有 → 删去',
        '课程目标“能读懂任务单”与学习任务“更换机油”的对应：有 → 删去',
      ]),
    );
    const place = { id: taskIds[2], parentId: courseId, afterId: null };
    expect(said(() => desk.do(moveRecord, place))).toEqual([
      '学习任务“检修空调”的先后：原来 → 换过',
    ]);
  });
});
