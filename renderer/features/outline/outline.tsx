import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RecordId } from '@shared/core/kernel/id';
import { partShown } from '../../state/major-parts';
import { pageOwner } from '../../state/page-owner';
import { useDocument, useView } from '../../state/studio';
import { isComposing } from '../../ui/composition';
import { ContextMenu, type MenuEntry } from '../../ui/menu';
import { OutlineFilter, useFilteredRows } from './outline-filter';
import { OutlineRow } from './outline-row';
import { isMovable } from './outline-moves';
import type { OutlineRow as Row } from './outline-rows';
import { neighbourhoodOf, useRowWindow } from './row-window';
import { type OutlineActions, useOutlineActions, useOutlineRows } from './use-outline';

interface Props {
  /** Buttons beside the filter: what can be added here. */
  readonly head: ReactNode;
  /** What can be added below a row, for its context menu. */
  readonly entriesFor: (id: RecordId) => readonly MenuEntry[];
}

/** The chain of the major as a tree: to look, to go, to order. */
export function Outline({ head, entriesFor }: Props) {
  const all = useOutlineRows();
  const [filter, setFilter] = useState('');
  const rows = useFilteredRows(all, filter);
  const actions = useOutlineActions();
  const [renaming, setRenaming] = useState<Row | null>(null);
  const [focused, setFocused] = useState<RecordId | null>(null);
  const current = useCurrentRow(rows);
  const reachable = rows.some(({ id }) => id === focused) ? focused : (current ?? rows[0]?.id);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const drop = ({ active, over }: DragEndEvent) => {
    if (over !== null) actions.moveOver(String(active.id), String(over.id));
  };
  const focusedRow = rows.find(({ id }) => id === reachable);
  const list = useRef<HTMLDivElement>(null);
  const places = useMemo(() => neighbourhoodOf(rows), [rows]);
  const slots = useRowWindow(list, rows, [
    rows.findIndex(({ id }) => id === reachable),
    rows.findIndex(({ id }) => id === renaming?.id),
  ]);
  const focusRow = (row: Row | undefined) => {
    if (row === undefined) return;
    // A row far away is drawn first.
    flushSync(() => {
      setFocused(row.id);
    });
    document.getElementById(`outline-${row.id}`)?.focus();
  };
  return (
    <>
      <div className="outline-head">
        <OutlineFilter value={filter} onChange={setFilter} />
        {head}
      </div>
      <ContextMenu entries={rowEntries(focusedRow, actions, { setRenaming, entriesFor })}>
        <DndContext sensors={sensors} onDragEnd={drop} accessibility={dragWords}>
          <div
            ref={list}
            role="tree"
            aria-label="大纲"
            tabIndex={-1}
            className="outline-list"
            onFocus={(event) => {
              setFocused(
                event.target.closest<HTMLElement>('[role=treeitem]')?.dataset.recordId ?? null,
              );
            }}
            onPointerDown={(event) => {
              const row = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]');
              setFocused(row?.dataset.recordId ?? null);
            }}
            onKeyDown={(event) => {
              if (renaming === null) outlineKey(event, { rows, actions, setRenaming, focusRow });
            }}
          >
            {slots.map((slot) => {
              if (slot.type === 'room') {
                return <div key={slot.key} role="presentation" style={{ height: slot.height }} />;
              }
              const row = rows[slot.index];
              const place = places[slot.index];
              return row === undefined || place === undefined ? null : (
                <OutlineRow
                  key={row.id}
                  row={row}
                  current={row.id === current}
                  reachable={row.id === reachable}
                  renaming={row.id === renaming?.id}
                  nth={place.nth}
                  of={place.of}
                  actions={actions}
                  onRename={setRenaming}
                />
              );
            })}
          </div>
        </DndContext>
      </ContextMenu>
    </>
  );
}

/** dnd-kit speaks English to screen readers unless told otherwise. */
const dragWords = {
  screenReaderInstructions: { draggable: '按住拖动可以换位置；用键盘按 Alt+上、Alt+下。' },
  announcements: {
    onDragStart: () => '拿起了一行。',
    onDragOver: () => undefined,
    onDragEnd: () => '放下了。',
    onDragCancel: () => '没有移动。',
  },
};

