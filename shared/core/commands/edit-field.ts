import type { RecordId } from '../kernel/id';
import { fail, type Result } from '../kernel/result';
import type { AnyFieldValue, FieldSpec } from '../model/field';
import { childrenOf, find, type Project } from '../model/project';
import { fieldOf, fieldSpec, isKnown, type KnownRecord } from '../model/record';
import type { Command } from './command';
import { gone, type Refusal, refuse } from '../words/refusal';
import { Draft, intentOf, withFields } from '../making/draft';
import { editLabel } from '../words/edit-label';
import { isMapping } from '../model/family';
import { checkedValue, refProblem } from '../making/field-input';

export interface EditFieldInput {
  readonly id: RecordId;
  /** Name of the field in `kinds.ts`; lists inside a record have commands of their own. */
  readonly field: string;
  /** Text, number or null, boolean, option or record id, as the field asks. */
  readonly value: unknown;
}

/** Writes one field. An unchanged value gives an empty change. */
export const editField: Command<EditFieldInput> = {
  id: 'edit-field',
  title: '修改内容',
  run(project, { id, field, value }) {
    const record = find(project, id);
    if (record === undefined || !isKnown(record)) return fail(gone);
    const spec = fieldSpec(record.kind, field);
    if (spec === undefined) return fail(refuse('field-missing', '没有这一栏，没有改动。'));
    const checked = checkedFor(project, { record, spec }, value);
    if (!checked.ok) return checked;
    const draft = new Draft(project);
    draft.put(withFields(record, { [field]: checked.value }));
    const before = fieldOf(record, field) ?? null;
    return intentOf(draft, {
      label: editLabel(project, { record, field, before, after: checked.value }),
      group: `edit:${id}:${field}`,
    });
  },
};

function checkedFor(
  project: Project,
  { record, spec }: { readonly record: KnownRecord; readonly spec: FieldSpec },
  value: unknown,
): Result<AnyFieldValue, Refusal> {
  if (spec.type === 'ref' && isMapping(record.kind)) {
    return fail(refuse('not-editable', '对应的两头不能改，请解除后重新对应。'));
  }
  if (spec.place === true) {
    return fail(refuse('not-editable', '这一栏说明它属于哪里，不能改，请删除后在别处填写。'));
  }
  const checked = checkedValue(spec, value);
  if (!checked.ok) return checked;
  const target = { nearId: record.id, targetId: checked.value };
  const problem = refProblem(project, spec, target) ?? levelProblem(project, record, checked.value);
  return problem === undefined ? checked : fail(problem);
}

/** A major has each level once. */
function levelProblem(
  project: Project,
  record: KnownRecord,
  value: AnyFieldValue,
): Refusal | undefined {
  if (record.kind !== 'majorLevel') return undefined;
  const taken = childrenOf(project, record.parentId, 'majorLevel').some(
    ({ id, level }) => id !== record.id && level === value,
  );
  return taken ? refuse('only-one', '这个专业已经有这个层级。') : undefined;
}
