import type { Change } from '@shared/core/changes/change';
import type { AnyRecord } from '@shared/core/model/record';
import type { CheckReport } from '../../state/checks-store';

/** What the window tells the rules worker. */
export type CheckJob =
  /** Some records of a project; more may come before it is all there. */
  | { readonly kind: 'records'; readonly load: number; readonly records: readonly AnyRecord[] }
  /** All records of the project have been sent. */
  | { readonly kind: 'load'; readonly load: number }
  /** A step made for the state the worker has. */
  | { readonly kind: 'change'; readonly change: Change };

/**
 * What the worker answers; `load` says for which project. Lists that say the same as in the answer
 * before are left out.
 */
export interface CheckAnswer {
  readonly load: number;
  readonly report: Partial<CheckReport>;
}
