import type { Refusal } from '@shared/core/commands/command';
import type { Result } from '@shared/core/kernel/result';
import type { AnyRecord } from '@shared/core/model/record';
import type { UnfinishedPlace } from '@shared/core/papers/block';
import type { PaperRequest } from '@shared/core/papers/build-paper';

/** What the window asks the worker for: papers of one state of the project. */
export interface PaperJob {
  readonly records: readonly AnyRecord[];
  readonly projectId: string;
  readonly standingHash: string;
  readonly requests: readonly PaperRequest[];
}

export interface MadePaper {
  /** With extension. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly unfinished: readonly UnfinishedPlace[];
}

/** One answer per request, in order. */
export interface PaperAnswer {
  readonly index: number;
  readonly made: Result<MadePaper, Refusal>;
}
