import { type RefObject, startTransition, useLayoutEffect, useState } from 'react';

/** The pages that are drawn: `from` to `to`, both included. */
export interface DrawnPages {
  readonly from: number;
  readonly to: number;
}

/** How far around what is seen pages are drawn, in heights of the frame, and in pixels at least. */
const aheadHeights = 1.5;
const aheadPixels = 900;

interface Sight {
  /** Where it begins and how high it is, in CSS pixels. */
  readonly top: number;
  readonly height: number;
}

/** The pages in sight and those around them. `tops` are ascending: where each page begins. */
export function pagesAround(tops: readonly number[], { top, height }: Sight): DrawnPages {
  const ahead = Math.max(height * aheadHeights, aheadPixels);
  return {
    from: Math.max(0, firstAfter(tops, top - ahead) - 1),
    to: Math.max(0, firstAfter(tops, top + height + ahead) - 1),
  };
}

function firstAfter(tops: readonly number[], place: number): number {
  const index = tops.findIndex((top) => top > place);
  return index === -1 ? tops.length : index;
}

/**
 * Which pages of a paper are drawn: there may be hundreds, and each is a table of many cells. Those that
 * scrolling brings next are drawn in pieces before they are seen; after a leap at once.
 */
export function useDrawnPages(
  frame: RefObject<HTMLElement | null>,
  tops: readonly number[],
): DrawnPages {
  const [drawn, setDrawn] = useState<DrawnPages>({ from: 0, to: 1 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const around = () =>
      pagesAround(tops, { top: element.scrollTop, height: element.clientHeight });
    let now = around();
    setDrawn((before) => orSame(before, now));
    const look = () => {
      const before = now;
      now = around();
      if (orSame(before, now) === before) return;
      const next = now;
      const isLeap = next.from > before.to || next.to < before.from;
      if (isLeap) setDrawn(next);
      else {
        startTransition(() => {
          setDrawn(next);
        });
      }
    };
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      element.removeEventListener('scroll', look);
    };
  }, [frame, tops]);
  return drawn;
}

function orSame(before: DrawnPages, next: DrawnPages): DrawnPages {
  return before.from === next.from && before.to === next.to ? before : next;
}
