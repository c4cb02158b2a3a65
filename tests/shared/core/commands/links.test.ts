import { describe, expect, it } from 'vitest';
import { addAssessmentPoint } from '@shared/core/commands/add-assessment-point';
import { addCourse } from '@shared/core/commands/add-course';
import { addLearningTask } from '@shared/core/commands/add-learning-task';
import { addRecord } from '@shared/core/commands/add-record';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import { editField } from '@shared/core/commands/edit-field';
import { judgeMapping } from '@shared/core/commands/judge-mapping';
import { link } from '@shared/core/commands/link';
import { moveRecord } from '@shared/core/commands/move-record';
import { removeRecords } from '@shared/core/commands/remove-records';
import { unlink } from '@shared/core/commands/unlink';
import { linkFindings } from '@shared/core/model/link-findings';
import {
  allChildrenOf,
  childrenOf,
  find,
  findOf,
  onlyChildOf,
  referrersOf,
} from '@shared/core/model/project';
import { findJudged, isSuspect } from '@shared/core/model/stamp';
import { plain } from '../../../helpers/laws';
import { courseDesk } from '../../../helpers/course';

function linked() {
  const made = courseDesk();
  const { desk, objectiveIds, taskIds, workTaskId } = made;
  const requirementId = desk.add('competenceRequirement', workTaskId, '能独立完成维护作业');
  const [objectiveId] = objectiveIds;
  const toTask = desk.made(link, {
    kind: 'objectiveTask',
    fromId: objectiveId,
    toId: taskIds[0],
    fields: { strength: 'achieve' },
  });
  const toRequirement = desk.made(link, {
    kind: 'objectiveRequirement',
    fromId: objectiveId,
    toId: requirementId,
    fields: { strength: 'full' },
  });
  const point = desk.made(addAssessmentPoint, {
    objectiveId,
    learningTaskId: taskIds[0],
    text: '油液加注量符合手册',
    stageId: made.stageIds[1],
  });
  const suspect = (id: string) => {
    const mapping = findJudged(desk.project, id);
    return mapping !== undefined && isSuspect(desk.project, mapping);
  };
  return { ...made, objectiveId, requirementId, toTask, toRequirement, point, suspect };
}

describe('a new course', () => {
  it('comes with its advice, its assessment, its case and the mapping to its task', () => {
    const { desk, courseId, workTaskId, taskIds } = courseDesk();
    expect(findOf(desk.project, 'course', courseId)?.name).toBe('汽车维护');
    expect(onlyChildOf(desk.project, courseId, 'teachingAdvice')).toBeDefined();
    const assessment = onlyChildOf(desk.project, courseId, 'courseAssessment');
    expect(onlyChildOf(desk.project, assessment?.id ?? '', 'finalAssessment')).toBeDefined();
    const shares = childrenOf(desk.project, assessment?.id ?? '', 'taskShare');
    expect(shares.map(({ learningTaskId }) => learningTaskId)).toEqual(taskIds);
    const [mapping] = childrenOf(desk.project, courseId, 'courseTask');
    expect(mapping?.typicalWorkTaskId).toBe(workTaskId);
    expect(linkFindings(desk.project)).toEqual([]);
  });

  it('cannot have two of what every course has once', () => {
    const { desk, courseId, objectiveIds } = courseDesk();
    const input = { kind: 'teachingAdvice', parentId: courseId } as const;
    expect(desk.refused(addRecord, input).message).toBe('这里已经有教学实施建议，只能有一份。');
    const advice = onlyChildOf(desk.project, courseId, 'teachingAdvice')?.id ?? '';
    expect(desk.refused(removeRecords, { ids: [advice] }).reason).toBe('part-of-course');
    const mapping = { kind: 'objectiveTask', parentId: objectiveIds[0] } as const;
    expect(desk.refused(addRecord, mapping).reason).toBe('needs-link');
  });

  it('gives a task the nature of its level', () => {
    const { desk, workTaskId } = courseDesk();
    expect(findOf(desk.project, 'typicalWorkTask', workTaskId)?.taskNature).toBe('procedural');
  });
});

