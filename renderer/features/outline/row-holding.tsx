import { useDraggable, useDroppable } from '@dnd-kit/core';
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { RecordId } from '@shared/core/kernel/id';
import { isMovable } from './outline-moves';
import type { OutlineRow } from './outline-rows';

type Listeners = ReturnType<typeof useDraggable>['listeners'];
type Grips = RefObject<Map<RecordId, Listeners>>;

export interface Holding {
  readonly grips: Grips;
  /** True while the rows are signed in for dragging. */
  readonly held: boolean;
  /** A row is pressed, or asked for with the space bar. */
  readonly hold: (row: OutlineRow, event: PointerEvent | KeyboardEvent) => void;
  readonly letGo: () => void;
}

/**
 * Rows sign in for dragging only when one of them is taken hold of: signed in all the time, each row
 * that comes into sight would have all others drawn again.
 */
export function useHolding(): Holding {
  const grips = useRef(new Map<RecordId, Listeners>());
  const [held, setHeld] = useState(false);
  const letGo = useCallback(() => {
    setHeld(false);
  }, []);
  const hold = useCallback(
    (row: OutlineRow, event: PointerEvent | KeyboardEvent) => {
      if (!isMovable(row)) return;
      flushSync(() => {
        setHeld(true);
      });
      const isPointer = event.type === 'pointerdown';
      grips.current.get(row.id)?.[isPointer ? 'onPointerDown' : 'onKeyDown']?.(event);
      if (isPointer) afterPointer(letGo);
    },
    [letGo],
  );
  return { grips, held, hold, letGo };
}

/** Runs when the mouse button is up again and what was let go has been dealt with. */
function afterPointer(run: () => void): void {
  const release = () => {
    window.removeEventListener('pointerup', release);
    window.removeEventListener('pointercancel', release);
    setTimeout(run, 0);
  };
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', release);
}

/** Signs one row in: it can be picked up, and let go over. Draws nothing itself. */
export function RowSignIn({ row, grips }: { readonly row: OutlineRow; readonly grips: Grips }) {
  const { id } = row;
  const disabled = !isMovable(row);
  const { setNodeRef: setDragged, listeners } = useDraggable({ id, disabled, data: { row } });
  const { setNodeRef: setTarget } = useDroppable({ id, disabled, data: { row } });
  useLayoutEffect(() => {
    const element = document.getElementById(`outline-${id}`);
    setDragged(element);
    setTarget(element);
    return () => {
      setDragged(null);
      setTarget(null);
    };
  }, [id, setDragged, setTarget]);
  useLayoutEffect(() => {
    const known = grips.current;
    known.set(id, listeners);
    return () => {
      known.delete(id);
    };
  }, [id, grips, listeners]);
  return null;
}
