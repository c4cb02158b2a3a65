import type { Change } from '@shared/core/changes/change';
import type { AnyRecord } from '@shared/core/model/record';
import type { CheckReport } from '../../state/checks-store';

/** What the window tells the rules worker. */
export type CheckJob =
  | { readonly kind: 'load'; readonly load: number; readonly records: readonly AnyRecord[] }
  /** A step made for the state the worker has. */
  | { readonly kind: 'change'; readonly change: Change };

/** What the worker answers; `load` says for which project. */
export interface CheckAnswer {
  readonly load: number;
  readonly report: CheckReport;
}
