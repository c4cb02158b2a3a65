import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { type Place, placeKey, placeOfKey } from '@shared/core/model/place';
import type { Paper } from '@shared/core/papers/block';
import { useView } from '../../state/studio';
import { boxesDrawn, type DrawnPages } from './drawn-pages';
import type { ShownPage } from './lay-out';

/** A paper as it lies in the frame: all pages have a place, some of them are drawn. */
export interface LyingPages {
  readonly frame: RefObject<HTMLElement | null>;
  /** All of the paper in one piece, out of sight: there every place can be looked up. */
  readonly whole: RefObject<HTMLElement | null>;
  readonly laidOut: { readonly paper: Paper; readonly pages: readonly ShownPage[] } | null;
  /** Where each page begins, in CSS pixels. */
  readonly tops: readonly number[];
  readonly drawn: DrawnPages;
}

/**
 * Brings places into sight: where the page of the window begins on the paper, once for each page and
 * paper, and then what the cursor is in, which is marked as well. A page that is not drawn yet is gone
 * to first, and the place on it when it is.
 */
export function useFollowing(lying: LyingPages, place: Place | null): void {
  const [sought] = useState<{ place: Place | null }>(() => ({ place: null }));
  usePlaceSought(lying, place, sought);
  const cursor = useView((view) => view.cursor);
  const { laidOut, drawn } = lying;
  useEffect(() => {
    if (cursor !== null) sought.place = cursor;
  }, [cursor, laidOut, sought]);
  const [now] = useState(() => ({ lying }));
  useLayoutEffect(() => {
    now.lying = lying;
  });
  useEffect(() => {
    if (laidOut === null) return undefined;
    if (sought.place !== null && isReached(now.lying, sought.place)) sought.place = null;
    return cursor === null ? undefined : marked(now.lying, cursor);
  }, [cursor, laidOut, drawn, sought, now]);
}

function usePlaceSought(
  { frame, laidOut }: LyingPages,
  place: Place | null,
  sought: { place: Place | null },
): void {
  const isThere = laidOut !== null;
  const about = laidOut === null ? '' : paperName(laidOut.paper);
  const key = place && placeKey(place);
  const [wanted] = useState(() => ({ place }));
  useLayoutEffect(() => {
    wanted.place = place;
  });
  useEffect(() => {
    if (!isThere) return;
    sought.place = wanted.place;
    if (wanted.place === null) frame.current?.scrollTo({ top: 0 });
  }, [frame, isThere, about, key, wanted, sought]);
}

/** Goes to a place; false when its page is not drawn yet and it has to be gone to once more. */
function isReached(lying: LyingPages, place: Place): boolean {
  const { frame, whole, laidOut, tops, drawn } = lying;
  if (frame.current === null || whole.current === null || laidOut === null) return true;
  const found = lookUp(whole.current, place);
  if (found === undefined) return true;
  const shells = frame.current.querySelectorAll('.paper-shell');
  // A row that is cut lies on several pages, and the place on one of them.
  for (const page of pagesOf(laidOut.pages, whole.current, found.first)) {
    const boxes = boxesDrawn(drawn, page);
    if (boxes === 0) frame.current.scrollTo({ top: tops[page] ?? 0 });
    if (boxes < Infinity) return false;
    if (isBroughtIntoSight(frame.current, shells[page]?.querySelector(found.selector))) break;
  }
  return true;
}

/** Marks a place on the pages that are drawn; what is answered takes the mark off. */
function marked({ frame, whole }: LyingPages, place: Place): () => void {
  const found = whole.current === null ? undefined : lookUp(whole.current, place);
  const root = frame.current?.querySelector('.paper-pages');
  const all = found && root ? innermost([...root.querySelectorAll(found.selector)]) : [];
  const places = found?.isExact === false ? all.slice(0, 1) : all;
  for (const element of places) element.setAttribute('data-cursor', '');
  return () => {
    for (const element of places) element.removeAttribute('data-cursor');
  };
}

function paperName({ subjectId, layoutId, isExcerpt }: Paper): string {
  return `${layoutId} ${subjectId} ${String(isExcerpt)}`;
}

interface Found {
  readonly selector: string;
  readonly first: Element;
  /** False when only something of the same record stands there. */
  readonly isExact: boolean;
}

/** How a place is found on the paper: by itself, by its field, by its record. */
function lookUp(whole: Element, place: Place): Found | undefined {
  const named = (name: string) => `[data-source=${JSON.stringify(name)}]`;
  const ways = [
    { selector: named(placeKey(place)), isExact: true },
    { selector: named(placeKey({ ...place, item: undefined })), isExact: true },
    { selector: `[data-source^=${JSON.stringify(`${place.record} `)}]`, isExact: false },
  ];
  for (const { selector, isExact } of ways) {
    const first = whole.querySelector(selector);
    if (first !== null) return { selector, first, isExact };
  }
  return undefined;
}

/** The pages on which the text or the row lies that holds a place of the whole paper; none = it is on none. */
function pagesOf(pages: readonly ShownPage[], whole: Element, place: Element): readonly number[] {
  const block = [...whole.children].findIndex((child) => child.contains(place));
  const row = place.closest('tr')?.rowIndex;
  return pages.flatMap((page, at) => {
    const holds = page.some(
      (part) =>
        part.block === block &&
        (part.type === 'text' || row === undefined || part.rows.some((one) => one.row === row)),
    );
    return holds ? [at] : [];
  });
}

/** A cell that carries the same name as its text would be marked twice. */
function innermost(found: readonly Element[]): readonly Element[] {
  return found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
}

/** Scrolls only the preview, and only when the place cannot be seen; false when there is none. */
function isBroughtIntoSight(frame: HTMLElement, element: Element | null | undefined): boolean {
  if (element === null || element === undefined) return false;
  const view = frame.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  const isSeen = place.top >= view.top + 8 && place.bottom <= view.bottom - 8;
  if (!isSeen) frame.scrollBy({ top: place.top - view.top - view.height / 3 });
  return true;
}

export function placeAt(target: Element): Place | undefined {
  const source = target.closest<HTMLElement>('[data-source]')?.dataset.source;
  return source === undefined ? undefined : placeOfKey(source);
}
