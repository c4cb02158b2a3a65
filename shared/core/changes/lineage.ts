import { canonicalJson } from '../kernel/canonical-json';
import { sha256Hex } from '../kernel/hash';

/** The place of a state in the history of a project: which copy, how many changes in, and their chained hash. */
export interface Head {
  readonly copyId: string;
  /** 0 before the first change of this copy. */
  readonly seq: number;
  readonly changeHash: string;
}

/** The last place of every copy a state descends from, by copyId; its own copy not included. */
export type Lineage = Readonly<
  Record<string, { readonly seq: number; readonly changeHash: string }>
>;

/** A head together with what it descends from; stands in every project file and beside every journal. */
export interface Standing {
  readonly projectId: string;
  readonly head: Head;
  readonly lineage: Lineage;
}

/** The hash at seq 0 of the first copy of a project. */
export function originHash(projectId: string): string {
  return sha256Hex(`gxk-origin:${projectId}`);
}

/** The chained hash of a change: two states with one hash have the same history. */
export function chainHash(prevHash: string, content: unknown): string {
  return sha256Hex(`${prevHash}\n${canonicalJson(content)}`);
}

/** The standing of a new copy that starts where `from` stands (另存为, or the first change on a head of another machine). */
export function forkStanding(from: Standing, copyId: string): Standing {
  const { copyId: oldCopy, seq, changeHash } = from.head;
  return {
    projectId: from.projectId,
    head: { copyId, seq: 0, changeHash },
    lineage: { ...from.lineage, [oldCopy]: { seq, changeHash } },
  };
}

export type Relation = 'same' | 'ancestor' | 'descendant' | 'diverged' | 'unrelated';

/** Answers the hash of a copy's change at a seq where a journal or the drafts of this machine know it. */
export type HashAt = (copyId: string, seq: number) => string | undefined;

const knowsNothing: HashAt = () => undefined;

/**
 * How `left` stands to `right`. 'ancestor': left is contained in right's history.
 * `hashAt` tells a state with equal numbers and other content apart; what it does not know is decided by
 * numbers. Whether something may be replaced is asked of `containment`.
 */
export function relate(left: Standing, right: Standing, hashAt: HashAt = knowsNothing): Relation {
  if (left.projectId !== right.projectId) return 'unrelated';
  if (sameHead(left.head, right.head)) return 'same';
  const isAncestor = containment(right, left.head, hashAt) !== 'no';
  const isDescendant = containment(left, right.head, hashAt) !== 'no';
  if (isAncestor && isDescendant) return 'same';
  if (isAncestor) return 'ancestor';
  return isDescendant ? 'descendant' : 'diverged';
}

function sameHead(left: Head, right: Head): boolean {
  return (
    left.changeHash === right.changeHash &&
    (left.copyId === right.copyId ? left.seq === right.seq : left.seq === 0 || right.seq === 0)
  );
}

/** 'proven' by hashes, 'claimed' by numbers that nobody here can check, or not at all. */
export type Containment = 'proven' | 'claimed' | 'no';

/**
 * Whether `head` lies on the history that ends in `standing`. A standing that goes further in the copy
 * of `head` is proven only when `hashAt` knows both places: a file can claim any number.
 */
export function containment(
  standing: Standing,
  head: Head,
  hashAt: HashAt = knowsNothing,
): Containment {
  const { copyId, seq, changeHash } = head;
  const known = placeIn(standing, copyId);
  if (known === undefined) {
    // A copy without a change of its own is the state it was made from.
    return seq === 0 && passesThrough(standing, changeHash) ? 'proven' : 'no';
  }
  if (seq >= known.seq) {
    return seq === known.seq && changeHash === known.changeHash ? 'proven' : 'no';
  }
  const checks = [
    check(hashAt(copyId, seq), changeHash),
    check(hashAt(copyId, known.seq), known.changeHash),
  ];
  return (['no', 'claimed'] as const).find((one) => checks.includes(one)) ?? 'proven';
}

/** How far a standing goes in a copy; undefined when it does not come from there. */
function placeIn(standing: Standing, copyId: string): Lineage[string] | undefined {
  return standing.head.copyId === copyId ? standing.head : own(standing.lineage, copyId);
}

function check(recorded: string | undefined, hash: string): Containment {
  if (recorded === undefined) return 'claimed';
  return recorded === hash ? 'proven' : 'no';
}

function passesThrough(standing: Standing, hash: string): boolean {
  if (standing.head.changeHash === hash) return true;
  return Object.values(standing.lineage).some(({ changeHash }) => changeHash === hash);
}

function own(lineage: Lineage, copyId: string): Lineage[string] | undefined {
  return Object.hasOwn(lineage, copyId) ? lineage[copyId] : undefined;
}
