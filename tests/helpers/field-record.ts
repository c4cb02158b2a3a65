import type { Sample, Shown } from './shown';

/** What the window may be behind with: the last second, and what the machine itself held it up. */
export const longestUnsaved = 1_000;

export interface Loss {
  /** How long the oldest text that is missing had stood there when the program was killed. */
  readonly milliseconds: number;
  /** Values that were called saved and are missing all the same. */
  readonly acknowledged: number;
}

/**
 * What stood in one field and when, kept outside the program: by it is judged what stands there after a kill.
 * What is still being composed does not count as typed.
 */
export class FieldRecord {
  readonly #typed: Shown[] = [];
  #acknowledged = -1;

  constructor(first: string) {
    this.#typed.push({ at: 0, label: '', text: first, composing: false });
  }

  get count(): number {
    return this.#typed.length - 1;
  }

  /** What stood there at first. */
  get first(): string {
    return this.#typed[0]?.text ?? '';
  }

  get newest(): string {
    return this.#typed.at(-1)?.text ?? '';
  }

  note(shown: Shown): void {
    if (!shown.composing && shown.text !== this.newest) this.#typed.push(shown);
  }

  /** The window has called it saved. */
  acknowledge(text: string): void {
    const index = this.#lastIndexOf(text);
    this.#acknowledged = Math.max(this.#acknowledged, index);
  }

  /**
   * What is lost when `found` stands in the field after a kill at `killedAt`; undefined when that text never stood
   * there. `inFlight` is what the hand was just about to put in, which may have arrived unseen.
   */
  lossAt(killedAt: number, found: string, inFlight: string): Loss | undefined {
    const index = this.#lastIndexOf(found);
    if (index < 0) {
      const isNext = isOneStepFrom(this.newest, found, inFlight);
      return isNext ? { milliseconds: 0, acknowledged: 0 } : undefined;
    }
    const oldest = this.#typed[index + 1];
    return {
      milliseconds: oldest === undefined ? 0 : Math.max(0, killedAt - oldest.at),
      acknowledged: Math.max(0, this.#acknowledged - index),
    };
  }

  #lastIndexOf(text: string): number {
    return this.#typed.findLastIndex((shown) => shown.text === text);
  }
}

/** True when one stroke leads from one text to the other: a part of `stroke` put in, and something taken out. */
function isOneStepFrom(before: string, after: string, stroke: string): boolean {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const putIn = after.slice(head, after.length - tail);
  const takenOut = before.length - tail - head;
  return stroke.includes(putIn) && (putIn !== '' || takenOut <= 1);
}

/** The words that promise that everything is kept. */
export function promisesAllKept({ words }: Sample): boolean {
  return /^(已保存|已写入)/.test(words.trim());
}
