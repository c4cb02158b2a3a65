import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import { childrenOf, find, type Project } from '../model/project';
import { fieldOf, isKnown, type KnownRecord } from '../model/record';
import type { Command } from './command';
import { gone, type Refusal, refuse } from '../words/refusal';
import { Draft, intentOf, withFields } from '../making/draft';
import { lineFieldOf, listFieldsOf } from '../model/family';
import { checkedText } from '../making/field-input';
import { takeOver } from '../making/take-over';
import { kindWord, titleText } from '../words/wording';

export interface JoinRecordsInput {
  readonly id: RecordId;
  readonly field: string;
}

/**
 * Backspace at the start of a line: its text goes to the end of the line before it in the same list,
 * and so does what belongs to it. Refused when both lines are mapped to the same thing. Focus is the
 * line that stays.
 */
export const joinRecords: Command<JoinRecordsInput> = {
  id: 'join-records',
  title: '与上一条合并',
  run(project, { id, field }, { random }) {
    const found = linesToJoin(project, id, field);
    if (!found.ok) return found;
    const { record, previous } = found.value;
    const joined = checkedText(titleText(previous, field) + titleText(record, field), 'line');
    if (!joined.ok) return joined;
    const draft = new Draft(project);
    const conflict = takeOver(draft, { from: record, to: previous }, random);
    if (conflict !== undefined) return fail(conflict);
    const isCore = fieldOf(record, 'isCore') === true ? { isCore: true } : {};
    draft.put(withFields(previous, { [field]: joined.value, ...isCore }));
    draft.drop(id);
    return intentOf(draft, { label: `合并两条${kindWord(record.kind)}`, focus: previous.id });
  },
};

function linesToJoin(
  project: Project,
  id: RecordId,
  field: string,
): Result<{ readonly record: KnownRecord; readonly previous: KnownRecord }, Refusal> {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return fail(gone);
  if (lineFieldOf(record.kind) !== field) {
    return fail(refuse('no-line', `${kindWord(record.kind)}不能合并。`));
  }
  const previous = lineBefore(project, record);
  if (previous === undefined) return fail(refuse('first-line', '前面没有可以合并的一条。'));
  return ok({ record, previous });
}

/** The line before a line in the list it is shown in. */
function lineBefore(project: Project, record: KnownRecord): KnownRecord | undefined {
  const fields = listFieldsOf(record.kind);
  const list = childrenOf(project, record.parentId, record.kind).filter((other) =>
    fields.every((field) => fieldOf(other, field) === fieldOf(record, field)),
  );
  return list[list.findIndex(({ id }) => id === record.id) - 1];
}
