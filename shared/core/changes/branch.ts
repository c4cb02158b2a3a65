import { isCell, isMapping, isOwn, isSingleton } from '../model/family';
import { allChildrenOf, type Project, refsOf, type Replacement } from '../model/project';
import { type AnyRecord, fromStoredForm, isKnown, storedForm } from '../model/record';
import { canonicalJson } from '../kernel/canonical-json';
import { apply, type Change, changeOf, compose, composeAll, fits, invert } from './change';
import type { Branch } from './history';

/** How a branch comes back. */
export interface BroughtBack {
  readonly change: Change;
  /** True: beside what was done since; false: everything is as it was on the branch. */
  readonly isBeside: boolean;
}

/** What the steps of a branch did together. */
export function branchChange({ steps }: Branch): Change {
  return composeAll(steps.map(({ change }) => change));
}

/**
 * The change that brings a branch back. What was done since (`since`, from the moment it was passed over) stays
 * where both can stand; of a field that both wrote the branch has the last word. Where they cannot stand
 * together, all is as it was on the branch. Undefined when the change does not fit the project.
 */
export function bringBack(
  project: Project,
  branch: Branch,
  since: Change,
): BroughtBack | undefined {
  const wanted = branchChange(branch);
  const beside = besideSince(project, wanted, since);
  if (beside !== undefined) return { change: beside, isBeside: true };
  const change = compose(invert(since), wanted);
  return fits(project, change) ? { change, isBeside: false } : undefined;
}

function besideSince(project: Project, wanted: Change, since: Change): Change | undefined {
  const made = since.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  const parts: Replacement[] = [];
  for (const one of wanted) {
    const current = project.records.get(one.id) ?? null;
    const after = merged(one, current);
    if (after === undefined) return undefined;
    if (one.before === null && after !== null && made.some((own) => oneOf(own, after))) {
      return undefined;
    }
    parts.push({ id: one.id, before: current, after });
  }
  const change = changeOf(parts);
  return isSound(apply(project, change), change) ? change : undefined;
}

/** What becomes of a record; undefined when it cannot be both what it is and what it was. */
function merged(
  { before, after }: Replacement,
  current: AnyRecord | null,
): AnyRecord | null | undefined {
  if (isSame(current, before) || isSame(current, after)) return after;
  if (before === null || after === null || current === null) return undefined;
  const [old, wanted] = [storedForm(before), storedForm(after)];
  const touched = Object.keys({ ...old, ...wanted }).filter(
    (key) => canonicalJson(old[key] ?? null) !== canonicalJson(wanted[key] ?? null),
  );
  const own = Object.fromEntries(touched.map((key) => [key, wanted[key]]));
  return fromStoredForm({ ...storedForm(current), ...own });
}

function isSame(left: AnyRecord | null, right: AnyRecord | null): boolean {
  if (left === null || right === null) return left === right;
  return canonicalJson(storedForm(left)) === canonicalJson(storedForm(right));
}

/** Of such a kind a parent has one, or one for each place: two made apart would stand for the same. */
function oneOf(left: AnyRecord, right: AnyRecord): boolean {
  if (left.kind !== right.kind || left.parentId !== right.parentId || !isKnown(left)) return false;
  const { kind } = left;
  return isMapping(kind) || isSingleton(kind) || isCell(kind) || isOwn(kind);
}

/** True when nothing hangs in the air: what is there has its parent and what it points at. */
function isSound(project: Project, change: Change): boolean {
  return change.every(({ id, after }) => {
    if (after === null) {
      const pointing = project.referrers.get(id) ?? [];
      return allChildrenOf(project, id).length === 0 && pointing.length === 0;
    }
    const needed = [...refsOf(after), ...(after.parentId === null ? [] : [after.parentId])];
    return needed.every((other) => project.records.has(other));
  });
}
