import type { Block, RowBlock, TableBlock } from './block';
import { paragraph } from './making';

/** Rows that belong together: titles, which stand on every page the rest goes on to, and the rest. */
export interface Strip {
  readonly heads: readonly RowBlock[];
  readonly body: readonly RowBlock[];
  /** Nothing else follows in its table: its titles would be wrong for it. */
  readonly closed?: true;
}

/**
 * Strips as the rows of tables: a title begins a table unless only titles stand before it. Titles without
 * anything below them are ordinary rows, as Word shows no table of repeating rows alone.
 */
export function tablesOfStrips(strips: readonly Strip[]): readonly (readonly RowBlock[])[] {
  const tables: { heads: RowBlock[]; body: RowBlock[]; isClosed: boolean }[] = [];
  for (const { heads, body, closed } of strips) {
    const last = tables.at(-1);
    const begins =
      last === undefined || last.isClosed || (heads.length > 0 && last.body.length > 0);
    const table = begins ? { heads: [], body: [], isClosed: false } : last;
    if (begins) tables.push(table);
    table.heads.push(...heads);
    table.body.push(...body);
    table.isClosed = closed === true;
  }
  return tables.map(({ heads, body }) =>
    body.length > 0 ? [...heads, ...body] : heads.map((row) => ({ ...row, header: false })),
  );
}

/** Tables one below the other: Word makes one of two tables that nothing stands between. */
export function joined(tables: readonly TableBlock[]): readonly Block[] {
  return tables.flatMap((table, index): readonly Block[] =>
    index === 0 ? [table] : [paragraph('tableGap', []), table],
  );
}
