import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import type { Command } from './command';
import { checkedFields, createRecord } from './making/creation';
import { Draft, intentOf } from './making/draft';
import { putMapping } from './making/linking';
import { gone } from './making/refusal';
import { named } from './making/wording';

export interface LinkNewLearningTaskInput {
  readonly objectiveId: RecordId;
  readonly name: string;
  readonly strength: RecordOf<'objectiveTask'>['strength'];
}

/** Makes a new 学习任务 in the course of an objective and maps the two to each other, in one step. */
export const linkNewLearningTask: Command<LinkNewLearningTaskInput> = {
  id: 'link-new-learning-task',
  title: '新增学习任务并对应',
  run(project, { objectiveId, name, strength }, { random }) {
    const objective = findOf(project, 'courseObjective', objectiveId);
    if (objective === undefined) return fail(gone);
    const place = { kind: 'learningTask', parentId: objective.parentId } as const;
    const given = checkedFields(project, place, { name });
    if (!given.ok) return given;
    const draft = new Draft(project);
    const created = createRecord(draft, { place, given: given.value }, random);
    if (!created.ok) return created;
    const task = created.value;
    const ends = { parentId: objectiveId, given: { learningTaskId: task.id, strength } };
    putMapping(draft, { kind: 'objectiveTask', ...ends }, random);
    const label = `新增${named(project, task)}并与${named(project, objective)}对应`;
    return intentOf(draft, { label, focus: task.id });
  },
};
