import { containment, type HashAt, type Standing } from '@shared/core/changes/lineage';

/** One of the three homes of the work, as far as it was found. */
export interface Home {
  readonly source: 'file' | 'journal' | 'drafts';
  readonly standing: Standing;
  /**
   * True when it gives way to a state that only says that it goes further: the file, whose bytes are kept
   * before, and what a profile before this one left behind, which nobody appends to any more.
   */
  readonly yields: boolean;
}

export type Reconciled<Found extends Home> =
  /** This one contains all the others: they may be replaced by it. */
  | { readonly outcome: 'take'; readonly home: Found }
  /** The file and what this machine holds go different ways: both are kept, the teacher chooses. */
  | { readonly outcome: 'twoHeads'; readonly mine: Found; readonly theirs: Found };

/**
 * Decides by ancestry which home holds the newest state. `homes` in order of authority among equals:
 * file, journals, drafts; not empty.
 */
export function reconcile<Found extends Home>(
  homes: readonly Found[],
  hashAt: HashAt,
): Reconciled<Found> | undefined {
  const newest = containing(homes, hashAt);
  if (newest !== undefined) return { outcome: 'take', home: newest };
  const theirs = homes.find(({ source }) => source === 'file');
  const local = homes.filter(({ source }) => source !== 'file');
  // What this machine holds may itself have gone two ways; the journal is what was told 已保存.
  const mine = containing(local, hashAt) ?? ahead(local, theirs, hashAt);
  if (mine === undefined) return undefined;
  return theirs === undefined
    ? { outcome: 'take', home: mine }
    : { outcome: 'twoHeads', mine, theirs };
}

/** True when `other` may be replaced by `home`: by hashes that are known here, never by a claim alone. */
export function holds(home: Home, other: Home, hashAt: HashAt): boolean {
  if (home === other) return true;
  if (home.standing.projectId !== other.standing.projectId) return false;
  const found = containment(home.standing, other.standing.head, hashAt);
  return found === 'proven' || (found === 'claimed' && other.yields);
}

function containing<Found extends Home>(
  homes: readonly Found[],
  hashAt: HashAt,
): Found | undefined {
  return homes.find((home) => homes.every((other) => holds(home, other, hashAt)));
}

/** The first that the file does not contain. */
function ahead<Found extends Home>(
  local: readonly Found[],
  theirs: Found | undefined,
  hashAt: HashAt,
): Found | undefined {
  if (theirs === undefined) return local[0];
  return local.find((home) => !holds(theirs, home, hashAt));
}
