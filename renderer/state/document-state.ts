import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '@shared/core/changes/change';
import type { Entry, EntryContent } from '@shared/core/changes/entry';
import type { Branch, History } from '@shared/core/changes/history';
import type { Standing } from '@shared/core/changes/lineage';
import type { Command } from '@shared/core/commands/command';
import type { Intent } from '@shared/core/making/draft';
import type { Refusal } from '@shared/core/words/refusal';
import type { Result } from '@shared/core/kernel/result';
import type { Project } from '@shared/core/model/project';
import type { OpenProject, WriteState } from '@shared/ipc/contract';
import type { Older, OlderPage } from './older';
import type { SaveProblem, SaveStatus } from './save-status';

/** What takes the entries of the window into drafts and journal. */
export interface EntrySink {
  /** Called once per entry, in order, at once after the store has changed. */
  readonly take: (entry: Entry, standing: Standing) => void;
  /** Resolves when everything taken so far is saved or has failed by name. */
  readonly flush: () => Promise<void>;
}

/** What of a project is in journal and file at the moment it is opened. */
export interface SavedBase {
  readonly session: string;
  readonly standing: Standing;
  readonly project: Project;
  /** The last entries of the history, oldest first. */
  readonly entries: readonly Entry[];
}

/** One step of the project, for what need not look at all of it again. */
export interface LastStep {
  readonly from: Project;
  readonly change: Change;
}

export interface DocumentState {
  /** null when no project is open. */
  readonly session: string | null;
  readonly project: Project;
  /** The step that made the project what it is; null when it was opened as it stands. */
  readonly lastStep: LastStep | null;
  readonly history: History;
  /** What of the history is not in the window yet. */
  readonly older: Older;
  readonly title: string;
  readonly standing: Standing | null;
  readonly readOnly: boolean;
  /** Sentences about what was repaired while opening, until they are dismissed. */
  readonly notices: readonly string[];
  readonly status: SaveStatus;
  /** Runs a command: store, history, drafts and journal all follow from its change. */
  readonly execute: <Input>(command: Command<Input>, input: Input) => Result<Intent, Refusal>;
  /** What was being typed is one step of its own; the next edit of the same place is another. */
  readonly endStep: () => void;
  /** Takes the last steps back, as one entry; answers what was taken back. */
  readonly undo: (count?: number) => Applied | undefined;
  readonly redo: (count?: number) => Applied | undefined;
  /** Brings back what undo had passed over, as a step of its own; undefined when it does not fit. */
  readonly bringBack: (branch: Branch) => (Applied & { readonly isBeside: boolean }) | undefined;
  /** Puts older entries before those the window knows. */
  readonly takeOlder: (page: OlderPage) => void;
  readonly noteOlder: (older: Older) => void;
  /** Resolves when everything done so far is 「已保存」 or has failed by name. */
  readonly flush: () => Promise<void>;
  /** Shows an opened project; `sinkFor` makes what saves its entries from now on. */
  readonly load: (opened: OpenProject, sinkFor: (base: SavedBase) => EntrySink) => void;
  readonly unload: () => void;
  readonly noteSaved: (seq: number) => void;
  readonly noteSlow: (slow: boolean) => void;
  readonly noteProblem: (where: SaveProblem['where'], message: string | null) => void;
  readonly noteWrite: (session: string, write: WriteState) => void;
  readonly dismissNotices: () => void;
}

export interface Applied {
  readonly label: string;
  readonly change: Change;
}

export type DocumentStore = StoreApi<DocumentState>;

/** Makes an entry of a change and lets store, drafts and journal follow. */
export type Commit = (content: Omit<EntryContent, 'at' | 'author'>) => void;
