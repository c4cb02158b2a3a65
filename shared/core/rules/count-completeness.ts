import type { RecordId } from '../kernel/id';
import { find, type Project } from '../model/project';
import { byRule, type Checked, type CheckedPlace } from './check-project';

/** How far a project, a level, a course or any other part of it is written. */
export interface Completeness {
  /** Required places (●) that are filled. */
  readonly done: number;
  readonly total: number;
  /** The empty ones, in page order. */
  readonly unfinished: readonly CheckedPlace[];
}

/** How many required places are filled, and how many there are. */
export interface PlaceCount {
  readonly done: number;
  readonly total: number;
}

/** Counts, for every record that has any, its required places and those of everything below it. */
export function completenessByRecord({ memos, project }: Checked): Map<RecordId, PlaceCount> {
  const counts = new Map<RecordId, PlaceCount>();
  for (const [id, { places }] of memos) {
    if (places.length === 0) continue;
    const done = places.filter(({ filled }) => filled).length;
    for (const above of withAncestors(project, id)) {
      const so = counts.get(above) ?? { done: 0, total: 0 };
      counts.set(above, { done: so.done + done, total: so.total + places.length });
    }
  }
  return counts;
}

function withAncestors(project: Project, id: RecordId): ReadonlySet<RecordId> {
  const found = new Set<RecordId>();
  let record = find(project, id);
  while (record !== undefined && !found.has(record.id)) {
    found.add(record.id);
    record = find(project, record.parentId);
  }
  return found;
}

/** Counts the required places of a part of the project; null = the whole of it. */
export function completeness(checked: Checked, scopeId: RecordId | null = null): Completeness {
  const places = [...checked.memos.values()]
    .flatMap((memo) => memo.places)
    .filter(({ record }) => checked.order.isWithin(record, scopeId));
  const open = places.filter(({ filled }) => !filled);
  return {
    done: places.length - open.length,
    total: places.length,
    unfinished: checked.order.sorted(open, byRule),
  };
}
