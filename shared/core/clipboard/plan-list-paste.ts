import type { Kind } from '../model/record';
import { type CleanedItems, cleanParagraphs, cleanText, isOnlyNumber } from './clean-paragraphs';
import { type ColumnRole, headerRole, rolesOf } from './column-roles';
import type { PastedContent, PastedTable } from './pasted';
import { readRows, type PastedRow } from './pasted-rows';

/** The list that is pasted into. */
export interface ListTarget {
  /** null = items inside a record, which are texts and nothing else. */
  readonly kind: Kind | null;
  /** What one line is called; it stands over columns of lines as well. */
  readonly noun: string;
  /** Fields the list itself decides (its 工作环节, its 内容类别); they are no columns. */
  readonly given?: readonly string[] | undefined;
}

/** One column of a pasted table and what it is taken for; null = it is left out. */
export interface PlannedColumn {
  readonly header: string;
  readonly samples: readonly string[];
  readonly role: string | null;
}

export type ListPlan =
  | { readonly status: 'nothing' }
  | { readonly status: 'ready'; readonly rows: readonly PastedRow[] }
  | ListQuestion;

/** What is unsure: which column is what. `readRows` makes rows of it once that has been said. */
export interface ListQuestion {
  readonly status: 'ask';
  readonly table: PastedTable;
  readonly hasHeader: boolean;
  readonly columns: readonly PlannedColumn[];
  readonly roles: readonly ColumnRole[];
}

/** Plans what a paste into a list becomes: lines of text, or rows with their columns matched to fields. */
export function planListPaste(content: PastedContent, target: ListTarget): ListPlan {
  const table = largest(content.tables);
  const texts = cleanParagraphs(content.paragraphs);
  // A heading or a note around a table is not the list; a table in the midst of a list is no list.
  if (table === undefined || texts.items.length > table.length) {
    return lines([texts, ...content.tables.map(linesOf)]);
  }
  const roles = rolesOf(target.kind, target.noun).filter(
    ({ id }) => target.given?.includes(id) !== true,
  );
  const header = headerOf(table, roles);
  const columns = columnsOf(table, header ?? shapeOf(table, roles), header !== undefined);
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

function lines(texts: readonly CleanedItems[]): ListPlan {
  const rows = texts.flatMap(({ items, asTyped }) =>
    items.map((title, index): PastedRow => {
      const typed = asTyped[index] ?? title;
      return typed === title ? { title, values: {} } : { title, asTyped: typed, values: {} };
    }),
  );
  return rows.length === 0 ? { status: 'nothing' } : { status: 'ready', rows };
}

/** The cells of a table as lines, without a column of running numbers. */
function linesOf(table: PastedTable): CleanedItems {
  const from = shapeOfColumn(table, 0) === 'order' ? 1 : 0;
  const cells = table.flatMap((row) => row.slice(from));
  return cleanParagraphs(cells.map(({ text }) => ({ text, listLevel: 0, numberText: '' })));
}

/** The table with the most rows. */
export function largest(tables: readonly PastedTable[]): PastedTable | undefined {
  return [...tables].sort((left, right) => right.length - left.length)[0];
}

/** The role of each column by the words above it; undefined when the first row is no header. */
export function headerOf(
  table: PastedTable,
  roles: readonly ColumnRole[],
): readonly (string | null)[] | undefined {
  const found = (table[0] ?? []).map(({ text }) => headerRole(text, roles));
  const isHeader = found.some((role) => role !== undefined && role !== null);
  if (!isHeader) return undefined;
  const seen = new Set<string>();
  return found.map((role) => {
    if (role === undefined || role === null || seen.has(role)) return null;
    seen.add(role);
    return role;
  });
}

/** The role of each column by what stands in it: texts, numbers, a running number. */
function shapeOf(table: PastedTable, roles: readonly ColumnRole[]): readonly (string | null)[] {
  const hours = roles.filter(({ type }) => type === 'hours');
  const shapes = (table[0] ?? []).map((_, column) => shapeOfColumn(table, column));
  const numbers = shapes.filter((shape) => shape === 'number').length;
  return shapes.map((shape) => {
    if (shape === 'text') return 'title';
    const only = hours.length === 1 && numbers === 1 ? hours[0] : undefined;
    return shape === 'number' ? (only?.id ?? null) : null;
  });
}

/** What stands in a column, whatever is written over it. */
export function shapeOfColumn(
  table: PastedTable,
  column: number,
): 'empty' | 'order' | 'number' | 'text' {
  const cells = table
    .map((row) => cleanText(row[column]?.text ?? ''))
    .filter((cell) => cell !== '');
  if (cells.length === 0) return 'empty';
  const isOrder = column === 0 && cells.every(isOnlyNumber) && (table[0]?.length ?? 0) > 1;
  if (isOrder && cells.every((cell, index) => index === 0 || cell !== cells[index - 1])) {
    return 'order';
  }
  return cells.every((cell) => /^[\d０-９.．\s学课时—-]+$/u.test(cell)) ? 'number' : 'text';
}

/** The columns as they are asked about. */
export function columnsOf(
  table: PastedTable,
  roles: readonly (string | null)[],
  hasHeader: boolean,
): readonly PlannedColumn[] {
  const below = hasHeader ? table.slice(1) : table;
  return (table[0] ?? []).map(({ text }, column) => ({
    header: hasHeader ? cleanText(text) : '',
    samples: below
      .map((row) => cleanText(row[column]?.text ?? ''))
      .filter((cell) => cell !== '')
      .slice(0, 3),
    role: roles[column] ?? null,
  }));
}

/** Nothing is asked when one column is the line and each other one is known or holds nothing to lose. */
export function isSure({ table, columns }: ListQuestion): boolean {
  const titles = columns.filter(({ role }) => role === 'title');
  const unknown = columns.filter(
    ({ role, header, samples }, column) =>
      role === null &&
      samples.length > 0 &&
      !/^(?:序号|编号|No\.?)$/iu.test(header) &&
      shapeOfColumn(table, column) !== 'order',
  );
  return titles.length === 1 && unknown.length === 0;
}
