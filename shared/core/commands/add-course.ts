import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { findOf } from '../model/project';
import type { Command } from './command';
import { checkedFields, createRecord, type NewPlace } from '../making/creation';
import { Draft, intentOf } from '../making/draft';
import { putMapping } from '../making/linking';
import { gone } from '../words/refusal';
import { named } from '../words/wording';

export interface AddCourseInput {
  readonly levelId: RecordId;
  /** The course to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null;
  /** Empty and a task given: the course is named like the task. */
  readonly name: string;
  readonly typicalWorkTaskId: RecordId | null;
}

/** Adds a course with its 教学实施建议 and 考核方案, mapped to its 典型工作任务 if one is given. */
export const addCourse: Command<AddCourseInput> = {
  id: 'add-course',
  title: '新增课程',
  run(project, { levelId, afterId, name, typicalWorkTaskId }, { random }) {
    const task = findOf(project, 'typicalWorkTask', typicalWorkTaskId);
    if (typicalWorkTaskId !== null && task === undefined) return fail(gone);
    const place: NewPlace = { kind: 'course', parentId: levelId, afterId };
    const given = checkedFields(project, place, { name: nameFor(name, task?.name) });
    if (!given.ok) return given;
    const draft = new Draft(project);
    const created = createRecord(draft, { place, given: given.value }, random);
    if (!created.ok) return created;
    const course = created.value;
    if (task !== undefined) {
      putMapping(draft, { kind: 'courseTask', from: course, to: task, given: {} }, random);
    }
    return intentOf(draft, { label: `新增${named(project, course)}`, focus: course.id });
  },
};

function nameFor(name: string, taskName = ''): string {
  return name.trim() === '' ? taskName : name;
}
