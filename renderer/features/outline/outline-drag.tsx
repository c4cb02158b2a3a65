import {
  type Active,
  type Announcements,
  type ClientRect,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  type Over,
  PointerSensor,
  pointerWithin,
  rectIntersection,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { goesInto } from './outline-moves';
import type { OutlineRow } from './outline-rows';

/** What is being dragged, and where it would go. */
export interface Carried {
  readonly id: RecordId;
  readonly overId: RecordId | null;
  /** The class of the row it is over, '' where it cannot go. */
  readonly mark: string;
}

interface OutlineDragProps {
  /** How many rows move when this one is picked up. */
  readonly countOf: (id: RecordId) => number;
  readonly onDrop: (from: RecordId, over: RecordId) => void;
  /** Told from the moment a row is picked up until it is put down (null). */
  readonly onCarry: (carried: Carried | null) => void;
  readonly children: ReactNode;
}

/** The hidden words on how a row is dragged. */
export const dragHelpId = 'outline-drag-help';

const pointerOptions = { activationConstraint: { distance: 5 } };

/** Rows are picked up with the mouse or with the space bar, and say in Chinese where they are. */
export function OutlineDrag({ countOf, onDrop, onCarry, children }: OutlineDragProps) {
  const [dragged, setDragged] = useState<OutlineRow | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, pointerOptions),
    useSensor(KeyboardSensor, keyboardOptions),
  );
  const end = () => {
    setDragged(null);
    onCarry(null);
  };
  const count = dragged === null ? 0 : countOf(dragged.id);
  return (
    <DndContext
      id={dragHelpId}
      sensors={sensors}
      collisionDetection={underPointer}
      accessibility={words}
      onDragStart={({ active }) => {
        setDragged(rowOf(active) ?? null);
        onCarry({ id: String(active.id), overId: null, mark: '' });
      }}
      onDragOver={({ active, over }) => {
        const overId = over === null ? null : String(over.id);
        onCarry({ id: String(active.id), overId, mark: slotMark(active, over) });
      }}
      onDragEnd={({ active, over }) => {
        end();
        if (over !== null) onDrop(String(active.id), String(over.id));
      }}
      onDragCancel={end}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {dragged === null ? null : (
          <div className="outline-ghost" aria-hidden="true">
            <span className="outline-name">{dragged.name}</span>
            {count > 1 ? <span className="outline-count">{count}</span> : null}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** Where what is dragged would go: above or below a row, or into it; '' where it cannot. */
function slotMark(active: Active, over: Over | null): string {
  const target = over === null ? undefined : rowOf(over);
  if (over === null || target === undefined || !canDrop(active, target)) return '';
  if (rowOf(active)?.kind !== target.kind) return 'is-over';
  return goesDown(active, over) ? 'is-over-end' : 'is-over-start';
}

/** True when something can be let go here: beside its like, or in what can hold it. */
function canDrop(active: Active | null, target: OutlineRow): boolean {
  const row = active === null ? undefined : rowOf(active);
  if (row === undefined || row.id === target.id) return false;
  return row.kind === target.kind || goesInto(row, target);
}

function rowOf(thing: Active | Over): OutlineRow | undefined {
  return thing.data.current?.row as OutlineRow | undefined;
}

const keyboardCodes = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] };

/** The mouse points at a row; with the keyboard the ghost lies on one. */
const underPointer: CollisionDetection = (args) =>
  args.pointerCoordinates === null ? rectIntersection(args) : pointerWithin(args);

const directions: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down go to the next row where it can be let go. */
const toNextRow: KeyboardCoordinateGetter = (event, { context }) => {
  const by = directions[event.code];
  const { active, collisionRect, droppableContainers, droppableRects } = context;
  if (by === undefined || active === null || collisionRect === null) return undefined;
  event.preventDefault();
  const ahead = (rect: ClientRect) => (rect.top - collisionRect.top) * by;
  const [next] = droppableContainers
    .getEnabled()
    .filter(({ id, data }) => id === active.id || canDrop(active, data.current?.row as OutlineRow))
    .flatMap(({ id }) => droppableRects.get(id) ?? [])
    .filter((rect) => ahead(rect) >= 2)
    .sort((left, right) => ahead(left) - ahead(right));
  return next && { x: next.left, y: next.top };
};

const keyboardOptions = { coordinateGetter: toNextRow, keyboardCodes };

/** dnd-kit speaks English to screen readers unless told otherwise. */
const instructions = {
  draggable:
    '按空格拿起这一行，用上下方向键选位置，再按空格放下，按 Esc 不移动；也可以按 Alt+上、Alt+下直接移动。',
};

const announcements: Announcements = {
  onDragStart: ({ active }) => `拿起了${nameOf(active)}。`,
  onDragOver: ({ active, over }) => (over === null ? undefined : placeWords(active, over)),
  onDragEnd: ({ active, over }) =>
    over === null || over.id === active.id
      ? `${nameOf(active)}放回了原处。`
      : `放下了${nameOf(active)}。${placeWords(active, over)}`,
  onDragCancel: ({ active }) => `没有移动${nameOf(active)}。`,
};

const words = { screenReaderInstructions: instructions, announcements };

function placeWords(active: Active, over: Over): string {
  const target = rowOf(over);
  if (target === undefined || active.id === over.id) return `拿着${nameOf(active)}，在原处。`;
  if (!canDrop(active, target)) return `不能放到${nameOf(over)}这里。`;
  if (rowOf(active)?.kind !== target.kind) return `放进${nameOf(over)}，排在最后。`;
  return goesDown(active, over) ? `在${nameOf(over)}之后。` : `在${nameOf(over)}之前。`;
}

/** True when a row would stand behind the one it is over. */
function goesDown(active: Active, over: Over): boolean {
  const start = active.rect.current.initial?.top;
  return start !== undefined && start < over.rect.top;
}

function nameOf(thing: Active | Over): string {
  return `“${rowOf(thing)?.name ?? ''}”`;
}
