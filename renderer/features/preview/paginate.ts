import {
  fewestLines,
  type MeasuredBlock,
  type MeasuredCell,
  type MeasuredRow,
  type Page,
  type PagePart,
  reach,
  restHeight,
  type RowPart,
  samePlace,
  startOfText,
  type TextPart,
  type TextPlace,
} from './flow';

/** Cuts a measured paper into pages of a height (CSS pixels), by the rules Word follows as well. */
export function paginate(blocks: readonly MeasuredBlock[], height: number): readonly Page[] {
  const press = new Press(height);
  blocks.forEach((block, index) => {
    if (block.type === 'break') press.turn();
    else if (block.type === 'table') new TableSetter(press, block.rows, index).set();
    else setText(press, { block, index, follower: followerOf(blocks, index) });
  });
  return press.finish();
}

/** The page being filled. */
class Press {
  left: number;
  isFresh = true;
  #parts: PagePart[] = [];
  readonly #pages: Page[] = [];

  constructor(readonly height: number) {
    this.left = height;
  }

  put(part: PagePart, used: number): void {
    this.#parts.push(part);
    this.left -= used;
    this.isFresh = false;
  }

  turn(): void {
    this.#pages.push(this.#parts);
    this.#parts = [];
    this.left = this.height;
    this.isFresh = true;
  }

  finish(): readonly Page[] {
    if (this.#parts.length > 0 || this.#pages.length === 0) this.turn();
    return this.#pages;
  }
}

interface TextSetting {
  readonly block: Extract<MeasuredBlock, { type: 'text' }>;
  readonly index: number;
  /** The least height of what must stand on the same page below it. */
  readonly follower: number;
}

function setText(press: Press, { block, index, follower }: TextSetting): void {
  const { text } = block;
  const whole = restHeight([text], startOfText);
  if (!press.isFresh && block.keepWithNext && whole + follower > press.left) press.turn();
  let from: TextPlace = startOfText;
  for (;;) {
    const to = reach([text], from, { height: press.left, force: press.isFresh });
    if (to === null) {
      const used = restHeight([text], from);
      press.put({ type: 'text', block: index, part: { from, to } }, used);
      return;
    }
    if (!samePlace(from, to)) {
      press.put({ type: 'text', block: index, part: { from, to } }, press.left);
      from = to;
    }
    press.turn();
  }
}

/** A heading is followed by another as often as by a text: the whole chain stands together. */
function followerOf(blocks: readonly MeasuredBlock[], index: number): number {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (block?.type !== 'text' || !block.keepWithNext) return 0;
  if (next === undefined || next.type === 'break') return 0;
  if (next.type === 'table') return smallest(next.rows, 0);
  const { text, keepWithNext } = next;
  if (keepWithNext) return restHeight([text], startOfText) + followerOf(blocks, index + 1);
  return text.before + text.lineHeight * Math.min(text.lines, fewestLines);
}

/** The least height a row needs at the foot of a page: whole, or the first lines of its cells. */
function smallest(rows: readonly MeasuredRow[], index: number): number {
  const row = rows[index];
  if (row === undefined) return 0;
  if (row.keepWithNext || row.header) return row.height + smallest(rows, index + 1);
  if (row.keepWhole) return row.height;
  return Math.min(row.height, Math.max(0, ...row.cells.map(firstOfCell)));
}

function firstOfCell({ padding, paragraphs }: MeasuredCell): number {
  const [first] = paragraphs;
  if (first === undefined) return padding;
  return padding + first.before + Math.min(first.lines, fewestLines) * first.lineHeight;
}

/** Sets one table: repeats its header rows, keeps bands with their text, breaks long rows between lines. */
class TableSetter {
  readonly #headers: number;
  readonly #headerHeight: number;
  #rows: RowPart[] = [];
  #used = 0;

