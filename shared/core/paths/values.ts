import { lineFieldOf } from '../model/family';
import type { Project } from '../model/project';
import { fieldOf, kindSpec, type KnownRecord } from '../model/record';
import {
  boundField,
  boundItems,
  type BoundGroups,
  type BoundRows,
  type BoundValues,
  missingField,
  missingList,
} from './bound';
import type { Computed, GridColumn, Words } from './computed/computed';
import { type Path, type PathEnd, pathOf } from './path';
import { type FoundRecords, recordsOn } from './records';

type ComputedOfType<Type extends Computed['type']> = Extract<Computed, { readonly type: Type }>;

/** Where values are looked for: a project and the record at hand. */
export interface Standpoint {
  readonly project: Project;
  readonly record: KnownRecord | undefined;
}

const nothing = { values: [], missing: null } as const;

/** The words and numbers a path leads to from a record; nothing when it leads to something else. */
export function valuesAt(at: Standpoint, text: string): BoundValues {
  const path = pathOf(text);
  if (path === undefined) return nothing;
  const found = recordsOn(at.project, at.record, path);
  const { end } = path;
  if (end.type === 'field') return fieldValues(at, path, { found, end });
  if (end.type === 'records') return nothing;
  const { computed } = end;
  if (computed.type !== 'words' && computed.type !== 'number') return nothing;
  const all = found.records.map((record) => computed.of(at.project, record as never));
  const missing = all.find((one) => one.missing !== null)?.missing ?? found.missing;
  return { values: all.flatMap(({ values }) => values), missing };
}

/** The records a path leads to. */
export function recordsAt({ project, record }: Standpoint, text: string): FoundRecords {
  const path = pathOf(text);
  if (path === undefined) return { records: [], missing: null };
  const found = recordsOn(project, record, path);
  if (path.end.type === 'records') return found;
  const computed = computedIn(path, 'records');
  return {
    records: found.records.flatMap((one) => computed?.of(project, one as never) ?? []),
    missing: null,
  };
}

/** The groups a computed value makes of a record; `words` are those of the layout. */
export function groupsAt({ project, record }: Standpoint, text: string, words: Words): BoundGroups {
  const path = pathOf(text);
  const [one] = path === undefined ? [] : recordsOn(project, record, path).records;
  const computed = path && computedIn(path, 'groups');
  if (one === undefined || computed === undefined) return { groups: [], missing: null };
  return computed.of(project, one as never, words);
}

/** The rows a computed value makes of a record; undefined when it makes none. */
export function computedRowsAt(
  { project, record }: Standpoint,
  path: Path,
  words: Words,
): BoundRows | undefined {
  const computed = computedIn(path, 'rows');
  if (computed === undefined) return undefined;
  const [one] = recordsOn(project, record, path).records;
  return one === undefined
    ? { rows: [], missing: null }
    : computed.of(project, one as never, words);
}

/** Computed columns of a grid; undefined when a path leads to something else. */
export function columnsAt(
  { project, record }: Standpoint,
  path: Path,
  words: Words,
): readonly GridColumn[] | undefined {
  const computed = computedIn(path, 'columns');
  if (computed === undefined) return undefined;
  return recordsOn(project, record, path).records.flatMap((one) =>
    computed.of(project, one as never, words),
  );
}

function computedIn<Type extends Computed['type']>(
  { end }: Path,
  type: Type,
): ComputedOfType<Type> | undefined {
  return end.type === 'computed' && end.computed.type === type
    ? (end.computed as ComputedOfType<Type>)
    : undefined;
}

interface FoundField {
  readonly found: FoundRecords;
  readonly end: Extract<PathEnd, { readonly type: 'field' }>;
}

function fieldValues({ project, record }: Standpoint, path: Path, field: FoundField): BoundValues {
  const { found, end } = field;
  if (end.spec.type === 'items') return itemValues(field);
  const values = found.records.map((one) => boundField(one, end.field));
  if (path.steps.at(-1)?.how === 'down' && lineFieldOf(end.kind) === end.field) {
    // Of a list, what is written counts; it is asked for where nothing is.
    const written = values.filter(({ text }) => text !== '');
    const above = recordsOn(project, record, { ...path, steps: path.steps.slice(0, -1) });
    const [first] = above.records;
    const missing = first === undefined ? above.missing : missingList(first.id, end.kind);
    return { values: written, missing: written.length > 0 ? null : missing };
  }
  const empty = found.records[values.findIndex(({ text }) => text === '')];
  if (empty === undefined) return { values, missing: found.missing };
  return { values, missing: isOptional(end) ? null : missingField(empty, end.field) };
}

function itemValues({ found: { records, missing }, end }: FoundField): BoundValues {
  const values = records.flatMap((record) => boundItems(record, end.field));
  const [first] = records;
  if (values.length > 0 || first === undefined) return { values, missing };
  return { values, missing: missingField(first, end.field) };
}

/** The cells of a plain row may be left empty. */
function isOptional({ kind }: FoundField['end']): boolean {
  return kindSpec(kind).role === 'row';
}

/**
 * What two rows share when they say the same in a column: the option of a choice, else the records that it
 * is read from.
 */
export function sameness(at: Standpoint, text: string): string {
  const path = pathOf(text);
  if (path === undefined) return '';
  const { records } = recordsOn(at.project, at.record, path);
  const { end } = path;
  if (end.type === 'field' && end.spec.type === 'choice') {
    return records.map((record) => choiceOf(record, end.field)).join(' ');
  }
  return records.map(({ id }) => id).join(' ');
}

function choiceOf(record: KnownRecord, field: string): string {
  const value = fieldOf(record, field);
  return typeof value === 'string' ? value : '';
}
