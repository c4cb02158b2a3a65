import type { RecordId } from '../kernel/id';
import { findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import type { Command } from './command';
import { link } from './making/linking';

export interface LinkObjectiveTaskInput {
  readonly objectiveId: RecordId;
  readonly learningTaskId: RecordId;
  readonly strength: RecordOf<'objectiveTask'>['strength'];
}

/** Says that a learning task serves an objective of its course. */
export const linkObjectiveTask: Command<LinkObjectiveTaskInput> = {
  id: 'link-objective-task',
  title: '对应学习任务',
  run(project, { objectiveId, learningTaskId, strength }, context) {
    const from = findOf(project, 'courseObjective', objectiveId);
    const to = findOf(project, 'learningTask', learningTaskId);
    const ends = { kind: 'objectiveTask', from, to, field: 'learningTaskId' } as const;
    return link(project, { ...ends, given: { strength } }, context);
  },
};
