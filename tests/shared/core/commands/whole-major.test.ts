import { describe, expect, it } from 'vitest';
import { addRecord } from '@shared/core/commands/add-record';
import { buildObjectiveText } from '@shared/core/commands/build-objective-text';
import { editField } from '@shared/core/commands/edit-field';
import { linkNew } from '@shared/core/commands/link-new';
import { removeRecords } from '@shared/core/commands/remove-records';
import { setGlossaryTerm } from '@shared/core/commands/set-glossary-term';
import { unwaiveFinding } from '@shared/core/commands/unwaive-finding';
import { waiveFinding } from '@shared/core/commands/waive-finding';
import { objectiveText } from '@shared/core/model/objective-text';
import { childrenOf, findOf, referrersOf } from '@shared/core/model/project';
import { terms } from '@shared/core/words/terms';
import { termsOf } from '@shared/core/papers/terms-of';
import { courseDesk } from '../../../helpers/course';

function majorOf({ desk }: ReturnType<typeof courseDesk>): string {
  return childrenOf(desk.project, null, 'major')[0]?.id ?? '';
}

describe('an objective of parts', () => {
  it.each([
    [
      '依据维修手册',
      '独立完成制动片的更换',
      '做到力矩合格',
      '能依据维修手册，独立完成制动片的更换，做到力矩合格。',
    ],
    ['能够依据手册，', '更换制动片。', '', '能依据手册，更换制动片。'],
    ['', '更换制动片', '', '能更换制动片。'],
    ['', ' ', '', ''],
  ])('%s + %s + %s', (...[condition, behaviour, standard, sentence]) => {
    expect(objectiveText({ condition, behaviour, standard })).toBe(sentence);
  });

  it('gets its sentence and its parts in one step; parts that are left out stay', () => {
    const { desk, objectiveIds } = courseDesk();
    const [objectiveId] = objectiveIds;
    desk.do(buildObjectiveText, { objectiveId, condition: '依据任务单', behaviour: '更换机油' });
    desk.do(buildObjectiveText, { objectiveId, standard: '油位合格' });
    expect(findOf(desk.project, 'courseObjective', objectiveId)).toMatchObject({
      text: '能依据任务单，更换机油，油位合格。',
      condition: '依据任务单',
      standard: '油位合格',
    });
  });

  it('keeps the sentence that is there while all parts are empty', () => {
    const { desk, objectiveIds } = courseDesk();
    desk.do(buildObjectiveText, { objectiveId: objectiveIds[0], condition: '' });
    expect(findOf(desk.project, 'courseObjective', objectiveIds[0])?.text).toBe('能读懂任务单');
  });
});

describe('mapping where one writes', () => {
  it('makes a new learning task and its mapping at once, judged', () => {
    const { desk, objectiveIds } = courseDesk();
    const input = {
      kind: 'objectiveTask',
      thereId: objectiveIds[0],
      there: 'from',
      title: '更换冷却液',
    } as const;
    const { label, focus } = desk.do(linkNew, input);
    expect(label).toBe('新增学习任务“更换冷却液”并与课程目标“能读懂任务单”对应');
    const [mapping] = referrersOf(desk.project, focus ?? '', 'objectiveTask');
    expect(mapping).toMatchObject({ parentId: objectiveIds[0], strength: 'practise' });
    expect(mapping?.stamp).not.toBeNull();
    expect(referrersOf(desk.project, focus ?? '', 'taskShare')).toHaveLength(1);
  });

  it('makes a new 职业能力要求 under the task the course comes from', () => {
    const { desk, objectiveIds, workTaskId, courseId } = courseDesk();
    const there = { thereId: objectiveIds[0], there: 'from' } as const;
    const input = { kind: 'objectiveRequirement', ...there, title: '能读单' } as const;
    const id = desk.made(linkNew, input);
    expect(findOf(desk.project, 'competenceRequirement', id)?.parentId).toBe(workTaskId);
    expect(referrersOf(desk.project, id, 'objectiveRequirement')).toHaveLength(1);
    const [mapping] = childrenOf(desk.project, courseId, 'courseTask');
    desk.do(removeRecords, { ids: [mapping?.id ?? ''] });
    expect(desk.refused(linkNew, input).message).toBe(
      '这门课程还没有对应典型工作任务，请先对应，再添加职业能力要求。',
    );
  });
});

