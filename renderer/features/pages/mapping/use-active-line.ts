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
      const before = line?.getBoundingClientRect().top ?? 0;
      flushSync(() => {
        setActive(id);
      });
      const moved = (line?.getBoundingClientRect().top ?? 0) - before;
      if (moved !== 0) container.current?.closest('.page-scroll')?.scrollBy({ top: moved });
    },
    [container],
  );
  const onPointerDownCapture = useCallback(() => {
    pointer.current = { isDown: true, next: null };
    const release = () => {
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', release);
      // After the click that belongs to this pointer.
      setTimeout(() => {
        const { next } = pointer.current;
        pointer.current = { isDown: false, next: null };
        if (next !== null) open(next);
      }, 0);
    };
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', release);
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

function lineElement(container: HTMLElement | null, id: RecordId): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[data-line=${JSON.stringify(id)}]`) ?? null;
}
