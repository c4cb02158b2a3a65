import * as z from 'zod';
import type { RecordId } from '../kernel/id';

/**
 * What a field is, said once: its Chinese label, its code in Word bookmarks, its shape. Schemas,
 * TypeScript types, the editor, labels in the history and bookmarks are all derived from it.
 */
export type FieldSpec =
  | LineField
  | DateField
  | NoteField
  | TextField
  | ItemsField
  | HoursField
  | PercentField
  | CountField
  | FlagField
  | ChoiceField<readonly string[]>
  | RefField
  | StampField;

interface FieldBase {
  readonly label: string;
  /** ≤ 6 lower-case letters or digits; part of every bookmark, so it is never changed or reused within its kind. */
  readonly code: string;
  /**
   * The rung at which the field came to a kind that was there already. Such a field is left out of
   * stored records while it is empty, so that records of older files keep their bytes and hashes.
   */
  readonly since?: number;
  /**
   * The name it had in older files. A record that says the same under the old name keeps its bytes: it is
   * read under the new one and stored as it was.
   */
  readonly formerly?: string;
  /** Says which place of a table or list its record is for: given when it is made, never edited, no text of a teacher. */
  readonly place?: true;
}

/** One line of plain text. */
export interface LineField extends FieldBase {
  readonly type: 'line';
}
/** A day as `YYYY-MM-DD`, or what somebody wrote in its place. */
export interface DateField extends FieldBase {
  readonly type: 'date';
}
/** One line of colleagues to each other: found and counted, never printed. */
export interface NoteField extends FieldBase {
  readonly type: 'note';
}
/** Plain text; `\n` separates paragraphs. */
export interface TextField extends FieldBase {
  readonly type: 'text';
}
/** An ordered list of texts nobody else points at. */
export interface ItemsField extends FieldBase {
  readonly type: 'items';
}
/** 学时: a multiple of 0.5 ≥ 0, or null = follows its parts. */
export interface HoursField extends FieldBase {
  readonly type: 'hours';
}
/** A weight in percent 0–100, to the tenth, or null = takes what the others leave. */
export interface PercentField extends FieldBase {
  readonly type: 'percent';
}
/** A whole number ≥ 0 (minutes, persons), or null. */
export interface CountField extends FieldBase {
  readonly type: 'count';
}
export interface FlagField extends FieldBase {
  readonly type: 'flag';
}
export interface ChoiceField<Options extends readonly string[]> extends FieldBase {
  readonly type: 'choice';
  readonly options: Options;
  /** Chinese words of the options, in the same order. */
  readonly words: readonly string[];
  /** What stands for "not chosen yet", where that may be; the value is '' then. */
  readonly unset?: string;
}
/** Points at another record. `onDelete`: what happens to this record when the other one goes. */
export interface RefField extends FieldBase {
  readonly type: 'ref';
  readonly kinds: readonly string[];
  readonly onDelete: 'cascade' | 'clear';
}
/** What a mapping was judged against; null = never judged. */
export interface StampField extends FieldBase {
  readonly type: 'stamp';
}

/** An item inside a record; its id has the form of a record id and is unique in the project. */
export interface ListItem {
  readonly id: RecordId;
  readonly text: string;
}

/** The judged text, its hash after normalisation and the version of the normaliser that made it. */
export interface Stamp {
  readonly hash: string;
  readonly normaliser: number;
  readonly text: string;
}

/** An option of a newer version, kept word for word; '' where nothing is chosen. */
export type OtherOption = string & {};

export type FieldValue<Spec> = Spec extends { readonly type: 'line' | 'text' | 'date' | 'note' }
  ? string
  : Spec extends { readonly type: 'items' }
    ? readonly ListItem[]
    : Spec extends { readonly type: 'hours' | 'percent' | 'count' }
      ? number | null
      : Spec extends { readonly type: 'flag' }
        ? boolean
        : Spec extends { readonly type: 'choice'; readonly options: infer Options }
          ? Options extends readonly (infer Option)[]
            ? Option | OtherOption
            : never
          : Spec extends { readonly type: 'ref' }
            ? RecordId | null
            : Spec extends { readonly type: 'stamp' }
              ? Stamp | null
              : never;

/** Any value a field may hold. */
export type AnyFieldValue = string | number | boolean | null | readonly ListItem[] | Stamp;

export const line = (label: string, code: string) => ({ type: 'line', label, code }) as const;
export const date = (label: string, code: string) => ({ type: 'date', label, code }) as const;
export const note = (label: string, code: string) => ({ type: 'note', label, code }) as const;
export const text = (label: string, code: string) => ({ type: 'text', label, code }) as const;
export const items = (label: string, code: string) => ({ type: 'items', label, code }) as const;
export const hours = (label: string, code: string) => ({ type: 'hours', label, code }) as const;
export const percent = (label: string, code: string) => ({ type: 'percent', label, code }) as const;
export const count = (label: string, code: string) => ({ type: 'count', label, code }) as const;
export const flag = (label: string, code: string) => ({ type: 'flag', label, code }) as const;
export const stamp = (label: string, code: string) => ({ type: 'stamp', label, code }) as const;

