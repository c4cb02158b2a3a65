import * as z from 'zod';
import type { RecordId } from '../kernel/id';
import { jsonExcess, outsideJson } from '../kernel/json-scan';
import { fail, ok, type Result } from '../kernel/result';
import { type Refusal, refuse } from '../words/refusal';
import { checkedText } from '../making/field-input';
import { isSingleton } from '../model/family';
import { climb, standingOfVersion, type StoredRecord } from '../migrations/ladder';
import { emptyValue, isWritten, type ListItem } from '../model/field';
import { mostRecordBytes, mostRecords } from '../model/limits';
import { fieldOf, isKind, isKnown, kindSpec, type KnownRecord, parseRecord } from '../model/record';
import { rootProblem } from './copy-fragment';
import { type Fragment, fragmentFormat, fragmentVersion } from './fragment';

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Records are flat; only stamps and items lie two deep. */
const deepest = 12;

const notOurs = refuse('not-ours', '剪贴板里的内容不是从工学课坊复制的，没有粘贴。');
const damaged = refuse('damaged', '剪贴板里的内容不完整，没有粘贴，请回到原处重新复制。');
const newer = refuse('newer', '剪贴板里的内容是更新版本的工学课坊复制的，请先升级再粘贴。');
const tooLarge = refuse('too-large', '剪贴板里的内容太多，没有粘贴，请分几次复制。');
const forbidden = refuse('forbidden-key', '剪贴板里的内容含有不允许的名称，没有粘贴。');

const fragmentSchema = z.looseObject({
  format: z.literal(fragmentFormat),
  version: z.number().int().min(1),
  schema: z.object({ major: z.number().int().min(0), minor: z.number().int().min(0) }),
  origin: z.string().max(100).nullable(),
  cut: z.boolean(),
  roots: z.array(z.string().max(20)).min(1),
  records: z.array(z.unknown()),
  outside: z.array(z.unknown()),
});

type Outline = z.infer<typeof fragmentSchema>;

/** Reads a fragment off the clipboard. Whatever it is, it is either whole and valid or refused in words. */
export function readFragment(text: unknown): Result<Fragment, Refusal> {
  const outline = readOutline(text);
  if (!outline.ok) return outline;
  const { schema, roots, origin, cut } = outline.value;
  const records = knownRecords(outline.value.records, schema);
  if (!records.ok) return records;
  const outside = knownRecords(outline.value.outside, schema);
  if (!outside.ok) return outside;
  const fragment: Fragment = {
    origin,
    isCut: cut,
    roots,
    records: records.value.known,
    outside: outside.value.known,
    left: records.value.left,
  };
  const torn = treeProblem(fragment);
  return torn === undefined ? ok(fragment) : fail(torn);
}

function readOutline(text: unknown): Result<Outline, Refusal> {
  if (typeof text !== 'string') return fail(notOurs);
  if (text.length > mostRecordBytes) return fail(tooLarge);
  // Counted before anything is built of it: it may come from anybody.
  if (jsonExcess(text, outsideJson) !== null) return fail(tooLarge);
  const json = parsedJson(text);
  if (!isOurs(json)) return fail(notOurs);
  const problem = keyProblem(json);
  if (problem !== undefined) return fail(problem);
  const outline = fragmentSchema.safeParse(json);
  if (!outline.success) return fail(damaged);
  const refusal = outlineProblem(outline.data);
  return refusal === undefined ? ok(outline.data) : fail(refusal);
}

