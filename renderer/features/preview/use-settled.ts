import { startTransition, useEffect, useState } from 'react';

/** How long edits must rest before the pages are made again, in milliseconds. */
const restMilliseconds = 350;

/**
 * The newest value once it has rested; undefined before the first one of an `owner` has, so that what
 * is written comes before how it will be printed.
 */
export function useSettled<Value>(value: Value, owner: unknown): Value | undefined {
  const [settled, setSettled] = useState<{ value: Value; owner: unknown } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      // A few milliseconds at a time: who writes on is not kept waiting.
      startTransition(() => {
        setSettled((before) =>
          before?.value === value && before.owner === owner ? before : { value, owner },
        );
      });
    }, restMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [value, owner]);
  return settled?.owner === owner ? settled?.value : undefined;
}
