import type { WindowRow } from './drafts-database';

/** Where it is remembered how the window stood. */
export interface WindowRows {
  readonly get: (key: string) => PromiseLike<WindowRow | undefined>;
  readonly put: (row: WindowRow) => PromiseLike<unknown>;
}
