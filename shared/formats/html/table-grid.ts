import { mostPastedCells, type PastedCell, type PastedTable } from '../../core/clipboard/pasted';

const empty: PastedCell = { text: '', isMerged: false };
const widest = 1_000;

interface Cover {
  readonly text: string;
  readonly rows: number;
}

/** Puts cells that span rows and columns into a full grid; what they cover carries their text, marked. */
export class TableGrid {
  #rows: PastedCell[][] = [];
  #row: PastedCell[] | null = null;
  /** For each column the merged cell that comes down into this row. */
  #covers: (Cover | undefined)[] = [];
  #cells = 0;

  /** True when the table holds more than may be pasted. */
  get isTooLarge(): boolean {
    return this.#cells > mostPastedCells;
  }

  startRow(): void {
    this.endRow();
    this.#row = [];
  }

  endRow(): void {
    const row = this.#row;
    if (row === null) return;
    for (let column = row.length; column < this.#covers.length; column += 1) {
      if (!this.#takeCover(row)) this.#push(row, empty);
    }
    this.#rows.push(row);
    this.#row = null;
  }

  /** Adds a cell at the next free place; spans as written in the file. */
  add(text: string, spans: { readonly rows: number; readonly columns: number }): void {
    this.#row ??= [];
    const row = this.#row;
    while (this.#takeCover(row)) if (this.isTooLarge) return;
    const columns = Math.min(spans.columns, widest);
    for (let index = 0; index < columns; index += 1) {
      const cover = { text, rows: spans.rows - 1 };
      this.#covers[row.length] = cover.rows > 0 ? cover : undefined;
      this.#push(row, { text, isMerged: index > 0 });
    }
  }

  /** The grid, padded to equal rows, without rows and columns at the end that hold nothing. */
  end(): PastedTable {
    this.endRow();
    const rows = this.#rows.map(withoutEmptyEnd);
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    while (rows.at(-1)?.length === 0) rows.pop();
    if (rows.length * width > mostPastedCells) {
      this.#cells = mostPastedCells + 1;
      return [];
    }
    return rows.map((row) => [...row, ...Array<PastedCell>(width - row.length).fill(empty)]);
  }

  /** Goes on under a merged cell from above; false when there is none here. */
  #takeCover(row: PastedCell[]): boolean {
    const cover = this.#covers[row.length];
    if (cover === undefined) return false;
    this.#covers[row.length] = cover.rows > 1 ? { ...cover, rows: cover.rows - 1 } : undefined;
    this.#push(row, { text: cover.text, isMerged: true });
    return true;
  }

  #push(row: PastedCell[], cell: PastedCell): void {
    this.#cells += 1;
    row.push(cell);
  }
}

function withoutEmptyEnd(row: readonly PastedCell[]): readonly PastedCell[] {
  const last = row.findLastIndex(({ text }) => text !== '');
  return row.slice(0, last + 1);
}
