import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { findJudged } from '../model/stamp';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { stampNow } from '../making/linking';
import { gone } from '../words/refusal';
import { named } from '../words/wording';

export interface JudgeMappingInput {
  readonly mappingId: RecordId;
}

/** Says that a mapping still holds with the words both its ends have now. */
export const judgeMapping: Command<JudgeMappingInput> = {
  id: 'judge-mapping',
  title: '重新判定对应',
  run(project, { mappingId }) {
    const mapping = findJudged(project, mappingId);
    if (mapping === undefined) return fail(gone);
    const draft = new Draft(project);
    stampNow(draft, mapping);
    return intentOf(draft, { label: `重新判定${named(project, mapping)}`, focus: mappingId });
  },
};