describe('mappings', () => {
  it('are made once, within one course', () => {
    const { desk, levelId, courseId, workTaskId, objectiveId, taskIds, toTask } = linked();
    const again = { kind: 'objectiveTask', fromId: objectiveId, toId: taskIds[0] } as const;
    expect(desk.refused(link, again).message).toBe(
      '课程目标“能读懂任务单”与学习任务“更换机油”已经有对应。',
    );
    expect(
      desk.refused(link, { kind: 'courseTask', fromId: courseId, toId: workTaskId }).reason,
    ).toBe('linked-already');
    const other = desk.made(addCourse, { levelId, name: '底盘检修', typicalWorkTaskId: null });
    const foreign = desk.made(addLearningTask, { courseId: other, name: '换胎' });
    expect(desk.refused(link, { ...again, toId: foreign }).message).toBe(
      '学习任务“换胎”属于另一门课程，不能对应。',
    );
    expect(desk.do(unlink, { mappingId: toTask }).label).toBe(
      '解除课程目标“能读懂任务单”与学习任务“更换机油”的对应',
    );
    expect(desk.made(link, again)).not.toBe(toTask);
    const wrong = { ...again, toId: workTaskId };
    expect(desk.refused(link, wrong).message).toBe('这两样不能这样对应。');
  });

  it('become suspect when words that count change at either end, and only then', () => {
    const { desk, objectiveId, taskIds, toTask, toRequirement, point, suspect } = linked();
    const all = () => [toTask, toRequirement, point].map(suspect);
    expect(all()).toEqual([false, false, false]);
    desk.do(editField, { id: taskIds[0], field: 'standardHours', value: 40 });
    desk.do(editField, { id: objectiveId, field: 'text', value: '能读懂“任务单”。' });
    desk.do(editField, { id: objectiveId, field: 'isCore', value: true });
    expect(all()).toEqual([false, false, false]);
    desk.do(editField, { id: taskIds[0], field: 'description', value: '为客户更换机油' });
    expect(all()).toEqual([true, false, true]);
    desk.do(judgeMapping, { mappingId: toTask });
    expect(all()).toEqual([false, false, true]);
    desk.do(editField, { id: objectiveId, field: 'text', value: '能分析任务单' });
    expect(all()).toEqual([true, true, true]);
    desk.do(editField, { id: objectiveId, field: 'text', value: '能读懂任务单' });
    expect(all()).toEqual([false, false, true]);
  });

  it('of a course and its task hang on the work requirements, not on their order', () => {
    const { desk, courseId, workTaskId, suspect } = linked();
    const [mapping] = childrenOf(desk.project, courseId, 'courseTask');
    const id = mapping?.id ?? '';
    expect(suspect(id)).toBe(false);
    const first = desk.add('workRequirement', workTaskId, '按照规程作业');
    const second = desk.add('workRequirement', workTaskId, '工位整洁');
    expect(suspect(id)).toBe(true);
    desk.do(judgeMapping, { mappingId: id });
    desk.do(moveRecord, { id: second, parentId: workTaskId, afterId: null });
    expect(suspect(id)).toBe(false);
    desk.do(editField, { id: first, field: 'text', value: '按照企业规程作业' });
    expect(suspect(id)).toBe(true);
  });
});

