import type { Entry } from '@shared/core/changes/entry';
import { type Head, originHash, type Standing } from '@shared/core/changes/lineage';

/** The part of the history that is not in the window yet. */
export interface Older {
  /** Where it ends; null = the window knows everything this machine knows. */
  readonly from: Head | null;
  /** Why it cannot be read, in words; '' while it can. */
  readonly problem: string;
  /** True when the work began before the oldest step this machine knows. */
  readonly isCut: boolean;
}

/** A page of it as it came from the journal. */
export interface OlderPage {
  readonly session: string;
  /** Where the page ends. */
  readonly from: Head;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** Where the page before it ends. */
  readonly earlier: Head | null;
}

export const noOlder: Older = { from: null, problem: '', isCut: false };

/** What is still missing before the entries known, of which the page before ends at `earlier`. */
export function olderThan(
  standing: Standing | null,
  known: readonly Entry[],
  earlier: Head | null,
): Older {
  if (earlier !== null || standing === null) return { ...noOlder, from: earlier };
  const beginning = known[0]?.prevHash ?? standing.head.changeHash;
  return { ...noOlder, isCut: beginning !== originHash(standing.projectId) };
}

/** True when no more can be had than what the window knows. */
export function isWhole({ from, problem }: Older): boolean {
  return from === null || problem !== '';
}

/** Why there is nothing more to take back, in words. */
export function endWords({ problem, isCut }: Older): string {
  if (problem !== '') return `不能再往前退：${problem}`;
  return isCut
    ? '这台电脑上的记录只到这里，更早的步骤不在这台电脑上。'
    : '已经退到最早的一步，没有可以撤销的了。';
}
