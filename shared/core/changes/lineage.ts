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

/**
 * How `left` stands to `right`. 'ancestor': left is contained in right's history, so right may replace it.
 * `hashAt` answers the hash of a copy's change at a seq when a journal still knows it, so that a state
 * with equal numbers and other content is told apart; without it numbers decide.
 */
export function relate(
  left: Standing,
  right: Standing,
  hashAt: (copyId: string, seq: number) => string | undefined = () => undefined,
): Relation {
  if (left.projectId !== right.projectId) return 'unrelated';
  if (sameHead(left.head, right.head)) return 'same';
  const isAncestor = contains(right, left.head, hashAt);
  const isDescendant = contains(left, right.head, hashAt);
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

/** True when `head` lies on the history that ends in `standing`. */
function contains(
  standing: Standing,
  head: Head,
  hashAt: (copyId: string, seq: number) => string | undefined,
): boolean {
  const known =
    standing.head.copyId === head.copyId ? standing.head : own(standing.lineage, head.copyId);
  if (known === undefined) {
    // A copy without a change of its own is the state it was made from.
    return head.seq === 0 && passesThrough(standing, head.changeHash);
  }
  if (head.seq > known.seq) return false;
  if (head.seq === known.seq) return head.changeHash === known.changeHash;
  const recorded = hashAt(head.copyId, head.seq);
  return recorded === undefined || recorded === head.changeHash;
}

function passesThrough(standing: Standing, hash: string): boolean {
  if (standing.head.changeHash === hash) return true;
  return Object.values(standing.lineage).some(({ changeHash }) => changeHash === hash);
}

function own(lineage: Lineage, copyId: string): Lineage[string] | undefined {
  return Object.hasOwn(lineage, copyId) ? lineage[copyId] : undefined;
}
