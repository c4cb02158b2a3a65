import type { Entry } from '@shared/core/changes/entry';
import type { Standing } from '@shared/core/changes/lineage';
import type { AnyRecord } from '@shared/core/model/record';
import type { DraftHead } from '@shared/ipc/contract';

/** One copy of a project as the drafts hold it. */
export interface DraftCopy {
  readonly standing: Standing;
  readonly records: readonly AnyRecord[];
  /** The newest entries of this copy, oldest first. */
  readonly entries: readonly Entry[];
}

/** What the rows of a copy are to become; the records are walked once, in any pace. */
export interface DraftSource extends Omit<DraftCopy, 'records'> {
  readonly records: Iterable<AnyRecord>;
}

/** The first home of the work (IndexedDB). A witness beside the journal: never believed when empty. */
export interface Drafts {
  /** The copies that are whole, for the shell to compare with file and journal. */
  readonly heads: () => Promise<readonly DraftHead[]>;
  /** Everything of one copy; undefined when its rows do not add up. */
  readonly read: (copyId: string) => Promise<DraftCopy | undefined>;
  /** True when the rows of the copy are exactly the records given. */
  readonly matches: (standing: Standing, records: Iterable<AnyRecord>) => Promise<boolean>;
  /** Replaces the rows of the copy and drops copies of the project that it contains. */
  readonly rebuild: (copy: DraftSource) => Promise<void>;
  /** Adds entries in order; 'behind' when the rows do not stand right before the first of them. */
  readonly append: (entries: readonly Entry[], standing: Standing) => Promise<'kept' | 'behind'>;
  /** Somebody waits: nothing is done at leisure until the answered function is called. */
  readonly hurry?: () => () => void;
}
