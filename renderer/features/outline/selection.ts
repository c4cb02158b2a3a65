import type { RecordId } from '@shared/core/kernel/id';
import { isMovable } from './outline-moves';
import type { OutlineRow } from './outline-rows';

/** Rows that were picked together; none when only the row with the focus is meant. */
export interface Selection {
  readonly ids: ReadonlySet<RecordId>;
  /** Where a range begins. */
  readonly anchor: RecordId | null;
}

export const noSelection: Selection = { ids: new Set(), anchor: null };

/** Nothing picked; the next range begins at this row. */
export function startingAt(id: RecordId): Selection {
  return { ids: new Set(), anchor: id };
}

/** Picks a row or lets it go (Ctrl+click). `focused`: the row that was meant before. */
export function toggled(
  selection: Selection,
  row: OutlineRow,
  focused: RecordId | null,
): Selection {
  const ids = new Set(selection.ids);
  const before = selection.anchor ?? focused;
  if (ids.size === 0 && before !== null && before !== row.id) ids.add(before);
  if (ids.has(row.id)) ids.delete(row.id);
  else ids.add(row.id);
  return { ids, anchor: row.id };
}

/** Picks everything from where the range began to this row (Shift+click, Shift+arrows). */
export function rangeTo(
  rows: readonly OutlineRow[],
  selection: Selection,
  { to, from }: { readonly to: RecordId; readonly from: RecordId | null },
): Selection {
  const anchor = selection.anchor ?? from ?? to;
  const places = [anchor, to].map((id) => rows.findIndex((row) => row.id === id));
  const [start = 0, end = 0] = places.sort((left, right) => left - right);
  const range = rows.slice(Math.max(0, start), end + 1);
  return { ids: new Set(range.filter(isMovable).map(({ id }) => id)), anchor };
}

/** Picks all of the same kind beside a row (Ctrl+A). */
export function allBeside(rows: readonly OutlineRow[], row: OutlineRow): Selection {
  const beside = rows.filter(
    ({ kind, parentId }) => kind === row.kind && parentId === row.parentId,
  );
  return { ids: new Set(beside.filter(isMovable).map(({ id }) => id)), anchor: row.id };
}

/** What a command is about: all picked rows that are shown if this one is among them, else it alone. */
export function meantBy(
  rows: readonly OutlineRow[],
  selection: Selection,
  row: OutlineRow,
): readonly OutlineRow[] {
  if (!selection.ids.has(row.id)) return [row];
  return rows.filter(({ id }) => selection.ids.has(id));
}
