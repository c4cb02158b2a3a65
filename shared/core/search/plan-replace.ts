import { type Change, changeOf } from '../changes/change';
import { checkedText } from '../making/field-input';
import type { RecordId } from '../kernel/id';
import { type FieldPlace, placeKey, samePlace } from '../model/place';
import { find, type Project } from '../model/project';
import { type AnyRecord, fieldSpec, isKnown } from '../model/record';
import { type Hit, hitKey } from './search-project';
import { textsOf, type WrittenText } from '../model/written-texts';

/** What would become of one text. */
export interface ReplaceRow extends FieldPlace {
  readonly before: string;
  /** Equal to `before` when the row is skipped. */
  readonly after: string;
  /** Occurrences that would be replaced. */
  readonly count: number;
  /** Why nothing happens here, in Chinese; null = it is replaced. */
  readonly skipped: string | null;
}

/** A replacement that has not happened: what to show, and the one change it would be. */
export interface ReplacePlan {
  readonly rows: readonly ReplaceRow[];
  /** Occurrences that would be replaced in all. */
  readonly count: number;
  readonly change: Change;
}

export interface Replacing {
  readonly replacement: string;
  /** Keys (`hitKey`) of the occurrences that were unticked. */
  readonly excluded?: ReadonlySet<string>;
}

/** Works out a replacement, text by text in the order of the hits; what cannot be kept is skipped with its reason. */
export function planReplace(
  project: Project,
  hits: readonly Hit[],
  replacing: Replacing,
): ReplacePlan {
  const rows = groupedByText(hits).map((group) => rowOf(project, group, replacing));
  const edited = new Map<RecordId, AnyRecord>();
  for (const row of rows) {
    const record = edited.get(row.record) ?? find(project, row.record);
    if (row.skipped === null && record !== undefined) edited.set(record.id, withText(record, row));
  }
  const change = changeOf(
    [...edited.values()].map((after) => ({
      id: after.id,
      before: find(project, after.id) ?? null,
      after,
    })),
  );
  return { rows, count: rows.reduce((sum, { count }) => sum + count, 0), change };
}

function groupedByText(hits: readonly Hit[]): readonly (readonly [Hit, ...Hit[]])[] {
  const groups = new Map<string, [Hit, ...Hit[]]>();
  for (const hit of hits) {
    const key = placeKey(hit);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [hit]);
    else group.push(hit);
  }
  return [...groups.values()];
}

function rowOf(
  project: Project,
  group: readonly [Hit, ...Hit[]],
  { replacement, excluded }: Replacing,
): ReplaceRow {
  const [{ record, field, item }] = group;
  const written = textAt(project, group[0]);
  const before = written?.text ?? '';
  const skip = (skipped: string): ReplaceRow => {
    return { record, field, item, before, after: before, count: 0, skipped };
  };
  if (written === undefined) return skip('这里已经不在稿子里了。');
  const wanted = group.filter((hit) => hit.by === 'text' && excluded?.has(hitKey(hit)) !== true);
  if (wanted.length === 0) {
    const isName = group.every(({ by }) => by === 'pinyin');
    return skip(isName ? '按拼音找到的名称不替换。' : '没有勾选。');
  }
  if (wanted.some(({ start, end, matched }) => before.slice(start, end) !== matched)) {
    return skip('这里的文字刚刚改过，请重新查找。');
  }
  const spec = fieldSpec(written.record.kind, field);
  const shape = spec?.type === 'text' ? 'text' : 'line';
  const checked = checkedText(replaced(before, wanted, replacement), shape);
  if (!checked.ok) return skip(checked.failure.message);
  if (checked.value === before) return skip('替换前后一样。');
  const count = wanted.length;
  return { record, field, item, before, after: checked.value, count, skipped: null };
}

function textAt(project: Project, hit: Hit): WrittenText | undefined {
  const record = find(project, hit.record);
  if (record === undefined || !isKnown(record)) return undefined;
  return [...textsOf(record)].find(({ place }) => samePlace(place, hit));
}

function replaced(text: string, hits: readonly Hit[], replacement: string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of hits.toSorted((left, right) => left.start - right.start)) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

function withText(record: AnyRecord, { field, item: id, after }: ReplaceRow): AnyRecord {
  if (id === undefined) return { ...record, [field]: after };
  const items = (record as unknown as Readonly<Record<string, readonly { id: RecordId }[]>>)[field];
  const edited = items?.map((item) => (item.id === id ? { ...item, text: after } : item));
  return { ...record, [field]: edited };
}
