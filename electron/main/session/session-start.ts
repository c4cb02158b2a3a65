import type { Standing } from '@shared/core/changes/lineage';
import type { Project } from '@shared/core/model/project';
import type { IpcFailure } from '@shared/ipc/contract';
import type { Journal } from '../journal/journal';
import type { CarriedParts } from './carried-parts';
import type { FileWriter } from './file-writer';

/** A pause in typing after which the project file is written, and the longest it waits without one. */
export const pauseBeforeWrite = 3_000;
export const longestBeforeWrite = 20_000;
/** After a failed write it is tried again by itself. */
export const retryWrite = 5_000;
/** Entries or bytes of log after which a snapshot is worth its cost. */
export const snapshotEntries = 500;
export const snapshotEntriesAtClose = 100;
export const snapshotBytes = 4_000_000;
/** Hashes kept to recognise entries that are sent again. */
export const rememberedHashes = 2_000;

export const chainBroken: IpcFailure = {
  reason: 'chain-broken',
  message: '这次修改接不上已保存的内容，没有保存。请重新打开这个项目。',
};
export const readOnlyFailure: IpcFailure = {
  reason: 'not-permitted',
  message: '这个文件只能读。请用“另存为”存到别处再修改。',
};

/** What a session begins with. */
export interface SessionStart {
  readonly id: string;
  readonly standing: Standing;
  readonly project: Project;
  readonly carried: CarriedParts;
  /** Null = a copy that has no change of its own yet; its journal is made with the first one. */
  readonly journal: Journal | null;
  readonly writer: FileWriter;
  readonly readOnly: boolean;
}
