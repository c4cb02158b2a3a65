import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import {
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { RecordId } from '@shared/core/kernel/id';
import { dragWords } from './drag-words';

/** Takes hold of a line by its handle. */
export type Hold = (id: RecordId, event: PointerEvent) => void;

type Listeners = ReturnType<typeof useSortable>['listeners'];

interface LineDragOptions {
  /** What one line is called. */
  readonly noun: string;
  readonly ids: readonly RecordId[];
  /** A line was let go over another. */
  readonly onDrop: (id: RecordId, overId: RecordId) => void;
}

interface LineDragging<List extends HTMLElement> {
  /** The `ref` of the element whose children the lines are. */
  readonly list: RefObject<List | null>;
  readonly hold: Hold;
  /** Stands beside the list while a line is held. */
  readonly drag: ReactNode;
}

/** The last words of a drag are still being read out. */
const spokenMilliseconds = 1_000;

/**
 * Dragging of lines. They sign in only when one of them is taken hold of: signed in all the time, each
 * would be drawn again with every change of the list and cost most of what drawing a page costs.
 */
export function useLineDrag<List extends HTMLElement>(
  options: LineDragOptions,
): LineDragging<List> {
  const list = useRef<List>(null);
  const grips = useRef(new Map<RecordId, Listeners>());
  /** How many times a line was taken hold of without the last word having been said. */
  const [held, setHeld] = useState(0);
  const hold = useCallback<Hold>((id, event) => {
    flushSync(() => {
      setHeld((times) => times + 1);
    });
    grips.current.get(id)?.onPointerDown?.(event);
    afterPointer(() => {
      setHeld((times) => times - 1);
    });
  }, []);
  const drag = held > 0 && <DragContext {...options} list={list} grips={grips} />;
  return { list, hold, drag };
}

/** Runs when the mouse button is up again and what was said about it has been heard. */
function afterPointer(run: () => void): void {
  const release = () => {
    window.removeEventListener('pointerup', release);
    window.removeEventListener('pointercancel', release);
    setTimeout(run, spokenMilliseconds);
  };
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', release);
}

interface SignedIn {
  readonly list: RefObject<HTMLElement | null>;
  readonly grips: RefObject<Map<RecordId, Listeners>>;
}

const activation = { activationConstraint: { distance: 4 } };

function DragContext({ noun, ids, onDrop, list, grips }: LineDragOptions & SignedIn) {
  const sensors = useSensors(useSensor(PointerSensor, activation));
  const words = useMemo(() => dragWords(noun, ids), [noun, ids]);
  return (
    <DndContext
      id={useId()}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        if (over !== null) onDrop(String(active.id), String(over.id));
      }}
      accessibility={words}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {ids.map((id) => (
          <SignIn key={id} id={id} list={list} grips={grips} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

/** Signs one line in and moves its element; draws nothing itself. */
function SignIn({ id, list, grips }: SignedIn & { readonly id: RecordId }) {
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id });
  const y = transform?.y ?? null;
  useLayoutEffect(() => {
    setNodeRef(lineIn(list, id));
    return () => {
      setNodeRef(null);
    };
  }, [id, list, setNodeRef]);
  useLayoutEffect(() => {
    const known = grips.current;
    known.set(id, listeners);
    return () => {
      known.delete(id);
    };
  }, [id, grips, listeners]);
  useLayoutEffect(() => {
    const line = lineIn(list, id);
    if (line === null) return undefined;
    line.style.transform = y === null ? '' : `translate3d(0, ${String(y)}px, 0)`;
    line.style.transition = transition ?? '';
    line.toggleAttribute('data-dragging', isDragging);
    return () => {
      line.style.transform = '';
      line.style.transition = '';
      line.removeAttribute('data-dragging');
    };
  }, [id, list, y, transition, isDragging]);
  return null;
}

function lineIn(list: RefObject<HTMLElement | null>, id: RecordId): HTMLElement | null {
  const selector = `:scope > [data-line=${JSON.stringify(id)}]`;
  return list.current?.querySelector<HTMLElement>(selector) ?? null;
}