describe('writing what is still missing from the other end', () => {
  it('makes a 课程目标 for a 学习任务 or a 职业能力要求, mapped as usual', () => {
    const { desk, taskIds, requirementIds, courseId } = twoEnds();
    const place = { there: 'to', parentId: courseId, title: '能记录' } as const;
    const forTask = { kind: 'objectiveTask', thereId: taskIds[0], ...place } as const;
    const taught = desk.made(linkNew, forTask);
    expect(childrenOf(desk.project, taught, 'objectiveTask')).toMatchObject([
      { learningTaskId: taskIds[0], strength: 'practise' },
    ]);
    const [thereId = ''] = requirementIds;
    const serves = desk.made(linkNew, { kind: 'objectiveRequirement', thereId, ...place });
    expect(childrenOf(desk.project, serves, 'objectiveRequirement')).toMatchObject([
      { competenceRequirementId: thereId, strength: 'full' },
    ]);
  });
});

function twoEnds() {
  const made = courseDesk();
  const { desk, workTaskId } = made;
  const input = { kind: 'competenceRequirement', parentId: workTaskId } as const;
  return {
    ...made,
    requirementIds: [desk.made(addRecord, { ...input, fields: { text: '能读单' } })],
  };
}

describe('the words of the school', () => {
  it('stand in the place of ours until they are taken back', () => {
    const { desk } = courseDesk();
    const set = (label: string) =>
      desk.do(setGlossaryTerm, { termId: 'workOrganization', label }).label;
    expect(set('劳动组织形式')).toBe('把术语“劳动组织方式”改为“劳动组织形式”');
    expect(termsOf(desk.project, terms)).toEqual({ ...terms, workOrganization: '劳动组织形式' });
    expect(set('劳动组织方式')).toBe('恢复通用的术语“劳动组织方式”');
    expect(termsOf(desk.project, terms)).toBe(terms);
    expect(desk.refused(setGlossaryTerm, { termId: 'toString', label: '一' }).reason).toBe(
      'no-such-term',
    );
  });

  it('are not added to a list like other things', () => {
    const made = courseDesk();
    const input = { kind: 'glossaryTerm', parentId: majorOf(made) } as const;
    expect(made.desk.refused(addRecord, input).reason).toBe('needs-command');
  });
});

describe('a waiver', () => {
  const about = (record: string) => ({
    ruleId: 'HRS-04',
    place: { record, field: 'standardHours' },
    fingerprint: 'a1',
  });

  it('keeps a place with a reason, once, and goes with what it is about', () => {
    const made = courseDesk();
    const { desk, courseId } = made;
    const waivers = () => childrenOf(desk.project, majorOf(made), 'waiver');
    expect(desk.refused(waiveFinding, { ...about(courseId), reason: ' ' }).reason).toBe(
      'no-reason',
    );
    desk.do(waiveFinding, { ...about(courseId), reason: '企业实践另计' });
    desk.do(waiveFinding, { ...about(courseId), reason: '企业实践不计入' });
    expect(waivers()).toMatchObject([{ recordId: courseId, reason: '企业实践不计入' }]);
    desk.do(unwaiveFinding, { waiverId: waivers()[0]?.id ?? '' });
    expect(waivers()).toEqual([]);
    desk.do(waiveFinding, { ...about(courseId), reason: '企业实践另计' });
    desk.do(removeRecords, { ids: [courseId] });
    expect(waivers()).toEqual([]);
  });
});

describe('the teacher of a course', () => {
  it('is a person of the major; when the person goes the course stays', () => {
    const made = courseDesk();
    const { desk, courseId } = made;
    const fields = { name: '周明远', role: 'teacher' };
    const person = desk.made(addRecord, { kind: 'person', parentId: majorOf(made), fields });
    expect(desk.do(editField, { id: courseId, field: 'ownerId', value: person }).label).toBe(
      '把“汽车维护”的任课教师从空改为人员“周明远”',
    );
    desk.do(removeRecords, { ids: [person] });
    expect(findOf(desk.project, 'course', courseId)?.ownerId).toBeNull();
  });
});