  constructor(
    private readonly press: Press,
    private readonly table: readonly MeasuredRow[],
    private readonly index: number,
  ) {
    const first = table.findIndex(({ header }) => !header);
    this.#headers = Math.max(0, first);
    this.#headerHeight = table.slice(0, this.#headers).reduce((sum, { height }) => sum + height, 0);
  }

  set(): void {
    if (!this.press.isFresh && smallest(this.table, 0) > this.press.left) this.press.turn();
    this.table.forEach((row, index) => {
      this.#row(row, index);
    });
    this.#close();
  }

  get #left(): number {
    return this.press.left - this.#used;
  }

  /** True when nothing but repeated header rows stands on the page. */
  get #isFresh(): boolean {
    return this.press.isFresh && this.#rows.every(({ row }) => row < this.#headers);
  }

  #row(row: MeasuredRow, index: number): void {
    const needed = row.keepWithNext ? smallest(this.table, index) : 0;
    if (!this.#isFresh && needed > this.#left) this.#turn();
    if (row.height > this.#left + 0.5) {
      if (this.#isBroken(row)) {
        this.#break(row, index);
        return;
      }
      if (!this.#isFresh) this.#turn();
    }
    this.#take({ row: index, cells: null }, row.height);
  }

  /** True when a row may run over pages: it is allowed to, or no page is large enough for it. */
  #isBroken(row: MeasuredRow): boolean {
    if (row.header) return false;
    return !row.keepWhole || row.height > this.press.height - this.#headerHeight;
  }

  /** Breaks a row between lines, over as many pages as it needs. */
  #break(row: MeasuredRow, index: number): void {
    let froms: readonly TextPlace[] = row.cells.map(() => startOfText);
    for (;;) {
      const rest = heightFrom(row.cells, froms);
      if (rest <= this.#left + 0.5) {
        this.#take({ row: index, cells: froms.map((from) => ({ from, to: null })) }, rest);
        return;
      }
      const parts = partsIn(row.cells, froms, { height: this.#left, force: this.#isFresh });
      if (parts.some((part, cell) => moves(part, row.cells[cell]))) {
        this.#take({ row: index, cells: parts }, this.#left);
        froms = parts.map(({ to }, cell) => to ?? endOf(row.cells[cell]));
      }
      this.#turn();
    }
  }

  #take(part: RowPart, height: number): void {
    this.#rows.push(part);
    this.#used += height;
  }

  #turn(): void {
    this.#close();
    this.press.turn();
    for (let row = 0; row < this.#headers; row += 1) {
      this.#take({ row, cells: null }, this.table[row]?.height ?? 0);
    }
  }

  #close(): void {
    const rows = this.#rows;
    if (rows.length > 0) this.press.put({ type: 'table', block: this.index, rows }, this.#used);
    this.#rows = [];
    this.#used = 0;
  }
}

function heightFrom(cells: readonly MeasuredCell[], froms: readonly TextPlace[]): number {
  const heights = cells.map(
    ({ padding, paragraphs }, cell) => padding + restHeight(paragraphs, froms[cell] ?? startOfText),
  );
  return Math.max(0, ...heights);
}

function partsIn(
  cells: readonly MeasuredCell[],
  froms: readonly TextPlace[],
  room: { readonly height: number; readonly force: boolean },
): readonly TextPart[] {
  return cells.map(({ padding, paragraphs }, cell) => {
    const from = froms[cell] ?? startOfText;
    const height = room.height - padding;
    return { from, to: reach(paragraphs, from, { height, force: room.force }) };
  });
}

/** True when a part holds something: the place it begins at is neither its end nor the end of the cell. */
function moves({ from, to }: TextPart, cell: MeasuredCell | undefined): boolean {
  return to === null ? from.paragraph < (cell?.paragraphs.length ?? 0) : !samePlace(from, to);
}

function endOf(cell: MeasuredCell | undefined): TextPlace {
  return { paragraph: cell?.paragraphs.length ?? 0, line: 0 };
}
