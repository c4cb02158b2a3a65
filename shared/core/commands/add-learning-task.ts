import type { RecordId } from '../kernel/id';
import { addRecord } from './add-record';
import type { Command } from './command';

export interface AddLearningTaskInput {
  readonly courseId: RecordId;
  /** The task to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null;
  readonly name: string;
}

/** Adds a 学习任务 to a course, together with its share in the process assessment. */
export const addLearningTask: Command<AddLearningTaskInput> = {
  id: 'add-learning-task',
  title: '新增学习任务',
  run(project, { courseId, name, ...place }, context) {
    const input = { kind: 'learningTask', parentId: courseId, ...place, fields: { name } } as const;
    return addRecord.run(project, input, context);
  },
};
