import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, type Project } from '@shared/core/model/project';
import type { KnownRecord } from '@shared/core/model/record';
import type { OutlineRow } from './outline-rows';

/** Where a dragged row would go when it is let go over another; undefined when it cannot go there. */
export interface RowMove {
  readonly id: RecordId;
  readonly parentId: RecordId | null;
  readonly afterId: RecordId | null;
}

const movableKinds: readonly KnownRecord['kind'][] = [
  'majorLevel',
  'typicalWorkTask',
  'course',
  'learningTask',
];

export function isMovable(row: OutlineRow): boolean {
  return movableKinds.includes(row.kind);
}

/** Dragging down puts a row behind the one it is let go over, dragging up before it. */
export function moveOver(
  project: Project,
  rows: readonly OutlineRow[],
  { from, over }: { readonly from: RecordId; readonly over: RecordId },
): RowMove | undefined {
  const start = rows.findIndex(({ id }) => id === from);
  const end = rows.findIndex(({ id }) => id === over);
  const row = rows[start];
  const target = rows[end];
  if (row === undefined || target === undefined || row === target) return undefined;
  if (!isMovable(row) || row.kind !== target.kind) return undefined;
  const siblings = siblingIds(project, target).filter((id) => id !== row.id);
  const at = siblings.indexOf(target.id) + (start < end ? 1 : 0);
  return { id: row.id, parentId: target.parentId, afterId: siblings[at - 1] ?? null };
}

/** One place up or down among what a teacher sees as its neighbours. */
export function moveBeside(
  project: Project,
  rows: readonly OutlineRow[],
  { id, by }: { readonly id: RecordId; readonly by: -1 | 1 },
): RowMove | undefined {
  const row = rows.find((other) => other.id === id);
  if (row === undefined || !isMovable(row)) return undefined;
  const shown = rows.filter(({ kind, parentId }) => kind === row.kind && parentId === row.parentId);
  const neighbour = shown[shown.indexOf(row) + by];
  return neighbour === undefined
    ? undefined
    : moveOver(project, rows, { from: id, over: neighbour.id });
}

function siblingIds(project: Project, row: OutlineRow): readonly RecordId[] {
  return childrenOf(project, row.parentId, row.kind).map(({ id }) => id);
}
