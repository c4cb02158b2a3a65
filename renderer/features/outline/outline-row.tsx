import { useDraggable, useDroppable } from '@dnd-kit/core';
import { type KeyboardEvent, memo, type PointerEventHandler, useState } from 'react';
import { isComposing } from '../../ui/composition';
import { Icon } from '../../ui/icon';
import { isMovable } from './outline-moves';
import type { OutlineRow as Row } from './outline-rows';
import type { OutlineActions } from './use-outline';

interface Props {
  readonly row: Row;
  readonly current: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  readonly renaming: boolean;
  /** Its place among its neighbours and how many they are, for those who cannot see them all. */
  readonly nth: number;
  readonly of: number;
  readonly actions: OutlineActions;
  readonly onRename: (row: Row | null) => void;
}

/** One line of the outline. */
export const OutlineRow = memo(function OutlineRow(props: Props) {
  const { row, current, reachable, renaming, actions, onRename } = props;
  const place = usePlace(row, renaming);
  return (
    <div
      ref={place.set}
      role="treeitem"
      id={`outline-${row.id}`}
      aria-level={row.depth + 1}
      aria-posinset={props.nth}
      aria-setsize={props.of}
      aria-selected={current}
      aria-expanded={row.folds ? row.open : undefined}
      aria-label={[row.tag, row.name, row.note].filter((part) => part !== '').join(' ')}
      className={marksOf(row, [...place.marks, current ? 'is-current' : ''])}
      data-depth={row.depth}
      data-record-id={row.id}
      tabIndex={reachable ? 0 : -1}
      onPointerDown={place.onPointerDown}
      onClick={() => {
        if (!renaming) actions.open(row);
      }}
      onKeyDown={() => undefined}
      title={row.name}
    >
      <Twisty row={row} actions={actions} />
      {row.tag === '' ? null : <span className="outline-tag">{row.tag}</span>}
      {renaming ? (
        <RenameField row={row} actions={actions} onDone={onRename} />
      ) : (
        <span className="outline-name">{row.name}</span>
      )}
      <span className="outline-note">{row.note}</span>
    </div>
  );
});

/** A row is picked up and let go over: both at once. */
function usePlace(row: Row, renaming: boolean) {
  const disabled = !isMovable(row) || renaming;
  const drag = useDraggable({ id: row.id, disabled });
  const drop = useDroppable({ id: row.id, disabled });
  const over = drop.isOver && drop.active?.id !== row.id;
  return {
    set: (element: HTMLElement | null) => {
      drag.setNodeRef(element);
      drop.setNodeRef(element);
    },
    onPointerDown: drag.listeners?.onPointerDown as PointerEventHandler | undefined,
    marks: [drag.isDragging ? 'is-dragged' : '', over ? 'is-over' : ''],
  };
}

function marksOf(row: Row, marks: readonly string[]): string {
  const own = ['outline-row', `outline-${row.kind}`, row.named ? '' : 'is-unnamed'];
  return [...own, ...marks].filter((mark) => mark !== '').join(' ');
}

function Twisty({ row, actions }: { readonly row: Row; readonly actions: OutlineActions }) {
  if (!row.folds) return <span className="outline-twisty" />;
  return (
    <span
      className="outline-twisty"
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        actions.fold(row.id, row.open);
      }}
    >
      <Icon name={row.open ? 'down' : 'right'} size={12} />
    </span>
  );
}

function RenameField({
  row,
  actions,
  onDone,
}: {
  readonly row: Row;
  readonly actions: OutlineActions;
  readonly onDone: (row: null) => void;
}) {
  const [name, setName] = useState(row.named ? row.name : '');
  const commit = () => {
    if (name.trim() !== row.name) actions.rename(row, name.trim());
    onDone(null);
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <input
      className="outline-rename"
      aria-label={`给“${row.name}”改名`}
      value={name}
      ref={(element) => {
        element?.focus();
      }}
      onChange={(event) => {
        setName(event.target.value);
      }}
      onBlur={commit}
      onKeyDown={keys}
      data-native-undo=""
    />
  );
}
