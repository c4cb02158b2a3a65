import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Paper } from '@shared/core/papers/block';
import { useView } from '../../state/studio';
import type { Place } from '../../state/view-store';

/** Goes to where the page begins on the paper, once for each page and paper; the cursor may lead elsewhere later. */
export function usePlaceInSight(
  frame: RefObject<HTMLDivElement | null>,
  laidOut: { readonly paper: Paper } | null,
  place: Place | null,
): void {
  const isThere = laidOut !== null;
  const about = laidOut === null ? '' : paperName(laidOut.paper);
  const key = place && [place.recordId, place.field ?? '', place.itemId ?? ''].join(' ');
  const [wanted] = useState(() => ({ place }));
  useLayoutEffect(() => {
    wanted.place = place;
  });
  useEffect(() => {
    const root = frame.current?.querySelector('.paper-pages');
    if (!root || !isThere) return;
    if (wanted.place === null) frame.current?.scrollTo({ top: 0 });
    else bringIntoSight(frame.current, elementsOf(root, wanted.place)[0]);
  }, [frame, isThere, about, key, wanted]);
}

/** Marks what the cursor is in and brings it into sight. */
export function useCursorMark(
  frame: RefObject<HTMLDivElement | null>,
  laidOut: { readonly paper: Paper } | null,
): void {
  const cursor = useView((view) => view.cursor);
  useEffect(() => {
    const root = frame.current?.querySelector('.paper-pages');
    if (!root || laidOut === null) return undefined;
    const places = cursor === null ? [] : elementsOf(root, cursor);
    for (const element of places) element.setAttribute('data-cursor', '');
    bringIntoSight(frame.current, places[0]);
    return () => {
      for (const element of places) element.removeAttribute('data-cursor');
    };
  }, [frame, cursor, laidOut]);
}

function paperName({ subjectId, layoutId, isExcerpt }: Paper): string {
  return `${layoutId} ${subjectId ?? ''} ${String(isExcerpt)}`;
}

function elementsOf(root: Element, { recordId, field, itemId }: Place): readonly Element[] {
  const keys = [
    [recordId, field ?? '', itemId ?? ''].join(' '),
    [recordId, field ?? '', ''].join(' '),
  ];
  for (const key of keys) {
    const found = [...root.querySelectorAll(`[data-source=${JSON.stringify(key)}]`)];
    // The innermost ones: a cell that carries the same name as its text would be marked twice.
    const inner = found.filter(
      (one) => !found.some((other) => other !== one && one.contains(other)),
    );
    if (inner.length > 0) return inner;
  }
  return [...root.querySelectorAll(`[data-source^=${JSON.stringify(`${recordId} `)}]`)].slice(0, 1);
}

/** Scrolls only the preview, and only when the place cannot be seen. */
function bringIntoSight(frame: HTMLElement | null, element: Element | undefined): void {
  if (frame === null || element === undefined) return;
  const view = frame.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  if (place.top >= view.top + 8 && place.bottom <= view.bottom - 8) return;
  frame.scrollBy({ top: place.top - view.top - view.height / 3 });
}

export function placeAt(target: Element): Place | undefined {
  const source = target.closest<HTMLElement>('[data-source]')?.dataset.source;
  const [recordId, field, itemId] = source?.split(' ') ?? [];
  if (recordId === undefined) return undefined;
  return { recordId, field: nameOrNull(field), itemId: nameOrNull(itemId) };
}

function nameOrNull(part: string | undefined): string | null {
  return part === undefined || part === '' ? null : part;
}
