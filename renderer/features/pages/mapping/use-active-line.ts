import { type FocusEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RecordId } from '@shared/core/kernel/id';

interface ActiveLine {
  readonly active: RecordId | null;
  readonly open: (id: RecordId | null) => void;
  readonly handlers: {
    readonly onPointerDownCapture: () => void;
    readonly onFocus: (event: FocusEvent) => void;
  };
}

/**
 * Which line of a list has its slip open: the one that has the focus. While the mouse button is down
 * nothing moves, so that a click always lands on what was under the pointer; then the slip opens and
 * the line stays where it is on the screen.
 */
export function useActiveLine(container: RefObject<HTMLElement | null>): ActiveLine {
  const [active, setActive] = useState<RecordId | null>(null);
  const pointer = useRef<{ isDown: boolean; next: RecordId | null }>({ isDown: false, next: null });
  const open = useCallback(
    (id: RecordId | null) => {
      const line = id === null ? null : lineElement(container.current, id);
      stayInPlace(line, () => {
        flushSync(() => {
          setActive(id);
        });
      });
    },
    [container],
  );
  const onPointerDownCapture = useCallback(() => {
    pointer.current = { isDown: true, next: null };
    afterPointer(() => {
      const { next } = pointer.current;
      pointer.current = { isDown: false, next: null };
      if (next !== null) open(next);
    });
  }, [open]);
  const onFocus = useCallback(
    ({ target }: FocusEvent) => {
      const id = target.closest<HTMLElement>('[data-line]')?.dataset.line;
      if (id === undefined) return;
      if (pointer.current.isDown) pointer.current = { isDown: true, next: id };
      // Not in the middle of an event that may itself be drawing the page.
      else
        queueMicrotask(() => {
          open(id);
        });
    },
    [open],
  );
  return { active, open, handlers: { onPointerDownCapture, onFocus } };
}

/** Runs when the mouse button is up again and the click that belongs to it has been dealt with. */
function afterPointer(run: () => void): void {
  const release = () => {
    window.removeEventListener('pointerup', release);
    window.removeEventListener('pointercancel', release);
    setTimeout(run, 0);
  };
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', release);
}

/** Lets the page change and scrolls it so that a line stays where it is on the screen. */
function stayInPlace(line: HTMLElement | null, change: () => void): void {
  const before = line?.getBoundingClientRect().top ?? 0;
  change();
  const moved = (line?.getBoundingClientRect().top ?? 0) - before;
  if (moved !== 0) line?.closest('.page-scroll')?.scrollBy({ top: moved });
}

function lineElement(container: HTMLElement | null, id: RecordId): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[data-line=${JSON.stringify(id)}]`) ?? null;
}
