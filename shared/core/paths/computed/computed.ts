import type { Project } from '../../model/project';
import type { Kind, KnownRecord, RecordOf } from '../../model/record';
import type { Bound, BoundGroups, BoundRows, BoundValues } from '../bound';

/** The word a layout has for a term: a computed value may say more than stands in a field. */
export type Words = (term: string) => string;

/** What a computed value is made of, so that nobody need look for a field in vain: `course.standardHours`. */
interface About {
  /** Chinese name. */
  readonly label: string;
  readonly reads: readonly string[];
}

/** Words or numbers that are worked out, or that several fields say together. */
interface ComputedText<K extends Kind> extends About {
  readonly type: 'words' | 'number';
  readonly of: (project: Project, record: RecordOf<K>) => BoundValues;
}
/** Records that a step up, down or across does not lead to, or not in this order. */
interface ComputedRecords<K extends Kind> extends About {
  readonly type: 'records';
  readonly kind: Kind;
  readonly of: (project: Project, record: RecordOf<K>) => readonly KnownRecord[];
}
interface ComputedGroups<K extends Kind> extends About {
  readonly type: 'groups';
  readonly of: (project: Project, record: RecordOf<K>, words: Words) => BoundGroups;
}
/** Rows that are no records of one kind; `columns`: Chinese names of what their cells are called. */
interface ComputedRows<K extends Kind> extends About {
  readonly type: 'rows';
  readonly columns: Readonly<Record<string, string>>;
  readonly of: (project: Project, record: RecordOf<K>, words: Words) => BoundRows;
}

/** A column of a grid: what stands over it, line by line, and what stands in it for the record of a row. */
export interface GridColumn {
  readonly head: readonly Bound[];
  readonly cell: (row: KnownRecord) => BoundValues;
}
/** Columns that are no records: the terms of a start point. */
interface ComputedColumns<K extends Kind> extends About {
  readonly type: 'columns';
  readonly of: (project: Project, record: RecordOf<K>, words: Words) => readonly GridColumn[];
}

/** A value that is computed for a record of a kind; one named like a field stands in its place on paper. */
export type ComputedOf<K extends Kind> =
  ComputedText<K> | ComputedRecords<K> | ComputedGroups<K> | ComputedRows<K> | ComputedColumns<K>;

/** A computed value whatever it is for; it is only asked about records of its kind. */
export type Computed = ComputedOf<never>;

/** What is computed for a kind, by name. */
export function computed<K extends Kind>(
  kind: K,
  values: Readonly<Record<string, ComputedOf<K>>>,
): { readonly kind: K; readonly values: Readonly<Record<string, Computed>> } {
  return { kind, values };
}
