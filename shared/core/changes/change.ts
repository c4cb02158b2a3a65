import type { RecordId } from '../kernel/id';
import { type AnyRecord, storedForm } from '../model/record';
import { type Project, replaceRecords, type Replacement } from '../model/project';
import { canonicalJson } from '../kernel/canonical-json';

/**
 * What an edit does to a project, as data: every touched record before and after. The same value
 * drives the store, undo, the journal, drafts, the project file, import preview and merge.
 * Sorted by id, each id once, never with before equal to after.
 */
export type Change = readonly Replacement[];

/** The state after a change. The change must have been made for this state (`fits` tells). */
export function apply(project: Project, change: Change): Project {
  return change.length === 0 ? project : replaceRecords(project, change);
}

/** The change that takes the state back. */
export function invert(change: Change): Change {
  return change.map(({ id, before, after }) => ({ id, before: after, after: before }));
}

/** One change with the effect of two in a row; what cancels out is left out. */
export function compose(first: Change, second: Change): Change {
  return composeAll([first, second]);
}

/** One change with the effect of many in a row; what cancels out is left out. */
export function composeAll(changes: Iterable<Change>): Change {
  const merged = new Map<RecordId, Replacement>();
  for (const change of changes) {
    for (const { id, before, after } of change) {
      const known = merged.get(id);
      merged.set(id, { id, before: known === undefined ? before : known.before, after });
    }
  }
  return changeOf([...merged.values()]);
}

/** Makes a Change of replacements: sorted, without those that change nothing. */
export function changeOf(replacements: readonly Replacement[]): Change {
  return replacements
    .filter(({ before, after }) => !sameRecord(before, after))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** True when every record the change starts from is still exactly so. */
export function fits(project: Project, change: Change): boolean {
  return change.every(({ id, before }) => sameRecord(project.records.get(id) ?? null, before));
}

/** Compares two records by their stored form. */
function sameRecord(left: AnyRecord | null, right: AnyRecord | null): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  return canonicalJson(storedForm(left)) === canonicalJson(storedForm(right));
}
