import { cleanParagraphs, cleanText } from './clean-paragraphs';
import type { PastedContent, PastedTable } from './pasted';
import { largest } from './plan-list-paste';

/** A word of the papers, as the list of them names it. */
export interface ShownTerm {
  readonly termId: string;
  readonly usual: string;
}

export interface TermsPlan {
  readonly terms: readonly { readonly termId: string; readonly label: string }[];
  /** Rows whose first word is none of the papers. */
  readonly unknown: readonly string[];
}

/**
 * What a block becomes in the list of the school's words: with two columns the usual word stands beside
 * the school's own, whatever the order of the rows; one column goes down from the row with the cursor.
 */
export function planTermsPaste(
  content: PastedContent,
  shown: readonly ShownTerm[],
  from: string,
): TermsPlan {
  const table = largest(content.tables);
  const width = table?.[0]?.length ?? 0;
  if (table !== undefined && width > 1) return besideUsual(table, shown);
  const words =
    table?.map(([cell]) => cleanText(cell?.text ?? '')) ??
    cleanParagraphs(content.paragraphs).items;
  const at = Math.max(
    0,
    shown.findIndex(({ termId }) => termId === from),
  );
  const terms = words.flatMap((label, index) => {
    const term = shown[at + index];
    return term === undefined || label === '' ? [] : [{ termId: term.termId, label }];
  });
  return { terms, unknown: words.slice(shown.length - at) };
}

function besideUsual(table: PastedTable, shown: readonly ShownTerm[]): TermsPlan {
  const ids = new Map(shown.toReversed().map(({ termId, usual }) => [usual, termId]));
  const rows = table.map((row) => row.map(({ text }) => cleanText(text)));
  const column = columnOfUsual(rows, ids);
  const terms: { termId: string; label: string }[] = [];
  const unknown: string[] = [];
  for (const [index, row] of rows.entries()) {
    const usual = row[column] ?? '';
    const label = row.slice(column + 1).find((cell) => cell !== '') ?? '';
    const termId = ids.get(usual);
    if (termId !== undefined && label !== '') terms.push({ termId, label });
    else if (index > 0 && usual !== '' && label !== '') unknown.push(usual);
  }
  return { terms, unknown };
}

/** The column in which most words are words of the papers. */
function columnOfUsual(
  rows: readonly (readonly string[])[],
  ids: ReadonlyMap<string, string>,
): number {
  const counts = (rows[0] ?? []).map(
    (_, column) => rows.filter((row) => ids.has(row[column] ?? '')).length,
  );
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
