import {
  type RefObject,
  startTransition,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
} from 'react';

/** A run of pages: `from` to `to`, both included. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** The pages that are drawn. */
export interface DrawnPages extends PageRange {
  readonly inSight: PageRange;
  /** How many boxes are drawn of each of those that are not whole yet. */
  readonly growing: ReadonlyMap<number, number>;
}

/** How far around what is seen pages are drawn, in heights of the frame, and in pixels at least. */
const aheadHeights = 1.5;
const aheadPixels = 900;
/**
 * How many boxes of a page are drawn in a frame: a few rows of one that is seen, a row of one that is not.
 * A page of a 课程表 has seven hundred, so it is there in a fifth of a second, and in half of one before the
 * wheel has brought it; a page of text is there at once.
 */
const boxesInSight = 60;
const boxesAhead = 24;

interface Sight {
  /** Where it begins and how high it is, in CSS pixels. */
  readonly top: number;
  readonly height: number;
}

/** The pages in sight and those around them. `tops` are ascending: where each page begins. */
export function pagesAround(tops: readonly number[], sight: Sight): PageRange {
  return pagesWithin(tops, sight, Math.max(sight.height * aheadHeights, aheadPixels));
}

function pagesWithin(tops: readonly number[], { top, height }: Sight, more: number): PageRange {
  return {
    from: Math.max(0, firstAfter(tops, top - more) - 1),
    to: Math.max(0, firstAfter(tops, top + height + more) - 1),
  };
}

function firstAfter(tops: readonly number[], place: number): number {
  const index = tops.findIndex((top) => top > place);
  return index === -1 ? tops.length : index;
}

/** How many boxes of a page are drawn; 0 = an empty page, Infinity = all of it. */
export function boxesDrawn({ from, to, growing }: DrawnPages, page: number): number {
  return page < from || page > to ? 0 : (growing.get(page) ?? Infinity);
}

/** Says how many boxes a page has in all. */
type BoxesOf = (page: number) => number;

/** Draws the pages of `around` and no others; of those that come new as much as a frame can hold. */
export function movedTo(
  before: DrawnPages,
  { around, inSight }: { readonly around: PageRange; readonly inSight: PageRange },
  boxesOf: BoxesOf,
): DrawnPages {
  if (isSame(before, around) && isSame(before.inSight, inSight)) return before;
  const growing = new Map<number, number>();
  for (let page = around.from; page <= around.to; page += 1) {
    const boxes = boxesDrawn(before, page) || atOnce(inSight, page);
    if (boxes < boxesOf(page)) growing.set(page, boxes);
  }
  return { ...around, inSight, growing };
}

/** Some boxes more of one page that is not whole yet: of one that is seen, or else of the nearest. */
export function drawnOn(drawn: DrawnPages, boxesOf: BoxesOf): DrawnPages {
  const next = [...drawn.growing].sort(
    ([left], [right]) => distance(drawn.inSight, left) - distance(drawn.inSight, right),
  )[0];
  if (next === undefined) return drawn;
  const [page, before] = next;
  const boxes = before + atOnce(drawn.inSight, page);
  const growing = new Map(drawn.growing);
  if (boxes < boxesOf(page)) growing.set(page, boxes);
  else growing.delete(page);
  return { ...drawn, growing };
}

function atOnce(inSight: PageRange, page: number): number {
  return distance(inSight, page) === 0 ? boxesInSight : boxesAhead;
}

/** How many pages it is away from what is seen. */
function distance({ from, to }: PageRange, page: number): number {
  return Math.max(0, from - page, page - to);
}

/**
 * Which pages of a paper are drawn: there may be hundreds, and each is a table of many cells. Those that
 * scrolling brings next are drawn before they are seen, a row in each frame; after a leap a few rows.
 */
export function useDrawnPages(
  frame: RefObject<HTMLElement | null>,
  tops: readonly number[],
  boxesOf: BoxesOf,
): DrawnPages {
  const [drawn, setDrawn] = useState<DrawnPages>(first);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const look = () => {
      const sight = { top: element.scrollTop, height: element.clientHeight };
      return { around: pagesAround(tops, sight), inSight: pagesWithin(tops, sight, 0) };
    };
    let now = look();
    setDrawn((before) => movedTo(before, now, boxesOf));
    const scrolled = () => {
      const before = now;
      const next = look();
      now = next;
      if (isSame(before.around, next.around) && isSame(before.inSight, next.inSight)) return;
      const move = () => {
        setDrawn((last) => movedTo(last, next, boxesOf));
      };
      const isLeap = next.around.from > before.around.to || next.around.to < before.around.from;
      if (isLeap) move();
      else startTransition(move);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      element.removeEventListener('scroll', scrolled);
    };
  }, [frame, tops, boxesOf]);
  useGrowth(drawn, () => {
    setDrawn((last) => drawnOn(last, boxesOf));
  });
  return drawn;
}

/** Draws on in the next frame, as long as a page is not whole; what is typed meanwhile comes first. */
function useGrowth(drawn: DrawnPages, drawMore: () => void): void {
  const draw = useEffectEvent(drawMore);
  useEffect(() => {
    if (drawn.growing.size === 0) return undefined;
    const next = requestAnimationFrame(() => {
      startTransition(draw);
    });
    return () => {
      cancelAnimationFrame(next);
    };
  }, [drawn]);
}

const first: DrawnPages = {
  from: 0,
  to: 1,
  inSight: { from: 0, to: 1 },
  growing: new Map(),
};

function isSame(left: PageRange, right: PageRange): boolean {
  return left.from === right.from && left.to === right.to;
}
