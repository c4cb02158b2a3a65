import { type CompositionEvent, type FocusEvent, useRef } from 'react';

/** Pinyin, Wubi or Cangjie letters that no character has been chosen for. */
const halfTyped = /^[a-z' ]+$/;

/**
 * Leaving a field in the middle of a composition makes Chromium take the half-typed pinyin for text, in
 * the same breath as the blur; it goes again. For fields whose text stands in a state of their own.
 */
export function useWholeWords(onText: (text: string) => void) {
  const before = useRef('');
  const justEnded = useRef<string | null>(null);
  return {
    onCompositionStart: ({ currentTarget }: CompositionEvent<HTMLInputElement>) => {
      before.current = currentTarget.value;
    },
    onCompositionEnd: ({ data }: CompositionEvent<HTMLInputElement>) => {
      justEnded.current = data;
      setTimeout(() => {
        justEnded.current = null;
      });
    },
    /** Answers what stands in the field when it has been left. */
    onBlur: ({ currentTarget }: FocusEvent<HTMLInputElement>): string => {
      const isHalf = justEnded.current !== null && halfTyped.test(justEnded.current);
      justEnded.current = null;
      if (!isHalf) return currentTarget.value;
      onText(before.current);
      return before.current;
    },
  };
}
