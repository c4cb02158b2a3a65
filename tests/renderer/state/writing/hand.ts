import { vi } from 'vitest';
import { createPendingEdits } from '@renderer/state/pending-edits';
import { Draft } from '@renderer/state/writing/text-draft';

/** A field with a project behind it, and a hand that types in it, letter by letter and in its own time. */
export class Hand {
  readonly box = document.createElement('textarea');
  readonly pending = createPendingEdits();
  /** Every text the project was given, oldest first. */
  readonly given: string[] = [];
  /** What the project held when each undo step was over. */
  readonly steps: string[] = [''];
  /** Every text that has stood in the field while nothing was being composed. */
  readonly stood = new Set(['']);
  held = '';
  isComposing = false;
  /** The longest that anything was kept from the project outside of a composition. */
  longest = 0;
  /** What was done to the field since the project last took something, oldest first. */
  #waiting: { readonly text: string; readonly at: number }[] = [];
  readonly #draft: Draft<HTMLTextAreaElement>;
  readonly #onTick: (hand: Hand) => void;

  constructor(onTick: (hand: Hand) => void = () => undefined, takes = () => true) {
    this.#onTick = onTick;
    const options = () => ({ value: this.held, onCommit });
    const onCommit = (text: string) => {
      if (!takes()) return false;
      this.held = text;
      this.given.push(text);
      this.#waiting = this.#waiting.slice(
        this.#waiting.findLastIndex((one) => one.text === text) + 1,
      );
      return true;
    };
    this.#draft = new Draft<HTMLTextAreaElement>(options(), {
      kept: this.pending.kept,
      onStepEnd: () => {
        if (this.steps.at(-1) !== this.held) this.steps.push(this.held);
      },
    });
    this.#draft.attach(this.box);
    this.#draft.enter(this.pending.add(this.#draft.finish));
    document.body.append(this.box);
    this.box.focus();
    this.#draw = () => {
      this.#draft.update(options());
    };
  }
  readonly #draw: () => void;

  key(sign: string): void {
    this.#replace(sign, 'insertText');
  }

  paste(text: string): void {
    this.#replace(text, 'insertFromPaste');
  }

  backspace(): void {
    const { selectionStart, selectionEnd } = this.box;
    if (selectionStart === selectionEnd) {
      if (selectionStart === 0) return;
      this.box.setSelectionRange(selectionStart - 1, selectionEnd);
    }
    this.#replace('', 'deleteContentBackward');
  }

  /** Puts the cursor at a share of the text. */
  click(share: number): void {
    const at = Math.floor(share * this.box.value.length);
    this.box.setSelectionRange(at, at);
  }

  /** Marks from the cursor back to the beginning. */
  mark(): void {
    this.box.setSelectionRange(0, this.box.selectionEnd);
  }

  /** An input method shows the pinyin letter by letter and puts the word in its place. */
  compose(pinyin: string, word: string, between: number): void {
    this.beginComposition();
    const from = this.box.selectionStart;
    for (let length = 1; length <= pinyin.length; length += 1) {
      this.box.setRangeText(pinyin.slice(0, length), from, this.box.selectionEnd, 'end');
      this.#input('insertCompositionText', null);
      this.pass(between);
    }
    this.box.setRangeText(word, from, this.box.selectionEnd, 'end');
    this.#input('insertCompositionText', null);
    this.isComposing = false;
    this.#stand();
    this.#draft.handlers.onCompositionEnd({ timeStamp: performance.now(), data: word });
    this.#see();
  }

  beginComposition(): void {
    this.isComposing = true;
    this.#draft.handlers.onCompositionStart();
  }

  blur(): void {
    this.#draft.handlers.onBlur();
    this.#see();
  }

  commit(): void {
    this.#draft.commit();
    this.#see();
  }

  /** The field goes from the page. */
  leave(): void {
    this.#draft.leave();
  }

  /** Lets time pass, and looks every 50 ms. */
  pass(milliseconds: number): void {
    for (let left = milliseconds; left > 0; left -= 50) {
      vi.advanceTimersByTime(Math.min(50, left));
      this.#see();
    }
  }

  /** The project takes a text from elsewhere. */
  put(text: string): void {
    this.held = text;
    this.#draw();
  }

  #replace(text: string, inputType: string): void {
    const { selectionStart, selectionEnd } = this.box;
    this.box.setRangeText(text, selectionStart, selectionEnd, 'end');
    this.#stand();
    this.#input(inputType, inputType === 'insertText' ? text : null);
  }

  #stand(): void {
    this.stood.add(this.box.value);
    this.#waiting.push({ text: this.box.value, at: performance.now() });
  }

  #input(inputType: string, data: string | null): void {
    this.#draft.handlers.onInput({
      nativeEvent: new InputEvent('input', { inputType, data, bubbles: true }),
    });
    this.#see();
  }

  #see(): void {
    this.#draw();
    if (this.box.value === this.held) this.#waiting = [];
    const [oldest] = this.#waiting;
    if (oldest !== undefined && !this.isComposing)
      this.longest = Math.max(this.longest, performance.now() - oldest.at);
    this.#onTick(this);
  }
}
