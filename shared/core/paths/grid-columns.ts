import { endOf, lineFieldOf } from '../model/family';
import { childrenOf, type Project } from '../model/project';
import { type Kind, type KnownRecord } from '../model/record';
import { type Bound, type BoundValues, words as fixed } from './bound';
import type { GridColumn, Words } from './computed/computed';
import { pathOf, recordsAtEnd } from './path';
import { columnsAt, recordsAt, type Standpoint, valuesAt } from './values';

export interface WantedColumns {
  /** Leads to records, each of which is a column, or to computed columns. */
  readonly over: string;
  /** What stands over the column of a record, a path from it. */
  readonly head?: string | undefined;
  /** What stands where a row and the column of a record meet: a path from what belongs to both. */
  readonly cell?: string | undefined;
}

/** What stands in a cell that only says that two things belong together. */
export const plainMark = '●';

/** The columns of a grid. */
export function gridColumns(
  at: Standpoint,
  { over, head = '', cell = '' }: WantedColumns,
  words: Words,
): readonly GridColumn[] {
  const path = pathOf(over);
  const computed = path && columnsAt(at, path, words);
  if (computed !== undefined) return computed;
  const { project } = at;
  return recordsAt(at, over).records.map((column) => ({
    head: valuesAt({ project, record: column }, head).values,
    cell: (row) => meetingValues(project, { row, column }, cell),
  }));
}

/** What is said where two records meet: by what stands below one of them and points at the other. */
function meetingValues(
  project: Project,
  { row, column }: { readonly row: KnownRecord; readonly column: KnownRecord },
  cell: string,
): BoundValues {
  const path = pathOf(cell);
  if (path === undefined) return { values: [], missing: null };
  const met = [
    ...joining(project, [row, column], path.root),
    ...joining(project, [column, row], path.root),
  ];
  if (recordsAtEnd(path) !== undefined) {
    return { values: met.length === 0 ? [] : [fixed(plainMark)], missing: null };
  }
  const values = met.flatMap(
    (record): readonly Bound[] => valuesAt({ project, record }, cell).values,
  );
  const { end } = path;
  const isLine = end.type === 'field' && lineFieldOf(end.kind) === end.field;
  return { values: isLine ? values.filter(({ text }) => text !== '') : values, missing: null };
}

function joining(
  project: Project,
  [from, to]: readonly [KnownRecord, KnownRecord],
  kind: Kind,
): readonly KnownRecord[] {
  return childrenOf(project, from.id, kind).filter((one: KnownRecord) => endOf(one) === to.id);
}
