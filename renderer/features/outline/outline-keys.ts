import type { KeyboardEvent } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { isComposing } from '../../ui/composition';
import { keepInSight } from '../../ui/keep-in-sight';
import type { RowTasks } from './outline-menu';
import { isMovable, isNamable } from './outline-moves';
import type { OutlineRow } from './outline-rows';
import { allBeside, meantBy, noSelection, rangeTo, type Selection } from './selection';

export interface KeyContext {
  readonly rows: readonly OutlineRow[];
  readonly tasks: RowTasks;
  readonly fold: (id: RecordId, folded: boolean) => void;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly focusRow: (row: OutlineRow | undefined) => void;
  readonly readOnly: boolean;
}

interface At {
  readonly row: OutlineRow;
  readonly index: number;
  /** What a command is about: the picked rows if this is one of them. */
  readonly ids: readonly RecordId[];
  /** All of them may be moved, copied, deleted. */
  readonly loose: boolean;
}

type Steps = Readonly<Record<string, () => void>>;

/** A key pressed on a row; the event is taken when it means something here. */
export function outlineKey(event: KeyboardEvent<HTMLElement>, context: KeyContext): void {
  const { rows, selection } = context;
  const id = (event.target as HTMLElement).dataset.recordId;
  const index = rows.findIndex((row) => row.id === id);
  const row = rows[index];
  if (row === undefined || isComposing(event)) return;
  const meant = meantBy(rows, selection, row);
  const at = { row, index, ids: meant.map((one) => one.id), loose: meant.every(isMovable) };
  const steps = stepsFor(event, at, context);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step === undefined) return;
  event.preventDefault();
  step();
}

function stepsFor(event: KeyboardEvent, at: At, context: KeyContext): Steps {
  if (event.altKey) return movingSteps(at, context);
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? {} : carryingSteps(at, context);
  return event.shiftKey
    ? rangeSteps(at, context)
    : { ...walkingSteps(at, context), ...rowSteps(at, context) };
}

function movingSteps({ row, ids, loose }: At, { tasks }: KeyContext): Steps {
  const move = (by: -1 | 1) => () => {
    if (loose) tasks.moveBy(ids, by);
    refocus(row.id);
  };
  return { ArrowUp: move(-1), ArrowDown: move(1) };
}

function carryingSteps({ row, ids, loose }: At, context: KeyContext): Steps {
  const { tasks, rows, select, readOnly } = context;
  return {
    a: () => {
      select(allBeside(rows, row));
    },
    c: () => {
      if (loose) tasks.copy(ids, false);
    },
    x: () => {
      if (loose && !readOnly) tasks.copy(ids, true);
    },
    v: () => {
      if (!readOnly && row.part === undefined) tasks.paste(row.id);
    },
    d: () => {
      if (loose && !readOnly) tasks.duplicate(ids);
    },
  };
}

function rangeSteps({ row, index }: At, { rows, selection, select, focusRow }: KeyContext): Steps {
  const extend = (to: OutlineRow | undefined) => () => {
    if (to === undefined) return;
    select(rangeTo(rows, selection, { to: to.id, from: row.id }));
    focusRow(to);
  };
  return {
    ArrowUp: extend(rows[index - 1]),
    ArrowDown: extend(rows[index + 1]),
    Home: extend(rows[0]),
    End: extend(rows.at(-1)),
  };
}

function walkingSteps({ row, index }: At, context: KeyContext): Steps {
  const { rows, fold, select } = context;
  const go = (to: OutlineRow | undefined) => {
    select(noSelection);
    context.focusRow(to);
  };
  return {
    ArrowDown: () => {
      go(rows[index + 1]);
    },
    ArrowUp: () => {
      go(rows[index - 1]);
    },
    Home: () => {
      go(rows[0]);
    },
    End: () => {
      go(rows.at(-1));
    },
    ArrowRight: () => {
      if (row.folds && !row.open) fold(row.id, false);
      else go(rows[index + 1]);
    },
    ArrowLeft: () => {
      if (row.open) fold(row.id, true);
      else go(parentRow(rows, index));
    },
  };
}

function rowSteps({ row, ids, loose }: At, { tasks, select, selection }: KeyContext): Steps {
  const steps = {
    Enter: () => {
      tasks.open(row);
    },
    F2: () => {
      if (isNamable(row)) tasks.rename(row);
    },
    Delete: () => {
      if (loose) tasks.remove(ids);
    },
  };
  if (selection.ids.size === 0) return steps;
  return {
    ...steps,
    Escape: () => {
      select(noSelection);
    },
  };
}

function parentRow(rows: readonly OutlineRow[], index: number): OutlineRow | undefined {
  const depth = rows[index]?.depth ?? 0;
  return rows.slice(0, index).findLast((row) => row.depth < depth);
}

/** A row that was moved keeps the focus once it is drawn in its new place. */
export function refocus(id: RecordId): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(`outline-${id}`);
    row?.focus();
    keepInSight(row);
  });
}
