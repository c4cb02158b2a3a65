import type { RecordId } from '../kernel/id';
import { addRecord } from './add-record';
import type { Command } from './command';

export interface AddTypicalWorkTaskInput {
  readonly levelId: RecordId;
  /** The task to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null;
  readonly name: string;
}

/** Adds a 典型工作任务 to a level; its nature follows from the level. */
export const addTypicalWorkTask: Command<AddTypicalWorkTaskInput> = {
  id: 'add-typical-work-task',
  title: '新增典型工作任务',
  run(project, { levelId, name, ...place }, context) {
    const input = {
      kind: 'typicalWorkTask',
      parentId: levelId,
      ...place,
      fields: { name },
    } as const;
    return addRecord.run(project, input, context);
  },
};
