import * as z from 'zod';
import type { RecordId } from '../kernel/id';
import type { OrderKey } from '../kernel/order-key';
import {
  type AnyFieldValue,
  emptyValue,
  fieldSchema,
  type FieldSpec,
  type FieldValue,
  isEmptyValue,
} from './field';
import { builtKinds } from './kinds';
import type { KindSpec } from './kinds/kind';
import { shortened } from './text';

/** The number in files and in the database; a rung of the ladder in `migrations.ts` leads to it. */
export const schemaVersion = { major: 1, minor: 2 } as const;

export type Kind = keyof typeof builtKinds;

type FieldsOf<K extends Kind> = (typeof builtKinds)[K]['fields'];
/** The names of the fields of a kind. */
export type FieldName<K extends Kind> = keyof FieldsOf<K> & string;

export interface RecordBase {
  readonly id: RecordId;
  /** null = stands at the top of the project. */
  readonly parentId: RecordId | null;
  readonly order: OrderKey;
}

type RecordsByKind = {
  readonly [K in Kind]: RecordBase & { readonly kind: K } & {
    readonly [F in FieldName<K>]: FieldValue<FieldsOf<K>[F]>;
  };
};

/** One thing a teacher can name, or one mapping between two of them; of several kinds, their union. */
export type RecordOf<K extends Kind> = RecordsByKind[K];

export type KnownRecord = RecordOf<Kind>;

/** A record of a kind that a newer minor version has brought in; kept verbatim, never shown or edited. */
export interface ForeignRecord extends RecordBase {
  readonly kind: `?${string}`;
  readonly stored: Readonly<Record<string, unknown>>;
}

export type AnyRecord = KnownRecord | ForeignRecord;

export const kindNames = Object.keys(builtKinds) as readonly Kind[];

/** The description of a kind. */
export function kindSpec(kind: Kind): KindSpec {
  return builtKinds[kind];
}

export function isKind(name: string): name is Kind {
  return Object.hasOwn(builtKinds, name);
}

export function isKnown(record: AnyRecord): record is KnownRecord {
  return !record.kind.startsWith('?');
}

export function isOf<K extends Kind>(
  record: AnyRecord | undefined,
  kind: K,
): record is AnyRecord & RecordOf<K> {
  return record?.kind === kind;
}

