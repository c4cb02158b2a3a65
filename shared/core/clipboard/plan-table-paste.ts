import type { Kind } from '../model/record';
import { titleFieldOf } from '../model/family';
import { cleanParagraphs } from './clean-paragraphs';
import { rolesOf } from './column-roles';
import type { PastedContent, PastedTable } from './pasted';
import { readRows } from './pasted-rows';
import {
  columnsOf,
  headerOf,
  isSure,
  largest,
  type ListPlan,
  type ListQuestion,
  shapeOfColumn,
} from './plan-list-paste';

/** The table that is pasted into: records of one kind, one row each. */
export interface TableTarget {
  readonly kind: Kind;
  /** What one row is called. */
  readonly noun: string;
  /** The fields its columns show, from left to right. */
  readonly fields: readonly string[];
  /** The field a row is known by, where the kind has no name. */
  readonly title?: string | undefined;
  /** The field the cursor stands in. */
  readonly from: string;
}

/**
 * Plans what a block becomes in a table of records: its columns by the words above them, else one after
 * another from the column with the cursor, as in a spreadsheet.
 */
export function planTablePaste(content: PastedContent, target: TableTarget): ListPlan {
  const table = largest(content.tables) ?? oneColumn(content);
  if (table.length === 0) return { status: 'nothing' };
  const roles = rolesOf(target.kind, target.noun, titleOf(target)).filter(
    ({ id }) => id === 'title' || target.fields.includes(id),
  );
  const header = headerOf(table, roles);
  const columns = columnsOf(table, header ?? inOrder(table, target), header !== undefined);
  const question: ListQuestion = {
    status: 'ask',
    table,
    hasHeader: header !== undefined,
    columns,
    roles,
  };
  const rows = readRows(question);
  if (!rows.ok || !isSure(question)) return question;
  return rows.value.length === 0 ? { status: 'nothing' } : { status: 'ready', rows: rows.value };
}

function titleOf({ kind, title }: TableTarget): string | undefined {
  return title ?? titleFieldOf(kind);
}

/** Lines without columns are a column. */
function oneColumn({ paragraphs }: PastedContent): PastedTable {
  // Numbers are taken off where rows are made of it.
  return cleanParagraphs(paragraphs).asTyped.map((text) => [{ text, isMerged: false }]);
}

/** The column with the cursor takes the first one, its neighbours the others; a running number is left out. */
function inOrder(table: PastedTable, target: TableTarget): readonly (string | null)[] {
  const { fields, from } = target;
  const title = titleOf(target);
  const free = fields.slice(Math.max(0, fields.indexOf(from)));
  return (table[0] ?? []).map((_, column) => {
    if (shapeOfColumn(table, column) === 'order') return null;
    const field = free.shift();
    if (field === undefined) return null;
    return field === title ? 'title' : field;
  });
}
