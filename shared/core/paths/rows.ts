import { type BoundCell, type BoundRow, type BoundRows, words as fixed } from './bound';
import type { Words } from './computed/computed';
import { pathOf } from './path';
import { computedRowsAt, recordsAt, sameness, type Standpoint, valuesAt } from './values';

/** What a column of a repeated row is called that is no path: `row.number`, and the cells of computed rows. */
const ofRow = 'row.';
export const rowNumber = `${ofRow}number`;

interface WantedRows {
  /** Leads to records, each of which is a row, or to computed rows. */
  readonly over: string;
  /** Paths from the record of a row, or `row.…`. */
  readonly columns: readonly string[];
  readonly words: Words;
}

/** One row for each record a path leads to, with the values its columns name. */
export function rowsAt(at: Standpoint, { over, columns, words }: WantedRows): BoundRows {
  const path = pathOf(over);
  const computed = path && computedRowsAt(at, path, words);
  if (computed !== undefined) {
    return { ...computed, rows: computed.rows.map((row) => namedCells(row)) };
  }
  const { records, missing } = recordsAt(at, over);
  const rows = records.map((record, index) => ({
    cells: Object.fromEntries(
      columns.map((column) => [
        column,
        column === rowNumber
          ? numberCell(index + 1, record.id)
          : cellAt({ project: at.project, record }, column),
      ]),
    ),
  }));
  return { rows, missing };
}

function namedCells({ cells }: BoundRow): BoundRow {
  return {
    cells: Object.fromEntries(
      Object.entries(cells).map(([name, cell]) => [`${ofRow}${name}`, cell]),
    ),
  };
}

function numberCell(number: number, mergeKey: string): BoundCell {
  return { values: [fixed(String(number))], missing: null, mergeKey };
}

function cellAt(at: Standpoint, column: string): BoundCell {
  return { ...valuesAt(at, column), mergeKey: sameness(at, column) };
}
