import { Fragment, type ReactNode, useMemo, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument } from '../../state/studio';
import { ContextMenu, type MenuEntry } from '../../ui/menu';
import { useRowWindow } from '../../ui/row-window';
import { filterRows, isFiltering, noFilter } from './filter-rows';
import { type Carried, OutlineDrag } from './outline-drag';
import { OutlineFilter } from './outline-filter';
import { outlineKey, refocus } from './outline-keys';
import { rowEntries } from './outline-menu';
import { OutlineRow } from './outline-row';
import type { OutlineRow as Row } from './outline-rows';
import { type Holding, RowSignIn, useHolding } from './row-holding';
import { neighbourhoodOf, topsOf } from './row-places';
import { useCurrentInSight } from './current-in-sight';
import { noSelection, startingAt } from './selection';
import { type OutlineActions, useOutlineActions, useOutlineRows } from './use-outline';
import { rowIdAt, type Tree, useRowTasks, useTree } from './use-tree';

interface Props {
  /** Buttons beside the filter: what can be added here. */
  readonly head: ReactNode;
  /** What can be added below a row, for its context menu. */
  readonly entriesFor: (id: RecordId) => readonly MenuEntry[];
}

/** The row that is being renamed stays where its old name puts it, until the new one is written. */
function asBefore(rows: readonly Row[], renaming: Row | null): readonly Row[] {
  return renaming === null ? rows : rows.map((row) => (row.id === renaming.id ? renaming : row));
}

/** The chain of the major as a tree: to look, to go, to order, to carry elsewhere. */
export function Outline({ head, entriesFor }: Props) {
  const [filter, setFilter] = useState(noFilter);
  const all = useOutlineRows(isFiltering(filter));
  const actions = useOutlineActions();
  const [renaming, setRenaming] = useState<Row | null>(null);
  const { rows, found } = useMemo(
    () => filterRows(asBefore(all, renaming), filter),
    [all, renaming, filter],
  );
  const readOnly = useDocument((state) => state.readOnly);
  const tree = useTree(rows, actions.open);
  const { tasks, cut } = useRowTasks(actions, setRenaming);
  const holding = useHolding();
  const [carried, setCarried] = useState<Carried | null>(null);
  const { selection, select, reachable, meant, countOf } = tree;
  const drop = (from: RecordId, over: RecordId) => {
    actions.moveOver(from, over, selection.ids.has(from) ? meant.map(({ id }) => id) : [from]);
    refocus(from);
  };
  return (
    <>
      <div className="outline-head">
        <OutlineFilter
          value={filter}
          onChange={(value) => {
            setFilter(value);
            select(noSelection);
          }}
          found={found}
        />
        {head}
      </div>
      <ContextMenu entries={rowEntries(reachable, meant, { tasks, readOnly, entriesFor })}>
        <OutlineDrag
          countOf={countOf}
          onDrop={drop}
          onCarry={(now) => {
            setCarried(now);
            if (now === null) holding.letGo();
          }}
        >
          <div
            ref={tree.list}
            role="tree"
            aria-label="大纲"
            aria-multiselectable="true"
            tabIndex={-1}
            className="outline-list"
            onFocus={(event) => {
              tree.noteFocus(rowIdAt(event.target));
            }}
            onPointerDown={(event) => {
              const id = rowIdAt(event.target);
              tree.noteFocus(id);
              // The menu of a row that is not picked is about that row.
              if (event.button === 2 && id !== null && !selection.ids.has(id)) {
                select(startingAt(id));
              }
            }}
            onClick={(event) => {
              if (renaming === null) tree.press(event);
            }}
            onKeyDown={(event) => {
              if (renaming !== null || carried !== null) return;
              const { fold } = actions;
              const { focusRow } = tree;
              outlineKey(event, { rows, tasks, fold, selection, select, focusRow, readOnly });
            }}
          >
            <Rows {...{ rows, tree, actions, cut, renaming, setRenaming, holding, carried }} />
          </div>
        </OutlineDrag>
      </ContextMenu>
      <Picked count={selection.ids.size} />
    </>
  );
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly tree: Tree;
  readonly actions: OutlineActions;
  readonly cut: ReadonlySet<RecordId>;
  readonly renaming: Row | null;
  readonly setRenaming: (row: Row | null) => void;
  readonly holding: Holding;
  readonly carried: Carried | null;
}

/** The rows in sight; the others are room. */
function Rows(props: RowsProps) {
  const { rows, tree, actions, cut, renaming, setRenaming, holding, carried } = props;
  const { list, current, reachable, selection } = tree;
  const places = useMemo(() => neighbourhoodOf(rows), [rows]);
  const tops = useMemo(() => topsOf(rows), [rows]);
  useCurrentInSight(tree, rows, tops);
  const slots = useRowWindow(list, tops, [
    rows.findIndex(({ id }) => id === reachable?.id),
    rows.findIndex(({ id }) => id === renaming?.id),
  ]);
  return slots.map((slot) => {
    if (slot.type === 'room') {
      return <div key={slot.key} role="presentation" style={{ height: slot.height }} />;
    }
    const row = rows[slot.index];
    const place = places[slot.index];
    return row === undefined || place === undefined ? null : (
      <Fragment key={row.id}>
        <OutlineRow
          row={row}
          current={row.id === current}
          picked={selection.ids.size === 0 ? row.id === current : selection.ids.has(row.id)}
          cut={cut.has(row.id)}
          reachable={row.id === reachable?.id}
          renaming={row.id === renaming?.id}
          nth={place.nth}
          of={place.of}
          mark={carried === null ? '' : carriedMark(carried, row.id)}
          actions={actions}
          onHold={holding.hold}
          onRename={setRenaming}
        />
        {holding.held && <RowSignIn row={row} grips={holding.grips} />}
      </Fragment>
    );
  });
}

function carriedMark({ id, overId, mark }: Carried, rowId: RecordId): string {
  return [id === rowId ? 'is-dragged' : '', overId === rowId ? mark : ''].join(' ').trim();
}

/** Says how many rows are picked, and how to let them go. */
function Picked({ count }: { readonly count: number }) {
  return (
    <output className={count > 1 ? 'outline-picked' : 'outline-picked-none'}>
      {count > 1 ? `选中 ${String(count)} 行 · Esc 取消` : ''}
    </output>
  );
}