export function choice<const Options extends readonly string[]>(
  label: string,
  code: string,
  choices: {
    readonly options: Options;
    readonly words: readonly string[];
    readonly unset?: string;
  },
) {
  return { type: 'choice', label, code, ...choices } as const;
}

export function ref(
  label: string,
  code: string,
  target: { readonly kinds: readonly string[]; readonly onDelete: 'cascade' | 'clear' },
) {
  return { type: 'ref', label, code, ...target } as const;
}

/** A field that says which place of a table or list its record is for. */
export function place<const Spec extends FieldSpec>(spec: Spec) {
  return { ...spec, place: true } as const;
}

/** A field that had another name in older files. */
export function formerly<const Spec extends FieldSpec>(name: string, spec: Spec) {
  return { ...spec, formerly: name };
}

/** A field that came to its kind at a later rung than the kind itself. */
export function since<const Spec extends FieldSpec>(rung: number, spec: Spec) {
  return { ...spec, since: rung };
}

/** Longest text a field may hold; a page of a course paper has about 1,500 characters. */
export const longestText = 100_000;
/** Longest option of a choice. */
const longestOption = 60;
/** Most items one record may hold. */
export const mostItems = 1_000;
/** Most hours one field may hold; a six-year major has 7,200. */
const mostHours = 20_000;

const itemSchema = z.looseObject({ id: z.string().max(20), text: z.string().max(longestText) });
const stampSchema = z.looseObject({
  hash: z.string().max(64),
  normaliser: z.number().int(),
  text: z.string().max(longestText),
});

/** The zod schema of one field; used at the edges only (file, database, IPC, import, command input). */
export function fieldSchema(spec: FieldSpec): z.ZodType {
  switch (spec.type) {
    case 'line':
    case 'date':
    case 'note':
    case 'text':
      return z.string().max(longestText);
    case 'items':
      return z.array(itemSchema).max(mostItems);
    case 'hours':
      return z.number().min(0).max(mostHours).multipleOf(0.5).nullable();
    case 'percent':
      return z.number().min(0).max(100).refine(isInTenths).nullable();
    case 'count':
      return z.number().int().min(0).max(100_000).nullable();
    case 'flag':
      return z.boolean();
    case 'choice':
      // An option of a newer version is no damage: it is kept as it is.
      return z.union([z.enum(spec.options), z.string().max(longestOption)]);
    case 'ref':
      return z.string().max(20).nullable();
    case 'stamp':
      return stampSchema.nullable();
  }
}

/** Nearly, for 33.3 has no exact form in a computer; what is kept is the nearest to the tenth. */
function isInTenths(value: number): boolean {
  return Math.abs(value * 10 - Math.round(value * 10)) < 1e-6;
}

/**
 * The value a number stands for in the steps of its field: 100.50000000000001 学时 are 100.5. The schema
 * allows what a division in another program leaves behind; what is kept is exact.
 */
export function steppedValue(spec: FieldSpec, value: AnyFieldValue): AnyFieldValue {
  if (typeof value !== 'number') return value;
  if (spec.type === 'hours') return Math.round(value * 2) / 2;
  return spec.type === 'percent' ? Math.round(value * 10) / 10 : value;
}

/** True for fields in which somebody writes words. */
export function isWritten({ type }: FieldSpec): boolean {
  return type === 'line' || type === 'text' || type === 'date' || type === 'note';
}

/** True for an option that this version knows, or for none chosen where that may be. */
export function isOption(spec: ChoiceField<readonly string[]>, value: unknown): boolean {
  return (
    spec.options.some((option) => option === value) || (value === '' && spec.unset !== undefined)
  );
}

/** The Chinese word of an option; one that this version does not know stands for itself. */
export function optionWord(
  { options, words, unset = '' }: ChoiceField<readonly string[]>,
  option: string,
): string {
  return option === '' ? unset : (words[options.indexOf(option)] ?? option);
}

/** What belongs to an option; undefined for one that this version does not know. */
export function ofOption<Value>(
  values: Readonly<Record<string, Value>>,
  option: string,
): Value | undefined {
  return Object.hasOwn(values, option) ? values[option] : undefined;
}

/** True when a field holds what `emptyValue` gives. */
export function isEmptyValue(spec: FieldSpec, value: unknown): boolean {
  return spec.type === 'items'
    ? Array.isArray(value) && value.length === 0
    : value === emptyValue(spec);
}

/** The value of a field nobody has written yet. */
export function emptyValue(spec: FieldSpec): AnyFieldValue {
  switch (spec.type) {
    case 'line':
    case 'date':
    case 'note':
    case 'text':
      return '';
    case 'items':
      return [];
    case 'flag':
      return false;
    case 'choice':
      return spec.unset === undefined ? (spec.options[0] ?? '') : '';
    case 'hours':
    case 'percent':
    case 'count':
    case 'ref':
    case 'stamp':
      return null;
  }
}
