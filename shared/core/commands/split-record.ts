import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import type { AnyFieldValue } from '../model/field';
import { find } from '../model/project';
import { fieldOf, isKnown, kindSpec, type KnownRecord } from '../model/record';
import type { Command } from './command';
import { Draft, intentOf, withFields } from '../making/draft';
import { lineFieldOf } from '../model/family';
import { checkedText } from '../making/field-input';
import { gone, refuse } from '../words/refusal';
import { createRecord } from '../making/creation';
import { stampNow } from '../making/linking';
import { kindWord } from '../words/wording';

export interface SplitRecordInput {
  readonly id: RecordId;
  readonly field: string;
  /** What stays, and what the new line behind it gets. */
  readonly head: string;
  readonly tail: string;
}

/** Enter inside a line of a list: the line keeps the head, a new one behind it gets the tail. */
export const splitRecord: Command<SplitRecordInput> = {
  id: 'split-record',
  title: '拆成两条',
  run(project, { id, field, head, tail }, { random }) {
    const record = find(project, id);
    if (record === undefined || !isKnown(record)) return fail(gone);
    if (lineFieldOf(record.kind) !== field) {
      return fail(refuse('no-line', `${kindWord(record.kind)}不能拆成两条。`));
    }
    const kept = checkedText(head, 'line');
    if (!kept.ok) return kept;
    const given = checkedText(tail, 'line');
    if (!given.ok) return given;
    const draft = new Draft(project);
    const place = { kind: record.kind, parentId: record.parentId, afterId: id };
    const values = { ...placeValues(record), [field]: given.value };
    const created = createRecord(draft, { place, given: values }, random);
    if (!created.ok) return created;
    const current = draft.read(id);
    const base = current !== undefined && isKnown(current) ? current : record;
    draft.put(withFields(base, { [field]: kept.value }));
    stampNow(draft, created.value);
    return intentOf(draft, {
      label: `拆开${kindWord(record.kind)}`,
      focus: created.value.id,
    });
  },
};

/** What the new line shares with the old one: the list it stands in, not what was judged of it. */
function placeValues(record: KnownRecord): Readonly<Record<string, AnyFieldValue>> {
  const values: Record<string, AnyFieldValue> = {};
  for (const [field, spec] of Object.entries(kindSpec(record.kind).fields)) {
    if (spec.type === 'ref' || spec.type === 'choice')
      values[field] = fieldOf(record, field) ?? null;
  }
  return values;
}
