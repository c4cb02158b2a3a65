import type { PastedParagraph } from '../../core/clipboard/pasted';

type Numbering = Pick<PastedParagraph, 'listLevel' | 'numberText'>;

interface OpenList {
  readonly isOrdered: boolean;
  next: number;
}

/** The level and number of each paragraph: those of HTML lists are counted, Word writes its own. */
export class ListNumbers {
  readonly #open: OpenList[] = [];
  readonly #items: Numbering[] = [];
  #word: number | null = null;

  open(name: 'ol' | 'ul', start: string | undefined): void {
    const first = Number.parseInt(start ?? '1', 10);
    this.#open.push({ isOrdered: name === 'ol', next: Number.isNaN(first) ? 1 : first });
  }

  close(): void {
    this.#open.pop();
  }

  item(value: string | undefined): void {
    const list = this.#open.at(-1);
    const given = Number.parseInt(value ?? '', 10);
    const number = Number.isNaN(given) ? (list?.next ?? 1) : given;
    if (list !== undefined) list.next = number + 1;
    const numberText = list?.isOrdered === true ? `${String(number)}.` : '•';
    this.#items.push({ listLevel: Math.max(1, this.#open.length), numberText });
  }

  endItem(): void {
    this.#items.pop();
  }

  /** The list level of the paragraph of Word that begins; null = it is in no list of Word's. */
  word(level: number | null): void {
    this.#word = level;
  }

  /** What stands before the paragraph that ends; a second paragraph of one item has no number. */
  take(drawn: string): Numbering {
    if (this.#word !== null || drawn !== '') {
      return { listLevel: this.#word ?? 1, numberText: drawn };
    }
    const item = this.#items.pop();
    if (item === undefined) return { listLevel: 0, numberText: '' };
    this.#items.push({ ...item, numberText: '' });
    return item;
  }
}

/** The level in `mso-list:l0 level2 lfo1`, or null. */
export function numberOfWord(style: string): number | null {
  const declared = style.split(/[;"]/u).find((part) => /mso-list:/iu.test(part));
  const level = /level(\d{1,2})/iu.exec(declared ?? '')?.[1];
  return level === undefined ? null : Number(level);
}
