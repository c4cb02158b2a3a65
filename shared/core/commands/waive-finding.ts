import { fail } from '../kernel/result';
import { type Place, placeName } from '../model/place';
import { childrenOf, closest, find } from '../model/project';
import { builtKinds } from '../model/kinds';
import { isKnown } from '../model/record';
import type { Command } from './command';
import { checkedFields, putLast } from '../making/creation';
import { Draft, intentOf } from '../making/draft';
import { gone, refuse } from '../words/refusal';
import { named, quoted } from '../words/wording';

export interface WaiveFindingInput {
  readonly ruleId: string;
  /** What the finding is about; kept without the line of a list. */
  readonly place: Place;
  /** Why it may stay so; printed with the paper's findings. */
  readonly reason: string;
  /** Of what is waived, as the rules make it: when it differs later the waiver has lapsed. */
  readonly fingerprint: string;
}

/** Keeps a place as it is although a rule speaks against it, with a reason. Renews an older waiver. */
export const waiveFinding: Command<WaiveFindingInput> = {
  id: 'waive-finding',
  title: '保留并说明理由',
  run(project, { ruleId, place, reason, fingerprint }, { random }) {
    const recordId = place.record;
    const record = find(project, recordId);
    const major = closest(project, recordId, 'major');
    if (record === undefined || !isKnown(record) || major === undefined) return fail(gone);
    const kinds: readonly string[] = builtKinds.waiver.fields.recordId.kinds;
    if (!kinds.includes(record.kind)) return fail(gone);
    if (reason.trim() === '') return fail(refuse('no-reason', '请写明保留的理由。'));
    const field = placeName(place);
    const home = { kind: 'waiver', parentId: major.id } as const;
    const values = { ruleId, recordId, field, reason, fingerprint };
    const given = checkedFields(project, home, values);
    if (!given.ok) return given;
    const there = childrenOf(project, major.id, 'waiver').find(
      (one) => one.ruleId === ruleId && one.recordId === recordId && one.field === field,
    );
    const draft = new Draft(project);
    if (there === undefined) putLast(draft, { ...home, given: given.value }, random);
    else draft.put({ ...there, ...given.value });
    const label = `保留${named(project, record)}的现状，理由${quoted(reason)}`;
    return intentOf(draft, { label, focus: recordId });
  },
};
