import { fail, ok, type Result } from '../kernel/result';
import type { AnyFieldValue } from '../model/field';
import { cleanText, withoutNumber } from './clean-paragraphs';
import type { ColumnRole } from './column-roles';
import type { PastedTable } from './pasted';
import { pastedHours, pastedNumber } from './pasted-number';

/** One new line: its text and the fields that were pasted beside it. */
export interface PastedRow {
  readonly title: string;
  readonly values: Readonly<Record<string, AnyFieldValue>>;
}

interface RowsInput {
  readonly table: PastedTable;
  readonly hasHeader: boolean;
  readonly columns: readonly { readonly role: string | null }[];
  readonly roles: readonly ColumnRole[];
}

/** Makes rows of a table whose columns have roles; a cell that cannot be is named in words. */
export function readRows(input: RowsInput): Result<readonly PastedRow[], string> {
  const { table, hasHeader, columns } = input;
  if (!columns.some(({ role }) => role === 'title')) return fail('请选出哪一列是正文。');
  const rows: PastedRow[] = [];
  for (const [index, cells] of table.entries()) {
    if (index === 0 && hasHeader) continue;
    const row = readRow(
      input,
      cells.map(({ text }) => text),
    );
    if (!row.ok) return fail(`第 ${index + 1} 行：${row.failure}`);
    if (row.value.title !== '') rows.push(row.value);
  }
  return ok(rows);
}

function readRow(
  { columns, roles }: RowsInput,
  cells: readonly string[],
): Result<PastedRow, string> {
  const titles: string[] = [];
  const values: Record<string, AnyFieldValue> = {};
  for (const [column, { role }] of columns.entries()) {
    const cell = cleanText(cells[column] ?? '');
    const target = roles.find(({ id }) => id === role);
    if (target?.id === 'title') titles.push(oneLine(withoutNumber(cell)));
    else if (target !== undefined && cell !== '') {
      const value = valueOf(target, cell);
      if (value === undefined) return fail(`“${cell}”不能作为${target.label}。`);
      values[target.id] = value;
    }
  }
  return ok({ title: titles.filter((title) => title !== '').join(' '), values });
}

function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

function valueOf({ type, spec }: ColumnRole, cell: string): AnyFieldValue | undefined {
  switch (type) {
    case 'hours':
      return pastedHours(cell);
    case 'percent':
    case 'count':
      return wholeNumber(cell, type === 'percent' ? 100 : 100_000);
    case 'choice':
      return spec?.type === 'choice' ? optionOf(spec, cell) : undefined;
    case 'line':
    case 'text':
      return cell;
    case 'items':
    case 'flag':
    case 'ref':
    case 'stamp':
      return undefined;
  }
}

function wholeNumber(cell: string, most: number): number | null | undefined {
  const value = pastedNumber(cell);
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
