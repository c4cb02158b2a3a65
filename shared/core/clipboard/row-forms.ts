import { escaped } from './clipboard-forms';

/** A line end inside a cell: at a plain one Excel and WPS begin the next row. */
const sameCell = '<br style="mso-data-placement:same-cell">';

/**
 * Rows as other programs take them: cells with tabs between them as text, and as HTML a table, or
 * paragraphs where there is one column, so that a word processor gets paragraphs and a spreadsheet rows.
 */
export function rowForms(rows: readonly (readonly string[])[]): {
  readonly text: string;
  readonly html: string;
} {
  const isTable = rows.some((cells) => cells.length > 1);
  const html = rows.map((cells) => {
    const inner = cells.map((cell) => escaped(cell).replaceAll('\n', sameCell));
    return isTable
      ? `<tr>${inner.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
      : `<p>${inner.join('')}</p>`;
  });
  return {
    text: rows.map((cells) => cells.map(asCell).join('\t')).join('\n'),
    html: isTable ? `<table>${html.join('')}</table>` : html.join(''),
  };
}

/** Spreadsheets read a cell with a line break or a tab in it only in quotes. */
function asCell(text: string): string {
  return /[\t\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
