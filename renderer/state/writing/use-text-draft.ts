import { useEffect, useLayoutEffect, useState } from 'react';
import { useStudio } from '../studio';
import { type ComposedText, Draft, type DraftOptions, type TextElement } from './text-draft';

export interface TextDraft<Element extends TextElement> {
  /** The `ref` of the element. */
  readonly attach: (element: Element | null) => void;
  /** Commits what was typed, unless the input method is still composing. */
  readonly commit: () => void;
  /** Commits, and what is typed next is another undo step. */
  readonly finish: () => void;
  /** Puts a text in the place of what was typed, and commits it. */
  readonly replace: (text: string) => void;
  /** True when there is something to go back to. */
  readonly isTouched: boolean;
  /** Puts back what stood there before it was written in, also where that was refused. */
  readonly restore: () => void;
  /** True when a key is the input method's own. */
  readonly isForInputMethod: (event: { nativeEvent: KeyboardEvent }) => boolean;
  readonly handlers: {
    readonly 'data-written-in': string;
    readonly onInput: (event: { readonly nativeEvent: Event }) => void;
    readonly onBlur: () => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: (event: ComposedText) => void;
  };
}

/**
 * The text of one field while it is being written. The element owns the text (it is uncontrolled), so
 * that no re-render can disturb a composition; the project gets it at a pause, soon after the first
 * character while typing goes on without one, at the end of a composition, on leaving the field and
 * before undo, closing or exporting. A change from outside (undo, another command) is shown unless the
 * input method is composing or something is being written.
 */
export function useTextDraft<Element extends TextElement>(
  options: DraftOptions,
): TextDraft<Element> {
  const { pending, document } = useStudio();
  const [draft] = useState(
    () =>
      new Draft<Element>(options, { onStepEnd: document.getState().endStep, kept: pending.kept }),
  );
  useLayoutEffect(() => {
    draft.update(options);
  });
  useEffect(() => {
    draft.enter(pending.add(draft.finish));
    return () => {
      draft.leave();
    };
  }, [draft, pending]);
  return draft;
}
