import type { RecordId } from '../kernel/id';
import { shortened } from '../model/text';
import type { Kind } from '../model/record';
import type { Command } from './command';
import { checkedFields, createRecords, type NewPlace } from './making/creation';
import { Draft, intentOf } from './making/draft';
import { titleFieldOf } from './making/family';
import { kindWord, titleText } from './making/wording';

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
    const created = createRecords(draft, { place, values: [given.value] }, random);
    if (!created.ok) return created;
    const [record] = created.value;
    const title = record === undefined ? '' : titleText(record, titleFieldOf(kind) ?? '');
    const name = title === '' ? '' : `“${shortened(title)}”`;
    return intentOf(draft, {
      label: `新增${kindWord(kind)}${name}`,
      focus: record?.id ?? null,
    });
  },
};
