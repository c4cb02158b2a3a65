import { isInTenths } from '../hours/percent';
import { fail, ok, type Result } from '../kernel/result';
import type { AnyFieldValue } from '../model/field';
import { cleanText, seriesIn } from './clean-paragraphs';
import type { ColumnRole } from './column-roles';
import type { PastedTable } from './pasted';
import { pastedHours, pastedNumber } from './pasted-number';

/** One new line: its text and the fields that were pasted beside it. */
export interface PastedRow {
  readonly title: string;
  /** The text with the number that was taken off it; left out where none was. */
  readonly asTyped?: string;
  readonly values: Readonly<Record<string, AnyFieldValue>>;
}

interface RowsInput {
  readonly table: PastedTable;
  readonly hasHeader: boolean;
  readonly columns: readonly { readonly role: string | null }[];
  readonly roles: readonly ColumnRole[];
  /** Cells that cannot be read are left empty, as the teacher has said; else they are named and nothing is read. */
  readonly leavesOut?: boolean;
}

interface ReadRow {
  readonly titles: readonly string[];
  readonly values: Readonly<Record<string, AnyFieldValue>>;
  /** The cells that cannot be what their column is, in words. */
  readonly unread: readonly string[];
}

/** Most cells that are named in one sentence; the rest is counted. */
const mostNamed = 30;

/** Makes rows of a table whose columns have roles; every cell that cannot be is named in words. */
export function readRows(input: RowsInput): Result<readonly PastedRow[], string> {
  const { table, hasHeader, columns, leavesOut } = input;
  if (!columns.some(({ role }) => role === 'title')) return fail('请选出哪一列是正文。');
  const read = table.map((cells) =>
    readRow(
      input,
      cells.map(({ text }) => text),
    ),
  );
  const rows = hasHeader ? read.slice(1) : read;
  const first = hasHeader ? 2 : 1;
  const unread = rows.flatMap((row, index) =>
    row.unread.map((words) => `第 ${index + first} 行：${words}`),
  );
  if (unread.length > 0 && leavesOut !== true) return fail(namedCells(unread));
  return ok(titled(rows));
}

function namedCells(unread: readonly string[]): string {
  const named = unread.slice(0, mostNamed).join('');
  return unread.length > mostNamed ? `${named}……共 ${unread.length} 格。` : named;
}

/** Rows with their text, without the numbers of a series; those without one are left out. */
function titled(rows: readonly ReadRow[]): readonly PastedRow[] {
  const texts = rows.map(({ titles }) => titles.join(' '));
  const leads = seriesIn(texts);
  return rows.flatMap(({ values }, index) => {
    const text = texts[index] ?? '';
    const lead = leads[index] ?? '';
    const title = text.slice(lead.length).trim();
    if (title === '') return [];
    return lead === '' ? [{ title, values }] : [{ title, asTyped: text, values }];
  });
}

function readRow({ columns, roles }: RowsInput, cells: readonly string[]): ReadRow {
  const titles: string[] = [];
  const values: Record<string, AnyFieldValue> = {};
  const unread: string[] = [];
  for (const [column, { role }] of columns.entries()) {
    const cell = cleanText(cells[column] ?? '');
    const target = roles.find(({ id }) => id === role);
    if (target === undefined || cell === '') continue;
    if (target.id === 'title') {
      titles.push(oneLine(cell));
      continue;
    }
    const value = valueOf(target, cell);
    if (value === undefined) unread.push(`“${cell}”不能作为${target.label}。`);
    else values[target.id] = value;
  }
  return { titles, values, unread };
}

function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

function valueOf({ type, spec, label }: ColumnRole, cell: string): AnyFieldValue | undefined {
  switch (type) {
    case 'hours':
      return pastedHours(cell);
    case 'percent':
      return inTenths(pastedNumber(cell, { type }));
    case 'count':
      return wholeNumber(pastedNumber(cell, { type, label }), 100_000);
    case 'choice':
      return spec?.type === 'choice' ? optionOf(spec, cell) : undefined;
    case 'line':
    case 'date':
    case 'note':
    case 'text':
      return cell;
    case 'items':
    case 'flag':
    case 'ref':
    case 'stamp':
      return undefined;
  }
}

function inTenths(value: number | null | undefined): number | null | undefined {
  if (value === null || value === undefined) return value;
  return isInTenths(value) && value <= 100 ? value : undefined;
}

function wholeNumber(value: number | null | undefined, most: number): number | null | undefined {
  if (value === null || value === undefined) return value;
  return Number.isInteger(value) && value <= most ? value : undefined;
}

function optionOf(
  { options, words }: { readonly options: readonly string[]; readonly words: readonly string[] },
  cell: string,
): string | undefined {
  const index = words.findIndex((word) => word === cell || word.startsWith(cell));
  return options[index];
}
