import type { RecordId } from '../kernel/id';
import type { Kind } from '../model/record';
import type { Command } from './command';
import { checkedFields, createRecord, type NewPlace } from '../making/creation';
import { Draft, intentOf } from '../making/draft';
import { named } from '../words/wording';

export interface AddRecordInput {
  readonly kind: Kind;
  readonly parentId: RecordId | null;
  /** The sibling to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null;
  /** First values of fields, e.g. text, stageId, contentKind. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Adds one thing to a list. Mappings have commands of their own. */
export const addRecord: Command<AddRecordInput> = {
  id: 'add-record',
  title: '新增一条',
  run(project, { kind, parentId, afterId, fields }, { random }) {
    const place: NewPlace = { kind, parentId, afterId };
    const given = checkedFields(project, place, fields ?? {});
    if (!given.ok) return given;
    const draft = new Draft(project);
    const created = createRecord(draft, { place, given: given.value }, random);
    if (!created.ok) return created;
    const record = created.value;
    return intentOf(draft, { label: `新增${named(project, record)}`, focus: record.id });
  },
};
