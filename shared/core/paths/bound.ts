import type { RecordId } from '../kernel/id';
import { type AnyFieldValue, type FieldSpec, type ListItem, optionWord } from '../model/field';
import type { FieldPlace, Place } from '../model/place';
import { fieldOf, fieldSpec, type Kind, kindSpec, type KnownRecord } from '../model/record';

/** A place with what is missing there: 「课程目标还没有写」. */
export type UnfinishedPlace = Place & { readonly message: string };

/** A value of the model as it stands on paper, with the place it comes from. */
export interface Bound {
  readonly text: string;
  readonly source: FieldPlace | null;
}

/** What a path leads to: its texts, and the place to name when there are none. */
export interface BoundValues {
  readonly values: readonly Bound[];
  readonly missing: UnfinishedPlace | null;
}

/** What is grouped or stands in rows, and the place to name when there is none of it. */
export interface BoundGroups {
  readonly groups: readonly BoundGroup[];
  readonly missing: UnfinishedPlace | null;
}
export interface BoundRows {
  readonly rows: readonly BoundRow[];
  readonly missing: UnfinishedPlace | null;
}

/** Several items under one title, e.g. the contents of a 工作环节. */
export interface BoundGroup {
  readonly title: readonly Bound[];
  readonly parts: readonly {
    readonly labelTerm: string | null;
    readonly items: readonly Bound[];
  }[];
}

/** One row of a repeated table: the values of its columns, and what makes two rows share a cell. */
export interface BoundRow {
  readonly cells: Readonly<Record<string, BoundCell>>;
}
export interface BoundCell extends BoundValues {
  /** Rows next to each other with the same key say the same thing when the layout merges the column. */
  readonly mergeKey: string;
  /** What stands for a long text where it would be said again; left out = the text itself. */
  readonly repeat?: string;
}

/** One field of a record as it is printed. Numbers without unit; an empty field has the text ''. */
export function boundField(record: KnownRecord, field: string): Bound {
  const spec = fieldSpec(record.kind, field);
  const value = fieldOf(record, field);
  const text = spec === undefined || value === undefined ? '' : printed(spec, value);
  return { text, source: { record: record.id, field } };
}

/** A number that another place works out (hours, shares, weights), printed at the field it belongs to. */
export function boundNumber(record: KnownRecord, field: string, value: number | null): Bound {
  const text = value === null ? '' : String(value);
  return { text, source: { record: record.id, field } };
}

/** The items of a list field. */
export function boundItems(record: KnownRecord, field: string): readonly Bound[] {
  const items = fieldOf(record, field);
  if (!Array.isArray(items)) return [];
  return (items as readonly ListItem[])
    .map(({ id, text }) => ({
      text: text.trim(),
      source: { record: record.id, field, item: id },
    }))
    .filter(({ text }) => text !== '');
}

/** 「学习任务“汽车首次维护”的学习任务描述还没有写」 */
export function missingField(record: KnownRecord, field: string): UnfinishedPlace {
  const spec = fieldSpec(record.kind, field);
  const label = spec?.label ?? field;
  const verb = spec !== undefined && isNumber(spec) ? '还没有填' : '还没有写';
  const whose = record.kind === 'learningTask' ? `${kindName(record)}的` : '';
  return { record: record.id, field, message: `${whose}${label}${verb}` };
}

/** 「课程目标还没有写」: a list of records under a parent that has no member. */
export function missingList(record: RecordId, missing: Kind): UnfinishedPlace {
  return { record, missing, message: `${kindSpec(missing).label}还没有写` };
}

function kindName(record: KnownRecord): string {
  const name = fieldOf(record, 'name');
  const label = kindSpec(record.kind).label;
  return typeof name === 'string' && name.trim() !== '' ? `${label}“${name.trim()}”` : label;
}

function isNumber(spec: FieldSpec): boolean {
  return spec.type === 'hours' || spec.type === 'percent' || spec.type === 'count';
}

function printed(spec: FieldSpec, value: AnyFieldValue): string {
  if (spec.type === 'note') return '';
  if (spec.type === 'choice' && typeof value === 'string') return optionWord(spec, value);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

/** Words that stand in no field. */
export function words(text: string): Bound {
  return { text, source: null };
}
