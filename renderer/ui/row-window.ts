import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Up to here all rows are drawn; beyond, those in sight. */
const drawnWhole = 150;
/** Rows drawn above and below what is in sight. */
const spare = 8;
/** The drawn rows change only after this many have been scrolled past. */
const step = 4;

/** What stands in the list: a row to draw, or the room of rows that are not drawn. */
export type Slot =
  | { readonly type: 'row'; readonly index: number }
  | { readonly type: 'room'; readonly key: string; readonly height: number };

interface Sight {
  readonly from: number;
  readonly to: number;
}

/**
 * Which rows are drawn: those in sight and a few more, and those that are named (the one with the
 * focus must never go while it is scrolled away). `tops` says where each row begins and the last one ends.
 */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  tops: readonly number[],
  named: readonly number[],
): readonly Slot[] {
  const whole = tops.length - 1 <= drawnWhole;
  const sight = useSight(list, tops, whole);
  return whole
    ? tops.slice(1).map((_, index) => ({ type: 'row', index }))
    : slotsOf({ tops, sight, named: named.filter((index) => index >= 0) });
}

/** The rows from `sight` and the named ones in order, with room for the others in between. */
export function slotsOf({
  tops,
  sight,
  named,
}: {
  readonly tops: readonly number[];
  readonly sight: Sight;
  readonly named: readonly number[];
}): readonly Slot[] {
  const count = tops.length - 1;
  const drawn = new Set(named.filter((index) => index < count));
  for (let index = sight.from; index < Math.min(sight.to, count); index += 1) drawn.add(index);
  const slots: Slot[] = [];
  let next = 0;
  const roomUpTo = (index: number) => {
    const height = (tops[index] ?? 0) - (tops[next] ?? 0);
    if (height > 0) slots.push({ type: 'room', key: `room ${String(slots.length)}`, height });
  };
  for (const index of [...drawn].sort((left, right) => left - right)) {
    roomUpTo(index);
    slots.push({ type: 'row', index });
    next = index + 1;
  }
  roomUpTo(count);
  return slots;
}

function useSight(
  list: RefObject<HTMLElement | null>,
  tops: readonly number[],
  whole: boolean,
): Sight {
  const [sight, setSight] = useState<Sight>({ from: 0, to: drawnWhole });
  useEffect(() => {
    const element = list.current;
    if (element === null || whole) return undefined;
    const look = () => {
      const seen = sightOf(tops, element.scrollTop, element.clientHeight);
      setSight((before) => (before.from === seen.from && before.to === seen.to ? before : seen));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    // In the frame that scrolls: rows that came a frame later would cost a second one.
    const scrolled = () => {
      flushSync(look);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [list, tops, whole]);
  return sight;
}

/** The rows to draw for a place of the scroll bar, in steps so that not every pixel draws anew. */
export function sightOf(tops: readonly number[], scrollTop: number, height: number): Sight {
  const first = rowAt(tops, scrollTop);
  const last = rowAt(tops, scrollTop + height);
  return {
    from: Math.max(0, Math.floor(first / step) * step - spare),
    to: Math.ceil((last + 1) / step) * step + spare,
  };
}

function rowAt(tops: readonly number[], top: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
}
