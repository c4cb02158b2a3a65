/** What one event did to the text of a field. */
export interface Edit {
  readonly before: string;
  readonly after: string;
  /** Where the cursor stands after it. */
  readonly caret: number;
  /** As Chromium names it: `insertText`, `deleteContentBackward` …; '' when it does not say. */
  readonly inputType: string;
  /** What was inserted, when the event says so. */
  readonly data: string | null;
}

/** More than this is more than one can see at a glance: the step ends. */
const mostCharacters = 40;

const sentenceEnd = /[。！？!?；;…\n]/u;

/** Done to a block of text in one go: a step of its own. */
const wholeBlocks: readonly string[] = [
  'insertFromPaste',
  'insertFromDrop',
  'insertReplacementText',
  'deleteByCut',
  'deleteByDrag',
];

/**
 * What one Ctrl+Z is to take back: typing that goes on where it left off, up to the end of a sentence or
 * paragraph, or 40 characters. Pauses and leaving the field end it too; they are seen by the field.
 */
export class TypingRun {
  #size = 0;
  #caret = 0;
  #isOver = false;

  /** Something has been typed in it. */
  get isBegun(): boolean {
    return this.#size > 0;
  }

  /** What is typed next belongs to another step. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** True when an edit does not go on where the last one ended: the cursor was moved, or a block comes or goes. */
  isLeftBy(edit: Edit): boolean {
    return this.isBegun && (wholeBlocks.includes(edit.inputType) || !this.#goesOn(edit));
  }

  /** True when what is about to be written at this selection does not go on where the last edit ended. */
  isLeftAt(start: number, end: number): boolean {
    return this.isBegun && (start !== end || start !== this.#caret);
  }

  add({ before, after, caret, inputType, data }: Edit): void {
    const grown = after.length - before.length;
    // What is typed counts, not what was marked and went with it.
    if (after !== before) this.#size += Math.max(1, data?.length ?? grown);
    this.#caret = caret;
    this.#isOver =
      this.#size >= mostCharacters ||
      wholeBlocks.includes(inputType) ||
      (grown > 0 && sentenceEnd.test(after.charAt(caret - 1)));
  }

  end(): void {
    this.#size = 0;
    this.#isOver = false;
  }

  #goesOn({ before, after, caret, data }: Edit): boolean {
    const grown = after.length - before.length;
    // Less was added than was typed: something marked went.
    if (data !== null && data.length !== grown) return false;
    if (grown >= 0) return caret === this.#caret + grown;
    const removed = before.slice(caret, caret - grown);
    return isOneSign(removed) && (caret === this.#caret || caret === this.#caret + grown);
  }
}

/** What a single Backspace takes; more was marked before it went. */
function isOneSign(removed: string): boolean {
  return Array.from(removed).length <= 1 || /[\u200D\uFE0F\p{M}]/u.test(removed);
}
