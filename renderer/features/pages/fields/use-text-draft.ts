import { useEffect, useLayoutEffect, useState } from 'react';
import { useStudio } from '../../../state/studio';
import { belongsToComposition, settleMilliseconds } from './composition';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** How long typing must rest before it is committed, in milliseconds. */
export const pauseMilliseconds = 300;

/** Pinyin, Wubi or Cangjie letters that no character has been chosen for. */
const halfTyped = /^[a-z' ]+$/;

interface DraftOptions {
  /** What the project holds. */
  readonly value: string;
  /** Takes the text over; false when it was refused, and then the text stays as typed. */
  readonly onCommit: (text: string) => boolean;
  /** After every change of what stands in the element. */
  readonly onShown?: (text: string) => void;
}

interface ComposedText {
  readonly timeStamp: number;
  readonly data: string;
}

export interface TextDraft<Element extends TextElement> {
  /** The `ref` of the element. */
  readonly attach: (element: Element | null) => void;
  /** Commits what was typed, unless the input method is still composing. */
  readonly commit: () => void;
  /** True when a key is the input method's own. */
  readonly isForInputMethod: (event: { nativeEvent: KeyboardEvent }) => boolean;
  readonly handlers: {
    readonly onInput: () => void;
    readonly onBlur: () => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: (event: ComposedText) => void;
  };
}

/**
 * The text of one field while it is being written. The element owns the text (it is uncontrolled), so
 * that no re-render can disturb a composition; the project gets it at a pause, at the end of a
 * composition, on leaving the field and before undo, closing or exporting. A change from outside
 * (undo, another command) is shown unless the input method is composing or something is uncommitted.
 */
export function useTextDraft<Element extends TextElement>(
  options: DraftOptions,
): TextDraft<Element> {
  const { pending } = useStudio();
  const [draft] = useState(() => new Draft<Element>(options));
  useLayoutEffect(() => {
    draft.update(options);
  });
  useEffect(() => {
    const unregister = pending.add(draft.commit);
    return () => {
      unregister();
      draft.leave();
    };
  }, [draft, pending]);
  return draft;
}

class Draft<Element extends TextElement> implements TextDraft<Element> {
  readonly handlers;
  #element: Element | null = null;
  #options: DraftOptions;
  #isComposing = false;
  #isDirty = false;
  #composedAt = Number.NEGATIVE_INFINITY;
  #typed = '';
  #beforeComposition = '';
  /** What a composition ended with in this very task; null a moment later. */
  #justComposed: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DraftOptions) {
    this.#options = options;
    this.handlers = {
      onInput: this.#input,
      onBlur: this.#blur,
      onCompositionStart: this.#startComposition,
      onCompositionEnd: this.#endComposition,
    };
  }

  readonly attach = (element: Element | null): void => {
    this.#element = element ?? this.#element;
  };

  /** Shows what the project now holds and takes the newest callbacks. */
  update(options: DraftOptions): void {
    this.#options = options;
    this.#show(options.value);
  }

  readonly commit = (): void => {
    if (!this.#isComposing) this.#commitText(this.#typed);
  };

  readonly isForInputMethod = ({ nativeEvent }: { nativeEvent: KeyboardEvent }): boolean =>
    this.#isComposing ||
    belongsToComposition(nativeEvent) ||
    (nativeEvent.key === 'Enter' && nativeEvent.timeStamp - this.#composedAt < settleMilliseconds);

  /** Shows the text of the project, unless the teacher is ahead of it. */
  #show(value: string): void {
    const element = this.#element;
    if (element === null) return;
    if (!this.#isComposing && !this.#isDirty && element.value !== value) {
      const caret = endOfChange(element.value, value);
      element.value = value;
      if (element.ownerDocument.activeElement === element) element.setSelectionRange(caret, caret);
    }
    if (!this.#isDirty) this.#typed = element.value;
    this.#options.onShown?.(element.value);
  }

  /** The field goes away: what was committed by the input method is kept, half-typed pinyin is not. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#commitText(this.#isComposing ? this.#beforeComposition : this.#typed);
    this.#isComposing = false;
  }

  readonly #input = (): void => {
    this.#isDirty = true;
    this.#typed = this.#element?.value ?? '';
    this.#options.onShown?.(this.#typed);
    clearTimeout(this.#timer);
    if (!this.#isComposing) this.#timer = setTimeout(this.commit, pauseMilliseconds);
  };

  readonly #startComposition = (): void => {
    // Set first: the commit below must not write into the element any more.
    this.#isComposing = true;
    this.#beforeComposition = this.#element?.value ?? '';
    this.#commitText(this.#beforeComposition);
  };

  readonly #endComposition = ({ timeStamp, data }: ComposedText): void => {
    this.#isComposing = false;
    this.#composedAt = timeStamp;
    this.#isDirty = true;
    this.#typed = this.#element?.value ?? '';
    this.#justComposed = data;
    clearTimeout(this.#timer);
    // Some engines deliver the last input event after compositionend.
    this.#timer = setTimeout(() => {
      this.#justComposed = null;
      this.commit();
    }, 0);
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
    this.commit();
  };

  #commitText(text: string): void {
    clearTimeout(this.#timer);
    if (!this.#isDirty) return;
    const { value, onCommit } = this.#options;
    this.#isDirty = text !== value && !onCommit(text);
    if (text === value) this.#show(value);
  }
}

/** Where a change of a text ends: behind what is new, before the tail both have. */
function endOfChange(before: string, after: string): number {
  let tail = 0;
  const most = Math.min(before.length, after.length);
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return after.length - tail;
}
