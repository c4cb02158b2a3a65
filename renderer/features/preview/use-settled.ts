import { startTransition, useEffect, useRef, useState } from 'react';

/** How long edits must rest before the pages are made again, in milliseconds. */
const restMilliseconds = 350;
/** Who writes without a pause sees them made again this often. */
const longestMilliseconds = 2_000;

interface Settling {
  /** Somebody is writing: what has been committed is not all, and the next key is near. */
  readonly isWriting: boolean;
  readonly owner: unknown;
}

/**
 * The newest value once it and the writing have rested, and every two seconds of writing without a pause;
 * undefined before the first one of an `owner` has, so that what is written comes before how it will be
 * printed.
 */
export function useSettled<Value>(value: Value, { isWriting, owner }: Settling): Value | undefined {
  const [settled, setSettled] = useState<{ value: Value; owner: unknown } | null>(null);
  const newest = useRef({ value, owner });
  useEffect(() => {
    newest.current = { value, owner };
  }, [value, owner]);
  // While somebody writes, a new value does not begin the two seconds anew.
  const atRest = isWriting ? null : value;
  useEffect(() => {
    const settle = () => {
      const now = newest.current;
      // A few milliseconds at a time: who writes on is not kept waiting.
      startTransition(() => {
        setSettled((before) =>
          before?.value === now.value && before.owner === now.owner ? before : now,
        );
      });
    };
    if (isWriting) {
      const turn = setInterval(settle, longestMilliseconds);
      return () => {
        clearInterval(turn);
      };
    }
    const timer = setTimeout(settle, restMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [isWriting, owner, atRest]);
  return settled?.owner === owner ? settled?.value : undefined;
}
