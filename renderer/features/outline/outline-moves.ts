import type { RecordId } from '@shared/core/kernel/id';
import { hasName, isMovable as isMovableKind } from '@shared/core/model/family';
import { childrenOf, type Project } from '@shared/core/model/project';
import { kindSpec } from '@shared/core/model/record';
import type { OutlineRow } from './outline-rows';

/** Where rows would go when they are let go over another; undefined when they cannot go there. */
export interface RowMove {
  readonly ids: readonly RecordId[];
  readonly parentId: RecordId | null;
  /** The sibling to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null | undefined;
}

export function isMovable(row: OutlineRow): boolean {
  return isMovableKind(row.kind);
}

/** A level and a 课程表 are called after what they are for; the others have a name of their own. */
export function isNamable(row: OutlineRow): boolean {
  return isMovable(row) && hasName(row.kind);
}

/** True when a row can be put below another that is not its parent yet. */
export function goesInto(row: OutlineRow, target: OutlineRow): boolean {
  return kindSpec(row.kind).parents.includes(target.kind) && row.parentId !== target.id;
}

interface Drop {
  readonly from: RecordId;
  readonly over: RecordId;
  /** What moves along; `from` is among them. Left out = `from` alone. */
  readonly ids?: readonly RecordId[];
}

/**
 * Dragging down puts a row behind the one it is let go over, dragging up before it; let go over
 * something it can belong to, it becomes the last there.
 */
export function moveOver(
  project: Project,
  rows: readonly OutlineRow[],
  { from, over, ids = [from] }: Drop,
): RowMove | undefined {
  const start = rows.findIndex(({ id }) => id === from);
  const end = rows.findIndex(({ id }) => id === over);
  const row = rows[start];
  const target = rows[end];
  if (row === undefined || target === undefined || ids.includes(target.id)) return undefined;
  if (!isMovable(row)) return undefined;
  if (row.kind !== target.kind) {
    return goesInto(row, target) ? { ids, parentId: target.id } : undefined;
  }
  const siblings = siblingIds(project, target).filter((id) => !ids.includes(id));
  const at = siblings.indexOf(target.id) + (start < end ? 1 : 0);
  return { ids, parentId: target.parentId, afterId: siblings[at - 1] ?? null };
}

/** One place up or down among what a teacher sees as their neighbours, as one block. */
export function moveBeside(
  project: Project,
  rows: readonly OutlineRow[],
  { ids, by }: { readonly ids: readonly RecordId[]; readonly by: -1 | 1 },
): RowMove | undefined {
  const moving = rows.filter(({ id }) => ids.includes(id));
  const [row] = moving;
  if (row === undefined || !isMovable(row)) return undefined;
  const isSibling = (other: OutlineRow) =>
    other.kind === row.kind && other.parentId === row.parentId;
  if (!moving.every(isSibling)) return undefined;
  const shown = rows.filter(isSibling);
  const edge = by < 0 ? row : moving.at(-1);
  const neighbour = edge === undefined ? undefined : shown[shown.indexOf(edge) + by];
  if (neighbour === undefined) return undefined;
  return moveOver(project, rows, { from: edge?.id ?? row.id, over: neighbour.id, ids });
}

function siblingIds(project: Project, row: OutlineRow): readonly RecordId[] {
  return childrenOf(project, row.parentId, row.kind).map(({ id }) => id);
}
