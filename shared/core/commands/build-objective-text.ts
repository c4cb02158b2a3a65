import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { type ObjectiveParts, objectiveText } from '../model/objective-text';
import { findOf } from '../model/project';
import type { Command } from './command';
import { checkedFields } from '../making/creation';
import { Draft, intentOf, withFields } from '../making/draft';
import { gone } from '../words/refusal';
import { quoted } from '../words/wording';

export interface BuildObjectiveTextInput extends Partial<ObjectiveParts> {
  readonly objectiveId: RecordId;
}

/** Writes parts of an objective (条件, 行为, 标准; those left out stay) and makes its sentence of them. */
export const buildObjectiveText: Command<BuildObjectiveTextInput> = {
  id: 'build-objective-text',
  title: '按条件行为标准写目标',
  run(project, { objectiveId, condition, behaviour, standard }) {
    const objective = findOf(project, 'courseObjective', objectiveId);
    if (objective === undefined) return fail(gone);
    const parts = {
      condition: condition ?? objective.condition,
      behaviour: behaviour ?? objective.behaviour,
      standard: standard ?? objective.standard,
    };
    const place = { kind: 'courseObjective', parentId: objective.parentId } as const;
    const given = checkedFields(project, place, parts);
    if (!given.ok) return given;
    const checked = { ...objective, ...given.value };
    const text = objectiveText(checked);
    const draft = new Draft(project);
    draft.put(withFields(checked, { text: text === '' ? objective.text : text }));
    const label = `按条件、行为、标准写课程目标${quoted(text)}`;
    return intentOf(draft, { label, group: `parts:${objectiveId}`, focus: objectiveId });
  },
};
