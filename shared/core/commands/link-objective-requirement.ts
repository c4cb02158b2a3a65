import type { RecordId } from '../kernel/id';
import { findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import type { Command } from './command';
import { link } from './making/linking';

export interface LinkObjectiveRequirementInput {
  readonly objectiveId: RecordId;
  readonly competenceRequirementId: RecordId;
  readonly strength: RecordOf<'objectiveRequirement'>['strength'];
}

/** Says that an objective supports a 职业能力要求 of a 典型工作任务. */
export const linkObjectiveRequirement: Command<LinkObjectiveRequirementInput> = {
  id: 'link-objective-requirement',
  title: '对应职业能力要求',
  run(project, { objectiveId, competenceRequirementId, strength }, context) {
    const from = findOf(project, 'courseObjective', objectiveId);
    const to = findOf(project, 'competenceRequirement', competenceRequirementId);
    const field = 'competenceRequirementId';
    const ends = { kind: 'objectiveRequirement', from, to, field } as const;
    return link(project, { ...ends, given: { strength } }, context);
  },
};
