import type { PendingField } from '../pending-edits';
import { afterFrame } from './after-frame';
import type { KeptTexts } from './kept-texts';
import { belongsToComposition, settleMilliseconds } from './composition';
import { endOfChange } from './end-of-change';
import { NamedTimers } from './named-timers';
import { typingTimes } from './typing-times';
import { type Edit, TypingRun } from './typing-run';

export type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** When text is taken over: while it is still being typed, or when that has come to rest. */
export type Moment = 'onTheWay' | 'settled';

/** Pinyin, Wubi or Cangjie letters that no character has been chosen for. */
const halfTyped = /^[a-z' ]+$/;

export interface DraftOptions {
  /** What the project holds. */
  readonly value: string;
  /**
   * Takes the text over; false when it was refused, and then the text stays as typed. On the way nothing
   * need be said about text that may yet become right.
   */
  readonly onCommit: (text: string, moment: Moment) => boolean;
  /** After every change of what stands in the element. */
  readonly onShown?: (text: string) => void;
  /** A number: it counts once it is whole. */
  readonly isValue?: boolean;
  /** The place it is written at: under that name refused text is kept. Left out, it goes with the field. */
  readonly keptAs?: string;
}

export interface ComposedText {
  readonly timeStamp: number;
  readonly data: string;
}

/** What a field gives its draft besides the text. */
export interface DraftSurroundings {
  /** The undo step that was being typed is over. */
  readonly onStepEnd: () => void;
  /** Where text is kept that was refused. */
  readonly kept: KeptTexts;
}

/** The text of one field while it is being written; see `useTextDraft`. */
export class Draft<Element extends TextElement> {
  readonly handlers;
  readonly #surroundings: DraftSurroundings;
  readonly #timers = new NamedTimers<'rest' | 'step' | 'due' | 'longest' | 'composed'>();
  readonly #run = new TypingRun();
  #field: PendingField | null = null;
  #element: Element | null = null;
  #options: DraftOptions;
  /** What the project holds, as far as this field knows: a commit is known before it is drawn. */
  #held: string;
  #typed: string;
  /** What the project held when the text of the field began to be written; null once it was left. */
  #stood: string | null = null;
  /** The project has just taken something over from here: what it then holds is of this field's making. */
  #hasCommitted = false;
  #isComposing = false;
  /** What is typed has waited long enough to be committed behind the next key. */
  #isDue = false;
  /** The text in the field is not in the project. */
  #isDirty = false;
  /** Typing has not come to rest. */
  #isWriting = false;
  #composedAt = Number.NEGATIVE_INFINITY;
  #beforeComposition = '';
  /** What a composition ended with in this very task; null a moment later. */
  #justComposed: string | null = null;

  constructor(options: DraftOptions, surroundings: DraftSurroundings) {
    this.#options = options;
    this.#surroundings = surroundings;
    this.#held = options.value;
    const kept = options.keptAs === undefined ? undefined : surroundings.kept.at(options.keptAs);
    this.#typed = kept ?? options.value;
    this.#isDirty = this.#typed !== this.#held;
    this.handlers = {
      // Of the document: undo and all other keys that change it are the document's here.
      'data-written-in': '',
      onInput: this.#input,
      onBlur: this.#blur,
      onCompositionStart: this.#startComposition,
      onCompositionEnd: this.#endComposition,
    };
  }

  readonly attach = (element: Element | null): void => {
    this.#element = element ?? this.#element;
    // What was refused before the page went stands there again.
    if (element !== null && this.#isDirty && !this.#isWriting) element.value = this.#typed;
  };

  /** The field is on the page: what it holds from now on counts. */
  enter(field: PendingField): void {
    this.#field = field;
    if (!this.#isDirty) return;
    // Said again what is wrong with it.
    this.#isWriting = true;
    this.commit();
  }

  /** Shows what the project now holds and takes the newest callbacks. */
  update(options: DraftOptions): void {
    const isFromOutside = options.value !== this.#options.value && !this.#hasCommitted;
    // Somebody else has written here: what stood before that is nothing to go back to.
    if (isFromOutside && this.#stood !== null) this.#stood = options.value;
    this.#hasCommitted = false;
    this.#options = options;
    this.#held = options.value;
    this.#show();
  }

  /** Commits what was typed, unless the input method is still composing. */
  readonly commit = (): void => {
    if (this.#isComposing) return;
    this.#commitText(this.#typed, 'settled');
    this.#takeBackHalf();
    this.#comeToRest();
  };

  /**
   * A value that was refused at rest may have been taken while it was half typed (the 30 of 「30学时左右」):
   * what stood there before comes back, and the refusal is said.
   */
  #takeBackHalf(): void {
    const { isValue, onCommit } = this.#options;
    if (isValue !== true || !this.#isDirty || this.#stood === null) return;
    if (this.#stood === this.#held || !onCommit(this.#stood, 'settled')) return;
    this.#hold(this.#stood);
    onCommit(this.#typed, 'settled');
  }

  /** Taken over by the project; drawn with it a moment later. */
  #hold(text: string): void {
    this.#held = text;
    this.#hasCommitted = true;
  }

  /** Commits, and what is typed next is another undo step. */
  readonly finish = (): void => {
    this.commit();
    if (this.#isComposing) return;
    if (!this.#isDirty) this.#stood = null;
    this.#endStep();
  };

  /** True when there is something to go back to: it was written in, or what was written was refused. */
  get isTouched(): boolean {
    return this.#isDirty || this.#stood !== null;
  }

  /** Puts back what stood there before it was written in, also where that was refused. */
  readonly restore = (): void => {
    this.replace(this.#stood ?? this.#held);
  };

  /** Puts a text in the place of what was typed, and commits it. */
  readonly replace = (text: string): void => {
    if (this.#element !== null) this.#element.value = text;
    this.#write(text);
    this.finish();
  };

  readonly isForInputMethod = ({ nativeEvent }: { nativeEvent: KeyboardEvent }): boolean =>
    this.#isComposing ||
    belongsToComposition(nativeEvent) ||
    (nativeEvent.key === 'Enter' && nativeEvent.timeStamp - this.#composedAt < settleMilliseconds);

  /** The field goes away: what was committed by the input method is kept, half-typed pinyin is not. */
  leave(): void {
    this.#commitText(this.#isComposing ? this.#beforeComposition : this.#typed, 'settled');
    this.#takeBackHalf();
    this.#keep();
    this.#isComposing = false;
    this.#endStep();
    this.#timers.stop('rest', 'step', 'composed');
    this.#field?.remove();
    this.#field = null;
  }

  /** Shows the text of the project, unless the teacher is ahead of it. */
  #show(): void {
    const element = this.#element;
    if (element === null) return;
    const isAhead = this.#isComposing || this.#isDirty || this.#isWriting;
    if (!isAhead && element.value !== this.#held) {
      const caret = endOfChange(element.value, this.#held);
      element.value = this.#held;
      if (element.ownerDocument.activeElement === element) element.setSelectionRange(caret, caret);
    }
    if (!isAhead) this.#typed = element.value;
    this.#options.onShown?.(element.value);
  }

  readonly #input = ({ nativeEvent }: { readonly nativeEvent: Event }): void => {
    const edit = this.#editOf(nativeEvent);
    if (!this.#isComposing) this.#follow(edit);
    this.#write(edit.after);
    if (this.#isComposing) return;
    this.#commitInTime();
    this.#waitForRest();
  };

  /**
   * While typing goes on: behind the key that ends a step or that comes when it is due, and at the latest
   * in time for the disk.
   */
  #commitInTime(): void {
    this.#timers.begin('longest', typingTimes.longest, this.#commitOnTheWay);
    if (this.#isDue || this.#run.isOver) afterFrame(this.#commitOnTheWay);
    else
      this.#timers.begin('due', typingTimes.due, () => {
        this.#isDue = true;
      });
  }

  #editOf(event: Event): Edit {
    const after = this.#element?.value ?? '';
    const { inputType = '', data = null } = event as Partial<InputEvent>;
    const caret = this.#element?.selectionEnd ?? after.length;
    return { before: this.#typed, after, caret, inputType, data };
  }

  /** An edit somewhere else begins another undo step; what was typed before is committed without it. */
  #follow(edit: Edit): void {
    if (this.#run.isOver || this.#run.isLeftBy(edit)) {
      this.#commitText(edit.before, 'onTheWay');
      this.#endStep();
    }
    this.#run.add(edit);
  }

  /** From here on the field holds text of its own. */
  #write(text: string): void {
    this.#stood ??= this.#held;
    this.#isDirty = true;
    this.#isWriting = true;
    this.#typed = text;
    this.#field?.note('writing');
    this.#options.onShown?.(text);
  }

  readonly #startComposition = (): void => {
    // Set first: the commit below must not write into the element any more.
    this.#isComposing = true;
    this.#timers.stop('rest', 'step', 'composed');
    this.#justComposed = null;
    const element = this.#element;
    this.#beforeComposition = element?.value ?? '';
    const { selectionStart, selectionEnd } = element ?? { selectionStart: 0, selectionEnd: 0 };
    const isElsewhere = this.#run.isLeftAt(selectionStart ?? 0, selectionEnd ?? 0);
    this.#commitText(this.#beforeComposition, 'onTheWay');
    if (isElsewhere) this.#endStep();
  };

  readonly #endComposition = ({ timeStamp, data }: ComposedText): void => {
    this.#isComposing = false;
    this.#composedAt = timeStamp;
    this.#justComposed = data;
    const after = this.#element?.value ?? '';
    const caret = this.#element?.selectionEnd ?? after.length;
    // The words of an input method are of one piece, however many characters they have.
    this.#run.add({ before: this.#beforeComposition, after, caret, inputType: '', data });
    this.#write(after);
    // Some engines deliver the last input event after compositionend.
    this.#timers.restart('composed', 0, () => {
      this.#justComposed = null;
      this.#commitOnTheWay();
    });
    this.#waitForRest();
  };

  /**
   * Leaving a field in the middle of a composition makes Chromium take the half-typed pinyin for text,
   * in the same breath as the blur; it goes again. Letters that were confirmed stay.
   */
  readonly #blur = (): void => {
    const element = this.#element;
    if (element !== null && this.#justComposed !== null && halfTyped.test(this.#justComposed)) {
      element.value = this.#beforeComposition;
      this.#typed = this.#beforeComposition;
      this.#options.onShown?.(this.#typed);
    }
    this.#justComposed = null;
    this.finish();
  };

  readonly #commitOnTheWay = (): void => {
    if (!this.#isComposing) this.#commitText(this.#typed, 'onTheWay');
  };

  #waitForRest(): void {
    const rest = this.#options.isValue === true ? typingTimes.restOfValue : typingTimes.rest;
    this.#timers.restart('rest', rest, this.commit);
    this.#timers.restart('step', typingTimes.step, this.#endStep);
  }

  #comeToRest(): void {
    this.#timers.stop('rest');
    if (!this.#isWriting && !this.#isDirty) return;
    this.#isWriting = false;
    this.#field?.note(this.#isDirty ? 'refused' : 'nothing');
    this.#keep();
    this.#show();
  }

  /** Marks refused text and keeps it; what has been mended is not kept any more. */
  #keep(): void {
    this.#element?.toggleAttribute('data-refused', this.#isDirty);
    const { keptAs } = this.#options;
    if (keptAs !== undefined)
      this.#surroundings.kept.put(keptAs, this.#isDirty ? this.#typed : null);
  }

  readonly #endStep = (): void => {
    if (!this.#run.isBegun) return;
    this.#run.end();
    this.#surroundings.onStepEnd();
  };

  #commitText(text: string, moment: Moment): void {
    this.#timers.stop('longest', 'due');
    this.#isDue = false;
    if (this.#isDirty) {
      this.#isDirty = text !== this.#held && !this.#options.onCommit(text, moment);
      if (!this.#isDirty) this.#hold(text);
    }
    if (this.#run.isOver) this.#endStep();
  }
}