describe('deleting', () => {
  it('takes subtree and mappings along in one change and leaves nothing dangling', () => {
    const { desk, taskIds, toTask, point, courseId } = linked();
    const before = plain(desk.project);
    const { label, change } = desk.do(removeRecords, { ids: [taskIds[0]] });
    expect(label).toBe('删除学习任务“更换机油”（含相关内容 3 项）');
    expect(change.filter(({ after }) => after === null)).toHaveLength(4);
    for (const id of [toTask, point]) expect(find(desk.project, id)).toBeUndefined();
    const assessment = onlyChildOf(desk.project, courseId, 'courseAssessment');
    expect(childrenOf(desk.project, assessment?.id ?? '', 'taskShare')).toHaveLength(2);
    expect(linkFindings(desk.project)).toEqual([]);
    expect(Object.keys(before)).toHaveLength(desk.project.records.size + 4);
  });

  it('clears what only points at a stage and keeps the rest', () => {
    const { desk, stageIds, point } = linked();
    desk.do(removeRecords, { ids: stageIds });
    expect(findOf(desk.project, 'assessmentPoint', point)?.stageId).toBeNull();
    expect(desk.intents.at(-1)?.label).toBe('删除 2 个工作环节');
  });

  it('of a whole task leaves the course, without its mapping', () => {
    const { desk, workTaskId, courseId, requirementId } = linked();
    desk.do(removeRecords, { ids: [workTaskId] });
    expect(find(desk.project, courseId)).toBeDefined();
    expect(childrenOf(desk.project, courseId, 'courseTask')).toEqual([]);
    expect(referrersOf(desk.project, requirementId, 'objectiveRequirement')).toEqual([]);
    expect(linkFindings(desk.project)).toEqual([]);
  });

  it('never takes the major itself', () => {
    const { desk } = linked();
    const [major] = childrenOf(desk.project, null, 'major');
    expect(desk.refused(removeRecords, { ids: [major?.id ?? ''] }).reason).toBe('root');
  });
});

describe('moving into another course', () => {
  function twoCourses() {
    const made = linked();
    const { desk, levelId } = made;
    const other = desk.made(addCourse, { levelId, name: '底盘检修', typicalWorkTaskId: null });
    return { ...made, other };
  }

  it('is refused while a mapping would be torn apart', () => {
    const { desk, taskIds, other } = twoCourses();
    const move = { id: taskIds[0], parentId: other, afterId: null };
    expect(desk.refused(moveRecord, move).message).toBe(
      '学习任务“更换机油”在原课程里还有 2 处对应，请先解除对应再移到别的课程。',
    );
  });

  it('takes the share of a learning task along', () => {
    const { desk, taskIds, other } = twoCourses();
    const { label } = desk.do(moveRecord, { id: taskIds[1], parentId: other, afterId: null });
    expect(label).toBe('把学习任务“更换制动片”移到课程“底盘检修”下');
    const assessment = onlyChildOf(desk.project, other, 'courseAssessment');
    const shares = childrenOf(desk.project, assessment?.id ?? '', 'taskShare');
    expect(shares.map(({ learningTaskId }) => learningTaskId)).toEqual([taskIds[1]]);
  });

  it('clears the pointer at a stage of the old course', () => {
    const { desk, courseId, stageIds, other } = twoCourses();
    const fields = { text: '机油的分类', stageId: stageIds[0] };
    const id = desk.made(addRecord, { kind: 'learningContent', parentId: courseId, fields });
    desk.do(moveRecord, { id, parentId: other, afterId: null });
    expect(findOf(desk.project, 'learningContent', id)).toMatchObject({
      parentId: other,
      stageId: null,
    });
  });

  it('and to wrong places is refused in words', () => {
    const { desk, levelId, courseId, objectiveId, toTask, workTaskId } = twoCourses();
    const reason = (id: string, parentId: string | null) =>
      desk.refused(moveRecord, { id, parentId, afterId: null });
    expect(reason(objectiveId, levelId).message).toBe('课程目标不能放在培养层级下面。');
    expect(reason(courseId, objectiveId).reason).toBe('circle');
    expect(reason(toTask, objectiveId).reason).toBe('fixed-place');
    expect(reason(workTaskId, null).message).toBe('典型工作任务不能放在最上层下面。');
  });

  it('of a whole course to another level takes everything below it', () => {
    const { desk, courseId } = linked();
    const below = allChildrenOf(desk.project, courseId).map(({ id }) => id);
    const [major] = childrenOf(desk.project, null, 'major');
    const levelId = desk.made(addRecord, {
      kind: 'majorLevel',
      parentId: major?.id ?? '',
      fields: { level: 'advanced' },
    });
    desk.do(addTypicalWorkTask, { levelId, name: '诊断' });
    desk.do(moveRecord, { id: courseId, parentId: levelId, afterId: null });
    expect(allChildrenOf(desk.project, courseId).map(({ id }) => id)).toEqual(below);
    expect(linkFindings(desk.project)).toEqual([]);
  });
});
