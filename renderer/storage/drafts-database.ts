import { Dexie, type EntityTable, type Table } from 'dexie';
import type { StoredEntry } from '@shared/core/changes/entry';
import type { Standing } from '@shared/core/changes/lineage';
import type { RecordDigest } from './record-digest';

/** One row per copy of a project; written in the same transaction as its records and entries. */
export interface CopyRow {
  readonly copyId: string;
  readonly projectId: string;
  readonly standing: Standing;
  /** Grows with every transaction. */
  readonly generation: number;
  readonly digest: RecordDigest;
  readonly count: number;
}

export interface RecordRow {
  readonly copyId: string;
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
}

export interface EntryRow {
  readonly copyId: string;
  readonly seq: number;
  readonly entry: StoredEntry;
}

/** How the window stood; outside of project and undo. */
export interface WindowRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * The drafts. `strict`: a transaction is complete only when the disk has it; Chromium changed its own
 * default to `relaxed`, so it is always said.
 */
export class DraftsDatabase extends Dexie {
  declare readonly copies: EntityTable<CopyRow, 'copyId'>;
  declare readonly records: Table<RecordRow, [string, string]>;
  declare readonly entries: Table<EntryRow, [string, number]>;
  declare readonly windowState: EntityTable<WindowRow, 'key'>;

  constructor(name = 'gongxue-drafts') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      copies: 'copyId, projectId',
      records: '[copyId+id], copyId',
      entries: '[copyId+seq], copyId',
      windowState: 'key',
    });
  }

  /**
   * After a failure the connection may be lost for good (a full disk closes it), and Dexie answers everything
   * with that failure from then on. The next call opens it anew, so that the drafts go on by themselves once
   * the disk is free again.
   */
  reopen(): void {
    this.close({ disableAutoOpen: false });
  }
}
