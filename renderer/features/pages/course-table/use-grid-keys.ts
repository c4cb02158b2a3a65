import type { KeyboardEvent } from 'react';
import type { CourseRow } from '@shared/core/hours/course-table';
import { type GridBlock, type GridSize, movedBy, nextPlace } from './grid-place';
import type { CellHand } from './hours-cell';
import type { Grid } from './use-grid';
import type { GridWork } from './use-grid-work';

export interface KeyContext {
  readonly grid: Grid;
  readonly size: GridSize;
  readonly rows: readonly CourseRow[];
  readonly hand: CellHand | null;
  readonly work: GridWork;
}

type Press = KeyboardEvent<HTMLInputElement>;

/** A key in a cell: moving, writing and filling as in a spreadsheet. */
export function gridKey(event: Press, context: KeyContext): void {
  if (moves(event, context) || works(event, context)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Leaves the cell when what was typed could be taken over. */
function leaving({ hand }: KeyContext, leave: () => void): true {
  if (hand?.commit() !== false) leave();
  return true;
}

function moves(event: Press, context: KeyContext): boolean {
  if (event.altKey) return false;
  if (event.key === 'Tab') return tabs(event, context);
  if (event.key === 'Enter') return enters(event, context);
  const { grid, size } = context;
  if (grid.mode === 'edit' && isWithinText(event.key)) return false;
  const place = movedBy(grid.active, { key: event.key, ctrl: isCtrl(event) }, size);
  if (place === undefined) return false;
  return leaving(context, () => {
    grid.go(place, event.shiftKey);
  });
}

/** Behind the last cell Tab leaves the grid. */
function tabs({ shiftKey }: Press, context: KeyContext): boolean {
  const { grid, size } = context;
  const next = nextPlace(grid.active, shiftKey ? -1 : 1, size);
  if (next === undefined) return false;
  return leaving(context, () => {
    grid.go(next);
  });
}

function enters({ shiftKey }: Press, context: KeyContext): boolean {
  const { grid, size } = context;
  const { row, column } = grid.active;
  const below = Math.max(0, Math.min(row + (shiftKey ? -1 : 1), size.rows - 1));
  return leaving(context, () => {
    grid.go({ row: below, column });
  });
}

function isCtrl({ ctrlKey, metaKey }: Press): boolean {
  return ctrlKey || metaKey;
}

function isWithinText(key: string): boolean {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End';
}

function works(event: Press, { grid, size, hand, work }: KeyContext): boolean {
  const keys = [
    isCtrl(event) ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ];
  const editing = grid.mode === 'edit';
  const clear = () => {
    // What was refused goes as well.
    if (hand?.commit() === false) hand.restore();
    work.clear();
  };
  const acts: Readonly<Record<string, (() => void) | undefined>> = {
    F2: () => {
      grid.setMode('edit');
    },
    Escape: () => {
      grid.setMode('type');
      hand?.restore();
      hand?.focus(true);
    },
    Delete: editing ? undefined : clear,
    Backspace: isSeveral(grid.block) ? clear : undefined,
    'Alt+ArrowRight': work.giveNext,
    'Ctrl+D': () => {
      work.fill('down');
    },
    'Ctrl+R': () => {
      work.fill('right');
    },
    'Ctrl+A': editing
      ? undefined
      : () => {
          grid.select(wholeOf(size));
        },
  };
  const act = acts[keys.filter((part) => part !== '').join('+')];
  act?.();
  return act !== undefined;
}

function isSeveral({ from, to }: GridBlock): boolean {
  return from.row < to.row || from.column < to.column;
}

function wholeOf({ rows, columns }: GridSize): GridBlock {
  return { from: { row: 0, column: 0 }, to: { row: rows - 1, column: columns - 1 } };
}
