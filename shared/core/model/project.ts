import { Map as PersistentMap } from 'immutable';
import type { RecordId } from '../kernel/id';
import { compareSiblings } from '../kernel/order-key';
import {
  type AnyRecord,
  fieldOf,
  isKnown,
  isOf,
  type Kind,
  kindSpec,
  type KnownRecord,
  type RecordOf,
} from './record';
import { recordBytes } from './record-bytes';
import { startPointName } from './start-point';

const none: readonly RecordId[] = [];

/**
 * The state of one project: its records and three indexes derived from them. Immutable; an edit makes
 * a new Project that shares all it did not touch, so an unchanged record keeps its identity.
 * Invariant: the indexes always equal those rebuilt from `records` (property test).
 */
export interface Project {
  readonly records: PersistentMap<RecordId, AnyRecord>;
  /** Children of a parent in order; the key '' holds the top of the project. */
  readonly children: PersistentMap<RecordId, readonly RecordId[]>;
  /** Ids of the records that point at a record by a ref field (not by parentId). */
  readonly referrers: PersistentMap<RecordId, readonly RecordId[]>;
  /** The most bytes the records take in the project file (see `recordBytes`). */
  readonly bytes: number;
}

export const emptyProject: Project = {
  records: PersistentMap(),
  children: PersistentMap(),
  referrers: PersistentMap(),
  bytes: 0,
};

/** One record before and after; null = not there. */
export interface Replacement {
  readonly id: RecordId;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

/** The ids a record points at by ref fields. */
export function refsOf(record: AnyRecord): readonly RecordId[] {
  if (!isKnown(record)) return none;
  const targets: RecordId[] = [];
  for (const [name, spec] of Object.entries(kindSpec(record.kind).fields)) {
    const value = spec.type === 'ref' ? fieldOf(record, name) : null;
    if (typeof value === 'string') targets.push(value);
  }
  return targets;
}

/**
 * Replaces records and keeps the indexes true. Cost: the touched records and their sibling lists,
 * not the size of the project.
 */
export function replaceRecords(project: Project, replacements: readonly Replacement[]): Project {
  const records = project.records.withMutations((map) => {
    for (const { id, after } of replacements) {
      if (after === null) map.delete(id);
      else map.set(id, after);
    }
  });
  const parents = new Map<RecordId, Set<RecordId>>();
  const targets = new Map<RecordId, Set<RecordId>>();
  let bytes = project.bytes;
  for (const { id } of replacements) {
    const before = project.records.get(id);
    const after = records.get(id);
    bytes += bytesOf(after) - bytesOf(before);
    if (placeOf(before) !== placeOf(after)) notePlaces(parents, [before, after]);
    const oldRefs = before ? refsOf(before) : none;
    const newRefs = after ? refsOf(after) : none;
    if (oldRefs.join() !== newRefs.join()) {
      for (const target of [...oldRefs, ...newRefs]) note(targets, target, id);
    }
  }
  return {
    records,
    children: reindex(project.children, parents, (parent, ids) =>
      orderedChildren(records, parent, ids),
    ),
    referrers: reindex(project.referrers, targets, (target, ids) =>
      ids
        .filter((id) => {
          const record = records.get(id);
          return record !== undefined && refsOf(record).includes(target);
        })
        .sort(),
    ),
    bytes,
  };
}

function bytesOf(record: AnyRecord | undefined): number {
  return record === undefined ? 0 : recordBytes(record);
}

function notePlaces(
  parents: Map<RecordId, Set<RecordId>>,
  records: readonly (AnyRecord | undefined)[],
): void {
  for (const record of records) {
    if (record !== undefined) note(parents, record.parentId ?? '', record.id);
  }
}

function placeOf(record: AnyRecord | undefined): string {
  // The kind belongs to it: `idsOf` sorts the children of a place by kind.
  return record === undefined ? '' : `${record.parentId ?? ''} ${record.order} ${record.kind}`;
}

function note(map: Map<RecordId, Set<RecordId>>, key: RecordId, id: RecordId): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}

function reindex(
  index: PersistentMap<RecordId, readonly RecordId[]>,
  touched: ReadonlyMap<RecordId, ReadonlySet<RecordId>>,
  rebuild: (key: RecordId, ids: readonly RecordId[]) => readonly RecordId[],
): PersistentMap<RecordId, readonly RecordId[]> {
  return index.withMutations((map) => {
    for (const [key, ids] of touched) {
      const next = rebuild(key, [...new Set([...map.get(key, none), ...ids])]);
      if (next.length === 0) map.delete(key);
      else map.set(key, next);
    }
  });
}

function orderedChildren(
  records: PersistentMap<RecordId, AnyRecord>,
  parent: RecordId,
  ids: readonly RecordId[],
): readonly RecordId[] {
  const present: AnyRecord[] = [];
  for (const id of ids) {
    const record = records.get(id);
    if (record !== undefined && (record.parentId ?? '') === parent) present.push(record);
  }
  return present.sort(compareSiblings).map(({ id }) => id);
}

