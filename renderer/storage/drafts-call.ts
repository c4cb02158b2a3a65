import type { Entry } from '@shared/core/changes/entry';
import type { Standing } from '@shared/core/changes/lineage';
import type { AnyRecord } from '@shared/core/model/record';
import type { WindowRow } from './drafts-database';

/** What the window asks the worker of the drafts for. `batch` names records that were sent before. */
export type DraftsCall =
  | { readonly name: 'heads' }
  | { readonly name: 'read'; readonly copyId: string }
  | { readonly name: 'matches'; readonly standing: Standing; readonly batch: number }
  | {
      readonly name: 'rebuild';
      readonly standing: Standing;
      readonly entries: readonly Entry[];
      readonly batch: number;
    }
  | { readonly name: 'append'; readonly entries: readonly Entry[]; readonly standing: Standing }
  | { readonly name: 'windowGet'; readonly key: string }
  | { readonly name: 'windowPut'; readonly row: WindowRow };

export type DraftsMessage =
  | { readonly type: 'records'; readonly batch: number; readonly records: readonly AnyRecord[] }
  | { readonly type: 'call'; readonly id: number; readonly call: DraftsCall };

export type DraftsAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly error: { readonly name: string; readonly message: string };
    };