function outlineProblem({ version, schema, records, outside }: Outline): Refusal | undefined {
  if (version > fragmentVersion || standingOfVersion(schema) === 'newerMajor') return newer;
  return records.length + outside.length > mostRecords ? tooLarge : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isOurs(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'format' in json
    ? json.format === fragmentFormat
    : false;
}

function keyProblem(json: unknown): Refusal | undefined {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [
    { value: json, depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return damaged;
    for (const [key, member] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) return forbidden;
      waiting.push({ value: member, depth: depth + 1 });
    }
  }
  return undefined;
}

interface Known {
  readonly known: readonly KnownRecord[];
  readonly left: number;
}

function knownRecords(
  stored: readonly unknown[],
  schema: { readonly major: number; readonly minor: number },
): Result<Known, Refusal> {
  if (!stored.every(isStored)) return fail(damaged);
  const climbed = climb(stored, schema);
  if (!climbed.ok) return fail(damaged);
  const known: KnownRecord[] = [];
  for (const one of climbed.value) {
    const record = parseRecord(completed(one));
    if ('problem' in record) return fail(damaged);
    if (!isKnown(record)) continue;
    const checked = withCheckedTexts(record);
    if (!checked.ok) return checked;
    known.push(checked.value);
  }
  return ok({ known, left: stored.length - known.length });
}

function isStored(value: unknown): value is StoredRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that came in after the fragment was copied is empty. */
function completed(stored: StoredRecord): StoredRecord {
  const { kind } = stored;
  if (typeof kind !== 'string' || !isKind(kind)) return stored;
  const empty = Object.entries(kindSpec(kind).fields).map(
    ([field, spec]) => [field, emptyValue(spec)] as const,
  );
  return { ...Object.fromEntries(empty), ...stored };
}

/** The same record with every text as the commands would have stored it. */
function withCheckedTexts(record: KnownRecord): Result<KnownRecord, Refusal> {
  const values: Record<string, string | readonly ListItem[]> = {};
  for (const [field, spec] of Object.entries(kindSpec(record.kind).fields)) {
    const value = fieldOf(record, field);
    if (isWritten(spec)) {
      const text = checkedText(value, spec.type === 'text' ? 'text' : 'line');
      if (!text.ok) return text;
      values[field] = text.value;
    } else if (spec.type === 'items') {
      const items = checkedItems(value as readonly ListItem[]);
      if (!items.ok) return items;
      values[field] = items.value;
    }
  }
  return ok({ ...record, ...values });
}

function checkedItems(items: readonly ListItem[]): Result<readonly ListItem[], Refusal> {
  const checked: ListItem[] = [];
  for (const item of items) {
    const text = checkedText(item.text, 'line');
    if (!text.ok) return text;
    checked.push({ ...item, text: text.value });
  }
  return ok(checked);
}

/** Why the records make no tree below the roots; undefined when they do. */
function treeProblem({ roots, records, outside }: Fragment): Refusal | undefined {
  const byId = new Map([...records, ...outside].map((record) => [record.id, record]));
  if (byId.size < records.length + outside.length || hasDoubleParts(records)) return damaged;
  const below = new Set<RecordId>();
  const wanted = new Set(roots);
  for (const record of records) {
    const misplaced = isChild(record, byId, below) ? undefined : damaged;
    const problem = wanted.has(record.id) ? rootProblem(record) : misplaced;
    if (problem !== undefined) return problem;
    below.add(record.id);
  }
  const isWhole = roots.every((id) => below.has(id)) && outside.every(comesAfterItsParent(byId));
  return isWhole ? undefined : damaged;
}

/** True when something has two parts of which there can be one only. */
function hasDoubleParts(records: readonly KnownRecord[]): boolean {
  const places = records
    .filter(({ kind }) => isSingleton(kind))
    .map(({ kind, parentId }) => `${parentId ?? ''} ${kind}`);
  return new Set(places).size < places.length;
}

/** True when the parent came before and may have such a child. */
function isChild(
  { kind, parentId }: KnownRecord,
  byId: ReadonlyMap<RecordId, KnownRecord>,
  below: ReadonlySet<RecordId>,
): boolean {
  const parent = parentId !== null && below.has(parentId) ? byId.get(parentId) : undefined;
  return parent !== undefined && kindSpec(kind).parents.includes(parent.kind);
}

/** For what lies outside, one after another: a parent that is there too has come before and may be one. */
function comesAfterItsParent(byId: ReadonlyMap<RecordId, KnownRecord>) {
  const seen = new Set<RecordId>();
  return ({ id, kind, parentId }: KnownRecord): boolean => {
    seen.add(id);
    const parent = byId.get(parentId ?? '');
    return (
      parent === undefined || (seen.has(parent.id) && kindSpec(kind).parents.includes(parent.kind))
    );
  };
}
