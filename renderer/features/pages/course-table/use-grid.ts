import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { blockOf, type GridBlock, type GridPlace, type GridSize } from './grid-place';

/** `type`: what is typed replaces the cell, arrows go on; `edit` (F2): arrows move within the text. */
export type GridMode = 'type' | 'edit';

interface Standing {
  readonly active: GridPlace;
  /** The other corner of what is selected. */
  readonly anchor: GridPlace;
  readonly mode: GridMode;
  /** The cell with the cursor is to be brought into sight: not when whole lines or columns are selected. */
  readonly isShown: boolean;
}

export interface Grid {
  readonly active: GridPlace;
  readonly block: GridBlock;
  readonly mode: GridMode;
  /** Grows when the cell with the cursor is to take the focus. */
  readonly wanted: number;
  /** Whether it is brought into sight then. */
  readonly isShown: boolean;
  /** Goes to a cell and takes the focus there; `extend` keeps the other corner of the selection. */
  readonly go: (place: GridPlace, extend?: boolean) => void;
  readonly setMode: (mode: GridMode) => void;
  /** Selects a rectangle; the cursor stands in its first cell. */
  readonly select: (block: GridBlock) => void;
}

const start: Standing = {
  active: { row: 0, column: 0 },
  anchor: { row: 0, column: 0 },
  mode: 'type',
  isShown: true,
};

/** Where the cursor stands in a grid and what is selected. */
export function useGrid(size: GridSize): Grid {
  const [standing, setStanding] = useState(start);
  const [wanted, setWanted] = useState(0);
  const active = held(standing.active, size);
  const anchor = held(standing.anchor, size);
  const put = useCallback((next: Standing) => {
    setStanding(next);
    setWanted((before) => before + 1);
  }, []);
  return {
    active,
    block: useMemo(() => blockOf(active, anchor), [active, anchor]),
    mode: standing.mode,
    isShown: standing.isShown,
    wanted,
    go: useCallback(
      (place, extend = false) => {
        put({ active: place, anchor: extend ? anchor : place, mode: 'type', isShown: true });
      },
      [put, anchor],
    ),
    setMode: useCallback((mode) => {
      setStanding((before) => ({ ...before, mode }));
    }, []),
    select: useCallback(
      ({ from, to }) => {
        put({ active: from, anchor: to, mode: 'type', isShown: false });
      },
      [put],
    ),
  };
}

/** Gives the focus to an element each time it is wanted, not when the page is opened. */
export function useWantedFocus(wanted: number, take: () => void): void {
  const taken = useRef(0);
  useEffect(() => {
    if (wanted === taken.current) return;
    taken.current = wanted;
    take();
  });
}

/** Courses and terms may go while the cursor stands on them. */
function held(place: GridPlace, { rows, columns }: GridSize): GridPlace {
  if (place.row < rows && place.column < columns) return place;
  return {
    row: Math.max(0, Math.min(place.row, rows - 1)),
    column: Math.max(0, Math.min(place.column, columns - 1)),
  };
}
