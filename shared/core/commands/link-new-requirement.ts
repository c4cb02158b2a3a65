import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { childrenOf, findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import type { Command } from './command';
import { checkedFields, createRecord } from './making/creation';
import { Draft, intentOf } from './making/draft';
import { putMapping } from './making/linking';
import { gone, refuse } from './making/refusal';
import { named } from './making/wording';

export interface LinkNewRequirementInput {
  readonly objectiveId: RecordId;
  readonly text: string;
  readonly strength: RecordOf<'objectiveRequirement'>['strength'];
  /** The 典型工作任务 it belongs to; left out: the first the course comes from. */
  readonly typicalWorkTaskId?: RecordId;
}

/** Makes a new 职业能力要求 of the task a course comes from and maps an objective to it, in one step. */
export const linkNewRequirement: Command<LinkNewRequirementInput> = {
  id: 'link-new-requirement',
  title: '新增能力要求并对应',
  run(project, { objectiveId, text, strength, typicalWorkTaskId }, { random }) {
    const objective = findOf(project, 'courseObjective', objectiveId);
    if (objective === undefined) return fail(gone);
    const [source] = childrenOf(project, objective.parentId, 'courseTask');
    const parentId = typicalWorkTaskId ?? source?.typicalWorkTaskId ?? null;
    if (parentId === null) {
      return fail(
        refuse('no-work-task', '这门课程还没有对应典型工作任务，请先对应，再添加职业能力要求。'),
      );
    }
    const place = { kind: 'competenceRequirement', parentId } as const;
    const given = checkedFields(project, place, { text });
    if (!given.ok) return given;
    const draft = new Draft(project);
    const created = createRecord(draft, { place, given: given.value }, random);
    if (!created.ok) return created;
    const requirement = created.value;
    const values = { competenceRequirementId: requirement.id, strength };
    const ends = { parentId: objectiveId, given: values };
    putMapping(draft, { kind: 'objectiveRequirement', ...ends }, random);
    const label = `新增${named(project, requirement)}并与${named(project, objective)}对应`;
    return intentOf(draft, { label, focus: requirement.id });
  },
};
