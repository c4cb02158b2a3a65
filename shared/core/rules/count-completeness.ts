import type { RecordId } from '../kernel/id';
import { byRule, type Checked, type CheckedPlace } from './check-project';

/** How far a project, a level, a course or any other part of it is written. */
export interface Completeness {
  /** Required places (●) that are filled. */
  readonly done: number;
  readonly total: number;
  /** The empty ones, in page order. */
  readonly unfinished: readonly CheckedPlace[];
}

/** Counts the required places of a part of the project; null = the whole of it. */
export function completeness(checked: Checked, scopeId: RecordId | null = null): Completeness {
  const places = [...checked.memos.values()]
    .flatMap((memo) => memo.places)
    .filter(({ recordId }) => checked.order.isWithin(recordId, scopeId));
  const open = places.filter(({ filled }) => !filled);
  return {
    done: places.length - open.length,
    total: places.length,
    unfinished: checked.order.sorted(open, byRule),
  };
}
