import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import type { ListItem } from '../model/field';
import { find, type Project } from '../model/project';
import { fieldOf, fieldSpec, isKnown, type KnownRecord } from '../model/record';
import { gone, type Refusal, refuse } from '../words/refusal';
import { ownerName } from '../words/wording';

/** A list inside a record. */
export interface ListPlace {
  readonly id: RecordId;
  readonly field: string;
}

interface FoundList {
  readonly record: KnownRecord;
  readonly items: readonly ListItem[];
  readonly label: string;
  /** “汽车维护” */
  readonly owner: string;
}

/** The list in a field, or why there is none. */
export function listIn(project: Project, { id, field }: ListPlace): Result<FoundList, Refusal> {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return fail(gone);
  const spec = fieldSpec(record.kind, field);
  if (spec?.type !== 'items') return fail(refuse('field-missing', '这一栏不是清单，没有改动。'));
  const items = fieldOf(record, field) as readonly ListItem[];
  return ok({ record, items, label: spec.label, owner: ownerName(project, record) });
}

export const itemGone: Refusal = refuse('item-missing', '这一条已经不在清单里了，没有改动。');

/** The list with an item behind another; null = at the beginning. */
export function insertedAfter(
  items: readonly ListItem[],
  item: ListItem,
  afterItemId: RecordId | null,
): Result<readonly ListItem[], Refusal> {
  const index = afterItemId === null ? 0 : items.findIndex(({ id }) => id === afterItemId) + 1;
  if (afterItemId !== null && index === 0) return fail(itemGone);
  return ok([...items.slice(0, index), item, ...items.slice(index)]);
}
