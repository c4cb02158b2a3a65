import { fail, ok, type Result } from '../../core/kernel/result';
import {
  mostPastedCells,
  mostPastedCharacters,
  type PastedContent,
  type PasteFailure,
  pasteTooLarge,
} from '../../core/clipboard/pasted';
import { TableGrid } from './table-grid';

/**
 * Reads plain text from the clipboard. With tabs it is a table as spreadsheets write it (a cell with
 * line ends in quotation marks, its own ones doubled), else a paragraph for each line.
 */
export function readPastedText(text: string): Result<PastedContent, PasteFailure> {
  if (text.length > mostPastedCharacters) return fail(pasteTooLarge);
  const rows = rowsOf(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n'));
  if (rows === undefined) return fail(pasteTooLarge);
  if (rows.every(({ length }) => length === 1)) {
    const paragraphs = rows
      .map(([cell = '']) => cell.trim())
      .filter((cell) => cell !== '')
      .map((cell) => ({ text: cell, listLevel: 0, numberText: '' }));
    return ok({ tables: [], paragraphs });
  }
  const grid = new TableGrid();
  for (const row of rows) {
    grid.startRow();
    for (const cell of row) grid.add(cell.trim(), { rows: 1, columns: 1 });
  }
  const table = grid.end();
  if (grid.isTooLarge) return fail(pasteTooLarge);
  return ok({ tables: table.length > 0 ? [table] : [], paragraphs: [] });
}

/** Undefined when there are too many cells. */
function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  for (let at = 0; at <= text.length;) {
    const { cell, end } = cellAt(text, at);
    row.push(cell);
    cells += 1;
    if (cells > mostPastedCells) return undefined;
    if (text[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

/** The cell that begins at a place, and where it ends. */
function cellAt(text: string, at: number): { readonly cell: string; readonly end: number } {
  const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
  if (quoted !== undefined) return quoted;
  let end = at;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { cell: text.slice(at, end), end };
}

/** A cell in quotation marks; undefined when they are part of the text. */
function quotedCell(text: string, at: number) {
  let end = at + 1;
  while (end < text.length) {
    if (text[end] !== '"') end += 1;
    else if (text[end + 1] === '"') end += 2;
    else break;
  }
  const next = text[end + 1];
  if (end >= text.length || (next !== undefined && next !== '\t' && next !== '\n')) {
    return undefined;
  }
  const inner = text.slice(at + 1, end);
  // Spreadsheets quote only what needs it; “快” typed with straight marks stays as it is.
  if (!/[\n\t"]/u.test(inner)) return undefined;
  return { cell: inner.replaceAll('""', '"'), end: end + 1 };
}
