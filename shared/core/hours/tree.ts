import { fail, ok, type Result } from '../kernel/result';
import { distribute, type HoursConflict, type Part, type Side } from './distribute';

/**
 * Hours over any number of levels: 专业 ↔ 学期 ↔ 课程 ↔ 学习任务 ↔ 环节 ↔ 步骤. `hours` null = follows
 * the children, at a leaf = takes what its siblings leave. `weight`: whole number ≥ 0, its weight
 * among siblings without hours. Courses and tasks are shared out by `distribute` alone: this is asked where
 * a 学习任务 has levels of its own below it.
 */
export interface HoursNode extends Side {
  readonly hours: number | null;
  readonly locked: boolean;
  readonly weight: number;
  readonly children: readonly HoursNode[];
}

/** A level that does not add up, with the two places of which one has to change. */
export interface HoursMismatch {
  readonly parent: Side;
  readonly child: Side;
  readonly hours: number;
  readonly sum: number;
  readonly message: string;
}

/**
 * Hours for every node so that each parent is exactly the sum of its children: the root keeps its
 * hours (or follows), locked nodes keep theirs, nothing is negative, the change is the smallest on
 * every level. When locks make it impossible two places are named and nothing is changed.
 */
export function balanceHours(root: HoursNode): Result<ReadonlyMap<string, number>, HoursConflict> {
  const room = roomOf(root);
  if (!room.ok) return room;
  const wanted = root.hours ?? Math.max(naturalHours(root) ?? 0, room.value.least);
  const target = room.value.exact && root.hours === null ? room.value.least : wanted;
  const hours = new Map<string, number>();
  const problem = settle(root, target, hours);
  return problem === undefined ? ok(hours) : fail(problem);
}

/** The hours of a node as they stand: its own, or the sum of what stands below; null when nothing does. */
export function naturalHours({ hours, children }: HoursNode): number | null {
  if (hours !== null) return hours;
  const below = children.flatMap((child) => naturalHours(child) ?? []);
  return below.length === 0 ? null : below.reduce((sum, value) => sum + value, 0);
}

/** Every level whose parts do not add up to its hours; parts without hours may take what is left. */
export function hoursMismatches(root: HoursNode): readonly HoursMismatch[] {
  const below = root.children.flatMap(hoursMismatches);
  const own = mismatchAt(root);
  return own === undefined ? below : [own, ...below];
}

function mismatchAt({ id, label, hours, children }: HoursNode): HoursMismatch | undefined {
  if (hours === null || children.length === 0) return undefined;
  const known = children.map((child) => ({ child, hours: naturalHours(child) }));
  const sum = known.reduce((total, part) => total + (part.hours ?? 0), 0);
  const takesRest = known.some((part) => part.hours === null);
  if (sum === hours || (takesRest && sum < hours)) return undefined;
  const unlocked = known.filter(({ child }) => !child.locked);
  const [largest] = (unlocked.length > 0 ? unlocked : known).toSorted(
    (left, right) => (right.hours ?? 0) - (left.hours ?? 0),
  );
  const child = { id: largest?.child.id ?? id, label: largest?.child.label ?? label };
  const gap = sum > hours ? `多 ${sum - hours}` : `少 ${hours - sum}`;
  const message = `“${label}”${hours} 学时，下面合计 ${sum} 学时，${gap}。请改“${label}”或“${child.label}”。`;
  return { parent: { id, label }, child, hours, sum, message };
}

/** What a node may be: exactly `least`, or anything from it upwards. */
interface Room {
  readonly least: number;
  readonly exact: boolean;
}

function isLocked({ locked, hours }: HoursNode): boolean {
  return locked && hours !== null;
}

function roomOf(node: HoursNode): Result<Room, HoursConflict> {
  const own = node.hours ?? 0;
  if (node.children.length === 0) {
    return ok(isLocked(node) ? { least: own, exact: true } : { least: 0, exact: false });
  }
  let least = 0;
  let exact = true;
  for (const child of node.children) {
    const room = roomOf(child);
    if (!room.ok) return room;
    least += room.value.least;
    exact &&= room.value.exact;
  }
  if (!isLocked(node)) return ok({ least, exact });
  const fits = exact ? least === own : least <= own;
  return fits ? ok({ least: own, exact: true }) : fail(lockConflict(node, least));
}

function lockConflict(node: HoursNode, locked: number): HoursConflict {
  const culprit = largestLock(node.children) ?? node;
  const own = node.hours ?? 0;
  return {
    reason: locked > own ? 'fixed-exceed-whole' : 'fixed-below-whole',
    first: { id: node.id, label: node.label },
    second: { id: culprit.id, label: culprit.label },
    message: `“${node.label}”共 ${own} 学时，下面锁定的合计 ${locked} 学时，对不上。请改“${node.label}”或“${culprit.label}”中的一处。`,
  };
}

function largestLock(nodes: readonly HoursNode[]): HoursNode | undefined {
  let largest: HoursNode | undefined;
  for (const node of nodes) {
    const candidate = isLocked(node) ? node : largestLock(node.children);
    if (candidate && (candidate.hours ?? 0) > (largest?.hours ?? -1)) largest = candidate;
  }
  return largest;
}

/** Gives a node its hours and shares them out below; answers the conflict if there is one. */
function settle(
  node: HoursNode,
  target: number,
  hours: Map<string, number>,
): HoursConflict | undefined {
  hours.set(node.id, target);
  if (node.children.length === 0) return undefined;
  const shares = distribute({ id: node.id, label: node.label, amount: target }, partsOf(node));
  if (!shares.ok) {
    const culprit = largestLock(node.children);
    const second = culprit && { id: culprit.id, label: culprit.label };
    return { ...shares.failure, second: second ?? shares.failure.second };
  }
  for (const child of node.children) {
    const problem = settle(child, shares.value.get(child.id) ?? 0, hours);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function partsOf(node: HoursNode): readonly Part[] {
  return node.children.map((child) => {
    const room = roomOf(child);
    const { least, exact } = room.ok ? room.value : { least: 0, exact: false };
    const { id, label, weight } = child;
    const current = exact ? least : naturalHours(child);
    return { id, label, weight, current, fixed: exact, least };
  });
}
