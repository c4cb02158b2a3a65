import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { find, findOf } from '../model/project';
import { isKnown } from '../model/record';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { gone } from '../words/refusal';
import { named } from '../words/wording';

export interface UnwaiveFindingInput {
  readonly waiverId: RecordId;
}

/** Takes a waiver back: the rule speaks again. */
export const unwaiveFinding: Command<UnwaiveFindingInput> = {
  id: 'unwaive-finding',
  title: '取消保留',
  run(project, { waiverId }) {
    const waiver = findOf(project, 'waiver', waiverId);
    if (waiver === undefined) return fail(gone);
    const record = find(project, waiver.recordId);
    const what = record !== undefined && isKnown(record) ? named(project, record) : '';
    const draft = new Draft(project);
    draft.drop(waiverId);
    return intentOf(draft, { label: `取消保留${what}`, focus: waiver.recordId });
  },
};