/** Builds a project from records in any order. A later record with the same id wins; readers refuse such files first. */
export function projectOf(records: Iterable<AnyRecord>): Project {
  const byId = new Map<RecordId, AnyRecord>();
  for (const record of records) byId.set(record.id, record);
  const children = new Map<RecordId, AnyRecord[]>();
  const referrers = new Map<RecordId, Set<RecordId>>();
  let bytes = 0;
  for (const record of byId.values()) {
    bytes += recordBytes(record);
    const siblings = children.get(record.parentId ?? '');
    if (siblings) siblings.push(record);
    else children.set(record.parentId ?? '', [record]);
    for (const target of refsOf(record)) note(referrers, target, record.id);
  }
  return {
    records: PersistentMap(byId),
    children: PersistentMap(
      [...children].map(([parent, list]) => [
        parent,
        list.sort(compareSiblings).map(({ id }) => id) as readonly RecordId[],
      ]),
    ),
    referrers: PersistentMap(
      [...referrers].map(([target, ids]) => [target, [...ids].sort() as readonly RecordId[]]),
    ),
    bytes,
  };
}

/** A record by id, or undefined. */
export function find(project: Project, id: RecordId | null): AnyRecord | undefined {
  return id === null ? undefined : project.records.get(id);
}

/** A record by id if it is of the kind, else undefined. */
export function findOf<K extends Kind>(
  project: Project,
  kind: K,
  id: RecordId | null,
): RecordOf<K> | undefined {
  const record = find(project, id);
  return isOf(record, kind) ? record : undefined;
}

/** The children of a parent (null = top of the project), in order, of one kind. */
export function childrenOf<K extends Kind>(
  project: Project,
  parentId: RecordId | null,
  kind: K,
): readonly RecordOf<K>[] {
  const result: RecordOf<K>[] = [];
  for (const id of idsOf(project, project.children.get(parentId ?? '', none), kind)) {
    const record = project.records.get(id);
    if (isOf(record, kind)) result.push(record);
  }
  return result;
}

/** True when a parent has a child of one kind. */
export function hasChild(project: Project, parentId: RecordId | null, kind: Kind): boolean {
  return idsOf(project, project.children.get(parentId ?? '', none), kind).length > 0;
}

const idsByKind = new WeakMap<readonly RecordId[], ReadonlyMap<string, readonly RecordId[]>>();

/**
 * Those of the children that are of a kind. A list of children is made anew whenever one of them comes,
 * goes, moves or becomes another kind, so it is sorted by kind once and not with every question.
 */
function idsOf(project: Project, children: readonly RecordId[], kind: Kind): readonly RecordId[] {
  let known = idsByKind.get(children);
  if (known === undefined) {
    const sorted = new Map<string, RecordId[]>();
    for (const id of children) {
      const childKind = project.records.get(id)?.kind ?? '';
      const ids = sorted.get(childKind);
      if (ids) ids.push(id);
      else sorted.set(childKind, [id]);
    }
    known = sorted;
    idsByKind.set(children, known);
  }
  return known.get(kind) ?? none;
}

/** The single child of a kind (教学实施建议, 课程考核方案, 终结性考核), or undefined. */
export function onlyChildOf<K extends Kind>(
  project: Project,
  parentId: RecordId | null,
  kind: K,
): RecordOf<K> | undefined {
  return childrenOf(project, parentId, kind)[0];
}

/** All children of a parent in order, whatever their kind. */
export function allChildrenOf(project: Project, parentId: RecordId | null): readonly AnyRecord[] {
  return project.children.get(parentId ?? '', none).flatMap((id) => project.records.get(id) ?? []);
}

/** Records of a kind that point at a record by a ref field. */
export function referrersOf<K extends Kind>(
  project: Project,
  targetId: RecordId,
  kind: K,
): readonly RecordOf<K>[] {
  const result: RecordOf<K>[] = [];
  for (const id of project.referrers.get(targetId, none)) {
    const record = project.records.get(id);
    if (isOf(record, kind)) result.push(record);
  }
  return result;
}

/** The nearest ancestor (or the record itself) of a kind. */
export function closest<K extends Kind>(
  project: Project,
  id: RecordId,
  kind: K,
): RecordOf<K> | undefined {
  let current = find(project, id);
  const seen = new Set<RecordId>();
  while (current !== undefined && !seen.has(current.id)) {
    if (isOf(current, kind)) return current;
    seen.add(current.id);
    current = find(project, current.parentId);
  }
  return undefined;
}

/** A record and all below it, parents before children. */
export function subtree(project: Project, rootId: RecordId): readonly AnyRecord[] {
  const root = find(project, rootId);
  if (root === undefined) return [];
  const result: AnyRecord[] = [];
  const waiting: AnyRecord[] = [root];
  const seen = new Set<RecordId>();
  for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
    if (seen.has(record.id)) continue;
    seen.add(record.id);
    result.push(record);
    waiting.push(...allChildrenOf(project, record.id).toReversed());
  }
  return result;
}

/** Fields a record may be known by, the better ones first. */
export const titleFields = ['name', 'text', 'caseName', 'label', 'change'] as const;

/** The name or text a person knows a record by; falls back to the word for its kind. */
export function titleOf(record: KnownRecord): string {
  if (record.kind === 'startPoint') return startPointName(record);
  const field = titleFields.find((name) => fieldOf(record, name) !== undefined);
  const value = field === undefined ? undefined : fieldOf(record, field);
  return typeof value === 'string' && value.trim() !== '' ? value : kindSpec(record.kind).label;
}
