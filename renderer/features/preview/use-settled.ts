import { useEffect, useState } from 'react';

/** How long edits must rest before the pages are made again, in milliseconds. */
const restMilliseconds = 350;

/** The newest value once it has rested; that of another `owner` at once. */
export function useSettled<Value>(value: Value, owner: unknown): Value {
  const [settled, setSettled] = useState({ value, owner });
  const isOther = settled.owner !== owner;
  if (isOther) setSettled({ value, owner });
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled((before) => (before.value === value ? before : { value, owner }));
    }, restMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [value, owner]);
  return isOther ? value : settled.value;
}
