import type { RecordId } from '../kernel/id';
import { findOf } from '../model/project';
import type { Command } from './command';
import { link } from './making/linking';

export interface LinkCourseTaskInput {
  readonly courseId: RecordId;
  readonly typicalWorkTaskId: RecordId;
}

/** Says that a course comes from a 典型工作任务. */
export const linkCourseTask: Command<LinkCourseTaskInput> = {
  id: 'link-course-task',
  title: '对应典型工作任务',
  run(project, { courseId, typicalWorkTaskId }, context) {
    const from = findOf(project, 'course', courseId);
    const to = findOf(project, 'typicalWorkTask', typicalWorkTaskId);
    return link(project, { kind: 'courseTask', from, to, field: 'typicalWorkTaskId' }, context);
  },
};
