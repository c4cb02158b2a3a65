import type { RecordId } from '../kernel/id';
import type { Command } from './command';
import { checkedFields, createRecord, type NewPlace } from '../making/creation';
import { Draft, intentOf } from '../making/draft';
import { stampNow } from '../making/linking';
import { quoted } from '../words/wording';

export interface AddAssessmentPointInput {
  readonly objectiveId: RecordId;
  /** null = in the 终结性考核. */
  readonly learningTaskId: RecordId | null;
  readonly text: string;
  readonly stageId?: RecordId | null;
  /** The point to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null;
}

/** Adds a 考核要点 for an objective in a learning task or in the final assessment. */
export const addAssessmentPoint: Command<AddAssessmentPointInput> = {
  id: 'add-assessment-point',
  title: '新增考核要点',
  run(project, { objectiveId, learningTaskId, text, stageId = null, afterId }, { random }) {
    const place: NewPlace = { kind: 'assessmentPoint', parentId: objectiveId, afterId };
    const given = checkedFields(project, place, { text, learningTaskId, stageId });
    if (!given.ok) return given;
    const draft = new Draft(project);
    const created = createRecord(draft, { place, given: given.value }, random);
    if (!created.ok) return created;
    stampNow(draft, created.value);
    const words = text.trim() === '' ? '' : quoted(text);
    return intentOf(draft, { label: `新增考核要点${words}`, focus: created.value.id });
  },
};