/** The description of one field, or undefined when the kind has no such field. */
export function fieldSpec(kind: Kind, field: string): FieldSpec | undefined {
  const { fields } = kindSpec(kind);
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** The value of a field by name, for code that walks fields (history, bookmarks, preview). */
export function fieldOf(record: KnownRecord, field: string): AnyFieldValue | undefined {
  return (record as unknown as Readonly<Record<string, AnyFieldValue | undefined>>)[field];
}

/** A new record of a kind: every field empty but those given. */
export function newRecord<K extends Kind>(
  kind: K,
  base: RecordBase,
  given: Partial<{ readonly [F in FieldName<K>]: FieldValue<FieldsOf<K>[F]> }> = {},
): RecordOf<K> {
  const fields: Record<string, AnyFieldValue> = {};
  for (const [name, spec] of Object.entries(kindSpec(kind).fields)) fields[name] = emptyValue(spec);
  return { ...fields, ...given, kind, ...base } as unknown as RecordOf<K>;
}

const baseShape = {
  id: z.string().regex(/^[a-z]{2,4}[0-9a-z]{16}$/),
  parentId: z.string().max(20).nullable(),
  order: z.string().min(1).max(2_000),
};

/** The schema of a kind as it lies in files: unknown members are kept. */
export function recordSchema(kind: Kind): z.ZodType {
  const shape: Record<string, z.ZodType> = { ...baseShape, kind: z.literal(kind) };
  for (const [name, spec] of Object.entries(kindSpec(kind).fields)) shape[name] = fieldSchema(spec);
  return z.looseObject(shape);
}

const foreignSchema = z.looseObject({ ...baseShape, kind: z.string().min(1).max(60) });
/** Made when the first record of a kind is read: a window that starts reads none. */
const schemas = new Map<Kind, z.ZodType>();

function schemaOf(kind: Kind): z.ZodType {
  const known = schemas.get(kind);
  if (known !== undefined) return known;
  const schema = recordSchema(kind);
  schemas.set(kind, schema);
  return schema;
}

/**
 * Reads one stored record. A field that is missing (written before it was invented, or by hand) is
 * empty; a kind that is not built is kept verbatim as a foreign record.
 */
export function parseRecord(stored: unknown): AnyRecord | RecordProblem {
  const outline = foreignSchema.safeParse(stored);
  if (!outline.success) return { problem: z.prettifyError(outline.error) };
  const { id, parentId, order, kind } = outline.data;
  if (!isKind(kind)) return { kind: `?${kind}`, id, parentId, order, stored: outline.data };
  const known = schemaOf(kind).safeParse(completed(outline.data));
  if (known.success) return known.data as KnownRecord;
  const words = problemWords(kind, outline.data, known.error.issues[0]?.path[0]);
  return { problem: `${id}: ${z.prettifyError(known.error)}`, words };
}

/** Why something is no record: in English for a log, in words where its field is known. */
export interface RecordProblem {
  readonly problem: string;
  readonly words?: string;
}

/** 课程“汽车维护”的“基准学时”写着 40.3 */
function problemWords(
  kind: Kind,
  stored: Readonly<Record<string, unknown>>,
  field: PropertyKey | undefined,
): string {
  const spec = typeof field === 'string' ? fieldSpec(kind, field) : undefined;
  const { name } = stored;
  const who = `${kindSpec(kind).label}${typeof name === 'string' ? `“${shortened(name)}”` : ''}`;
  if (spec === undefined) return `${who}不完整`;
  const value = stored[String(field)];
  const shown = typeof value === 'number' ? `写着 ${String(value)}，不是这一栏的数` : '写得不对';
  return `${who}的“${spec.label}”${shown}`;
}

/**
 * The record of which `storedForm` made this, between two parts of the app; checks nothing. What comes
 * from a file, a clipboard or a database is read with `parseRecord`.
 */
export function fromStoredForm(stored: Readonly<Record<string, unknown>>): AnyRecord {
  const { id, parentId, order, kind } = stored as unknown as RecordBase & { readonly kind: string };
  if (!isKind(kind)) return { kind: `?${kind}`, id, parentId, order, stored };
  return completed(stored) as KnownRecord;
}

function completed(stored: Readonly<Record<string, unknown>>): unknown {
  const kind = stored.kind as Kind;
  const fields = kindFields.get(kind) ?? [];
  const missing = fields.filter(([field]) => !Object.hasOwn(stored, field));
  if (missing.length === 0) return stored;
  const values = missing.map(([field, spec]) => [field, formerValue(stored, spec)] as const);
  return { ...stored, ...Object.fromEntries(values) };
}

/** What an older file says of a field under the name it had then; empty when it says nothing. */
function formerValue(stored: Readonly<Record<string, unknown>>, spec: FieldSpec): unknown {
  const { formerly } = spec;
  return formerly !== undefined && Object.hasOwn(stored, formerly)
    ? stored[formerly]
    : emptyValue(spec);
}

const kindFields: ReadonlyMap<Kind, readonly (readonly [string, FieldSpec])[]> = new Map(
  kindNames.map((kind) => [kind, Object.entries(kindSpec(kind).fields)]),
);
const laterFields: ReadonlyMap<Kind, readonly (readonly [string, FieldSpec])[]> = new Map(
  [...kindFields].map(([kind, fields]) => [
    kind,
    fields.filter(([, { since }]) => since !== undefined),
  ]),
);

/**
 * A record as it lies in files: foreign ones as they were, known ones without the empty fields that
 * were invented after their kind, and under the old name what was read there, so that what was written
 * before has the same bytes still.
 */
export function storedForm(record: AnyRecord): Readonly<Record<string, unknown>> {
  if (!isKnown(record)) return record.stored;
  const whole = record as unknown as Readonly<Record<string, unknown>>;
  const later = laterFields.get(record.kind) ?? [];
  const left = new Set(later.flatMap(([field, spec]) => leftOut(whole, field, spec)));
  if (left.size === 0) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([field]) => !left.has(field)));
}

/** The names that are not stored: of a field that is empty, and one of two that say the same. */
function leftOut(
  record: Readonly<Record<string, unknown>>,
  field: string,
  spec: FieldSpec,
): readonly string[] {
  const { formerly } = spec;
  const value = record[field];
  const isOld = formerly !== undefined && Object.hasOwn(record, formerly);
  if (isOld && record[formerly] === value) return [field];
  return [...(isOld ? [formerly] : []), ...(isEmptyValue(spec, value) ? [field] : [])];
}