/** The row of the page that is shown. */
function useCurrentRow(rows: readonly Row[]): RecordId | undefined {
  const page = useView((state) => state.page);
  const owner = useDocument(({ project }) =>
    page.kind === 'record' ? pageOwner(project, page.id)?.id : undefined,
  );
  const part = useDocument(({ project }) =>
    page.kind === 'record' ? partShown(project, page) : undefined,
  );
  if (page.kind !== 'record') return undefined;
  if (part !== undefined) return `${owner ?? ''}-${part}`;
  return rows.some(({ id }) => id === page.id) ? page.id : owner;
}

function rowEntries(
  row: Row | undefined,
  actions: OutlineActions,
  more: {
    readonly setRenaming: (row: Row) => void;
    readonly entriesFor: (id: RecordId) => readonly MenuEntry[];
  },
): readonly MenuEntry[] {
  if (row === undefined) return [];
  const added = row.part === undefined ? more.entriesFor(row.id) : [];
  const movable = isMovable(row);
  const named = movable && row.kind !== 'majorLevel';
  return [
    ...added,
    ...(added.length > 0 ? (['-'] as const) : []),
    {
      id: 'rename',
      label: '改名',
      keys: 'F2',
      disabled: !named,
      run: () => {
        more.setRenaming(row);
      },
    },
    {
      id: 'up',
      label: '上移',
      keys: 'Alt+↑',
      disabled: !movable,
      run: () => {
        actions.moveBy(row.id, -1);
      },
    },
    {
      id: 'down',
      label: '下移',
      keys: 'Alt+↓',
      disabled: !movable,
      run: () => {
        actions.moveBy(row.id, 1);
      },
    },
    '-',
    {
      id: 'remove',
      label: '删去…',
      keys: 'Del',
      disabled: !movable,
      run: () => {
        actions.remove(row.id);
      },
    },
  ];
}

interface KeyContext {
  readonly rows: readonly Row[];
  readonly actions: OutlineActions;
  readonly setRenaming: (row: Row) => void;
  readonly focusRow: (row: Row | undefined) => void;
}

function outlineKey(event: KeyboardEvent<HTMLElement>, context: KeyContext): void {
  const { rows, actions } = context;
  const id = (event.target as HTMLElement).dataset.recordId;
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  if (row === undefined || isComposing(event) || event.ctrlKey) return;
  const done = event.altKey ? movedRow(event.key, row, actions) : walked(event, at, context);
  if (done) event.preventDefault();
}

function movedRow(key: string, row: Row, actions: OutlineActions): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
  actions.moveBy(row.id, key === 'ArrowUp' ? -1 : 1);
  refocus(row.id);
  return true;
}

function walked(event: KeyboardEvent<HTMLElement>, at: number, context: KeyContext): boolean {
  const { rows, actions, setRenaming, focusRow } = context;
  const row = rows[at];
  if (row === undefined) return false;
  const steps: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      focusRow(rows[at + 1]);
    },
    ArrowUp: () => {
      focusRow(rows[at - 1]);
    },
    Home: () => {
      focusRow(rows[0]);
    },
    End: () => {
      focusRow(rows.at(-1));
    },
    ArrowRight: () => {
      if (row.folds && !row.open) actions.fold(row.id, false);
      else focusRow(rows[at + 1]);
    },
    ArrowLeft: () => {
      if (row.open) actions.fold(row.id, true);
      else focusRow(parentRow(rows, at));
    },
    Enter: () => {
      actions.open(row);
    },
    ' ': () => {
      actions.open(row);
    },
    F2: () => {
      if (isMovable(row) && row.kind !== 'majorLevel') setRenaming(row);
    },
    Delete: () => {
      if (isMovable(row)) actions.remove(row.id);
    },
  };
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
  step?.();
  return step !== undefined;
}

function parentRow(rows: readonly Row[], at: number): Row | undefined {
  const depth = rows[at]?.depth ?? 0;
  return rows.slice(0, at).findLast((row) => row.depth < depth);
}

/** A row that was moved keeps the focus once it is drawn in its new place. */
function refocus(id: RecordId): void {
  requestAnimationFrame(() => document.getElementById(`outline-${id}`)?.focus());
}
