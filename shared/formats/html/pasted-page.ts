import {
  type PastedContent,
  type PastedParagraph,
  type PastedTable,
  type PasteFailure,
  pasteTooLarge,
} from '../../core/clipboard/pasted';
import { ListNumbers, numberOfWord } from './list-numbers';
import { RunningText } from './running-text';
import { TableGrid } from './table-grid';

type Attributes = Readonly<Record<string, string>>;

const blocks: ReadonlySet<string> = new Set(
  'p div li ul ol dl dt dd table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 pre blockquote center section article body'.split(
    ' ',
  ),
);
/** Elements that are never shown, and what Word marks as deleted. */
const unseen: ReadonlySet<string> = new Set(
  'script style title head xml template noscript comment del object iframe svg math o:wrapblock v:shapetype'.split(
    ' ',
  ),
);
const deepest = 400;

interface Frame {
  readonly name: string;
  readonly isUnseen: boolean;
  /** The number that Word draws before the text of a list paragraph. */
  readonly isNumber: boolean;
}

interface Spans {
  readonly rows: number;
  readonly columns: number;
}

/** Turns the events of a parser into tables and paragraphs. A table inside a cell is text of that cell. */
export class PastedPage {
  failure: PasteFailure | null = null;
  readonly #frames: Frame[] = [];
  readonly #tables: PastedTable[] = [];
  readonly #paragraphs: PastedParagraph[] = [];
  readonly #lists = new ListNumbers();
  readonly #text = new RunningText();
  readonly #number = new RunningText();
  #unseen = 0;
  #numbers = 0;
  #tableDepth = 0;
  #grid: TableGrid | null = null;
  /** The lines of the cell that is being read. */
  #cell: { readonly lines: string[]; readonly spans: Spans } | null = null;

  open(name: string, attributes: Attributes): void {
    const style = attributes.style ?? '';
    const frame: Frame = {
      name,
      isUnseen: unseen.has(name) || /display:\s*none|mso-hide:\s*all/iu.test(style),
      isNumber: /mso-list:\s*ignore/iu.test(style),
    };
    this.#frames.push(frame);
    if (this.#frames.length > deepest) {
      this.failure = {
        reason: 'too-deep',
        message: '粘贴的内容层层相套，读不出来，请作为纯文本粘贴。',
      };
    }
    this.#unseen += frame.isUnseen ? 1 : 0;
    this.#numbers += frame.isNumber ? 1 : 0;
    if (this.#unseen === 0) this.#openSeen(name, attributes);
  }

  text(text: string): void {
    if (this.#unseen > 0) return;
    if (this.#numbers > 0) this.#number.write(text);
    else this.#text.write(text);
  }

  /** A line end that is meant: in a cell it ends the line, as a browser shows it elsewhere it is a blank. */
  lineEnd(): void {
    if (this.#cell === null || this.#unseen > 0 || this.#numbers > 0) this.text('\n');
    else this.#text.breakLine();
  }

  /** The element that was opened last ends. */
  close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (this.#unseen === 0) this.#closeSeen(frame.name);
    this.#unseen -= frame.isUnseen ? 1 : 0;
    this.#numbers -= frame.isNumber ? 1 : 0;
  }

  end(): PastedContent {
    this.#endBlock();
    this.#endTable();
    return { tables: this.#tables, paragraphs: this.#paragraphs };
  }

  #openSeen(name: string, attributes: Attributes): void {
    if (blocks.has(name)) {
      this.#endBlock();
      this.#lists.word(numberOfWord(attributes.style ?? ''));
    }
    this.#openTablePart(name, attributes);
    if (name === 'br') this.#text.breakLine();
    if (name === 'ol' || name === 'ul') this.#lists.open(name, attributes.start);
    if (name === 'li') this.#lists.item(attributes.value);
  }

  #openTablePart(name: string, attributes: Attributes): void {
    if (name === 'table') {
      this.#tableDepth += 1;
      if (this.#tableDepth === 1) this.#grid = new TableGrid();
    }
    if (this.#tableDepth > 1) return;
    if (name === 'tr') {
      this.#endCell();
      this.#gridNow().startRow();
    }
    if (!isCell(name)) return;
    this.#endCell();
    const spans = { rows: span(attributes.rowspan), columns: span(attributes.colspan) };
    this.#cell = { lines: [], spans };
  }

  #closeSeen(name: string): void {
    if (blocks.has(name)) {
      this.#endBlock();
      this.#lists.word(null);
    }
    if (name === 'ol' || name === 'ul') this.#lists.close();
    if (name === 'li') this.#lists.endItem();
    this.#closeTablePart(name);
  }

  #closeTablePart(name: string): void {
    if (this.#tableDepth > 1) {
      if (name === 'table') this.#tableDepth -= 1;
      return;
    }
    if (isCell(name)) this.#endCell();
    if (name === 'tr') this.#endRow();
    if (name === 'table') this.#endTable();
  }

  #endBlock(): void {
    const text = this.#text.take();
    const drawn = this.#number.take();
    if (text === '') return;
    if (this.#cell !== null) this.#cell.lines.push(text);
    else if (this.#grid === null) this.#paragraphs.push({ text, ...this.#lists.take(drawn) });
  }

  #endCell(): void {
    this.#endBlock();
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const grid = this.#gridNow();
    grid.add(cell.lines.join('\n'), cell.spans);
    if (grid.isTooLarge) this.failure ??= pasteTooLarge;
  }

  #endRow(): void {
    this.#endCell();
    this.#grid?.endRow();
  }

  #endTable(): void {
    this.#endRow();
    this.#tableDepth = 0;
    const grid = this.#grid;
    this.#grid = null;
    if (grid === null) return;
    const table = grid.end();
    if (grid.isTooLarge) this.failure ??= pasteTooLarge;
    if (table.length > 0) this.#tables.push(table);
  }

  /** Rows without a table around them, as some programs copy them, are a table. */
  #gridNow(): TableGrid {
    this.#grid ??= new TableGrid();
    return this.#grid;
  }
}

function isCell(name: string): boolean {
  return name === 'td' || name === 'th';
}

/** `rowspan`, `colspan`: at least 1; 0 = to the end of the table. */
function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  if (number === 0) return 65_534;
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), 65_534);
}
