import { type MouseEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RecordId } from '@shared/core/kernel/id';
import { pageOwner } from '../../state/page-owner';
import { partShown } from '../../state/pages/registry';
import { useDocument, useView } from '../../state/studio';
import type { RowTasks } from './outline-menu';
import { isMovable } from './outline-moves';
import type { OutlineRow } from './outline-rows';
import { meantBy, noSelection, rangeTo, type Selection, startingAt, toggled } from './selection';
import type { OutlineActions } from './use-outline';

export interface Tree {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The row of the page that is shown. */
  readonly current: RecordId | undefined;
  /** The row that Tab reaches and that commands are about. */
  readonly reachable: OutlineRow | undefined;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly noteFocus: (id: RecordId | null) => void;
  readonly focusRow: (row: OutlineRow | undefined) => void;
  /** A click: alone it opens, with Ctrl or Shift it picks. */
  readonly press: (event: MouseEvent<HTMLElement>) => void;
  readonly countOf: (id: RecordId) => number;
  readonly meant: readonly OutlineRow[];
}

/** Which row of the outline has the focus, which are picked, and how clicks change that. */
export function useTree(rows: readonly OutlineRow[], open: (row: OutlineRow) => void): Tree {
  const list = useRef<HTMLDivElement>(null);
  const [focused, noteFocus] = useState<RecordId | null>(null);
  const [selection, select] = useState<Selection>(noSelection);
  const current = useCurrentRow(rows);
  const reachable =
    rows.find(({ id }) => id === focused) ?? rows.find(({ id }) => id === current) ?? rows[0];
  const focusRow = (row: OutlineRow | undefined) => {
    if (row === undefined) return;
    // A row far away is drawn first.
    flushSync(() => {
      noteFocus(row.id);
    });
    document.getElementById(`outline-${row.id}`)?.focus();
  };
  const press = (event: MouseEvent<HTMLElement>) => {
    const row = rows.find(({ id }) => id === rowIdAt(event.target));
    if (row === undefined) return;
    select(pressed(event, row, { rows, selection, from: current ?? null }));
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) open(row);
  };
  const meant = useMemo(
    () => (reachable === undefined ? [] : meantBy(rows, selection, reachable)),
    [rows, selection, reachable],
  );
  const countOf = (id: RecordId) => (selection.ids.has(id) ? selection.ids.size : 1);
  return {
    list,
    current,
    reachable,
    selection,
    select,
    noteFocus,
    focusRow,
    press,
    countOf,
    meant,
  };
}

interface Before {
  readonly rows: readonly OutlineRow[];
  readonly selection: Selection;
  /** The row that was meant before. */
  readonly from: RecordId | null;
}

function pressed(event: MouseEvent, row: OutlineRow, before: Before): Selection {
  const { rows, selection, from } = before;
  if (event.shiftKey) return rangeTo(rows, selection, { to: row.id, from });
  if (!event.ctrlKey && !event.metaKey) return startingAt(row.id);
  return isMovable(row) ? toggled(selection, row, from) : selection;
}

export function rowIdAt(target: EventTarget): RecordId | null {
  const row = (target as HTMLElement).closest<HTMLElement>('[role=treeitem]');
  return row?.dataset.recordId ?? null;
}

interface Carried {
  readonly tasks: RowTasks;
  /** Rows that were cut and not pasted yet. */
  readonly cut: ReadonlySet<RecordId>;
}

const nothingCut: ReadonlySet<RecordId> = new Set();

/** What menu and keys ask of rows; remembers what was cut. */
export function useRowTasks(actions: OutlineActions, rename: (row: OutlineRow) => void): Carried {
  const [cut, setCut] = useState(nothingCut);
  const tasks = useMemo((): RowTasks => {
    const copy = async (ids: readonly RecordId[], isCut: boolean) => {
      if (await actions.copy(ids, isCut)) setCut(isCut ? new Set(ids) : nothingCut);
    };
    const paste = async (at: RecordId) => {
      await actions.paste(at);
      setCut(nothingCut);
    };
    return {
      ...actions,
      rename,
      copy: (ids, isCut) => void copy(ids, isCut),
      paste: (at) => void paste(at),
    };
  }, [actions, rename]);
  return { tasks, cut };
}

function useCurrentRow(rows: readonly OutlineRow[]): RecordId | undefined {
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
