import type { Refusal } from '@shared/core/words/refusal';
import type { Result } from '@shared/core/kernel/result';
import type { AnyRecord } from '@shared/core/model/record';
import type { Paper } from '@shared/core/papers/block';
import type { UnfinishedPlace } from '@shared/core/paths/bound';
import type { PaperRequest } from '@shared/core/papers/build-paper';

export type PaperFormat = 'word' | 'pdf';

/** One file that is wanted: a paper in a format. */
export interface FileRequest extends PaperRequest {
  readonly format: PaperFormat;
}

/** What the window asks the worker for: papers of one state of the project. */
export interface PaperJob {
  readonly records: readonly AnyRecord[];
  readonly projectId: string;
  readonly standingHash: string;
  /** Set in papers that are kept with a 存档版本. */
  readonly baselineId?: string;
  readonly requests: readonly FileRequest[];
  /** Only to be told about the files, which is quick; or to have them. */
  readonly purpose: 'survey' | 'make';
}

export interface MadePaper {
  /** With extension. */
  readonly name: string;
  readonly unfinished: readonly UnfinishedPlace[];
  /** Fonts the paper names, each once. */
  readonly fonts: readonly string[];
  /** The Word file; null for a survey, and for a PDF. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** What a PDF is drawn from; null for everything else. */
  readonly paper: Paper | null;
}

/** One answer per request, in order. */
export interface PaperAnswer {
  readonly index: number;
  readonly made: Result<MadePaper, Refusal>;
}
