import type { ReadsProject } from './files/project-file';
import type { Random } from '@shared/core/kernel/random';
import type { ShellEvent, TextEdit, WriteState } from '@shared/ipc/contract';
import type { Sheet } from '@shared/ipc/sheet';
import type { Backups } from './backups/backups';
import type { Replacing } from './files/replace-file';
import type { Handles } from './handles/handles';
import type { JournalStore } from './journal/journal-store';
import type { ProfileMark } from './journal/profile-mark';
import type { Notices } from './notices';
import type { RecentList } from './places/recent';
import type { SettingsStore } from './settings/settings';

/** Questions only a person can answer; null = cancelled. */
export interface Dialogs {
  readonly pickProject: () => Promise<string | null>;
  readonly pickFolder: (title: string) => Promise<string | null>;
  readonly pickSaveAs: (suggestion: string) => Promise<string | null>;
}

/** What the desktop does for us. */
export interface Desktop {
  readonly version: string;
  readonly platform: string;
  readonly testRuntime: boolean;
  /** Draws the window larger or smaller, in percent. */
  readonly scale: (percent: number) => void;
  /** Does to the text field with the cursor what the usual keys do. */
  readonly edit: (what: TextEdit) => void;
  readonly reveal: (folder: string) => Promise<void>;
}

/** Prints sheets from a hidden window of the shell's own. */
export interface Printing {
  readonly toPdf: (sheet: Sheet) => Promise<Uint8Array<ArrayBuffer>>;
  /** Asks the person for a printer; a print that was called off is not printed and needs no word. */
  readonly toPaper: (
    sheet: Sheet,
  ) => Promise<{ readonly printed: boolean; readonly message: string }>;
}

/** The clipboard of the machine; '' for a form that is not on it. */
export interface Clipboard {
  readonly read: () => Promise<{ readonly text: string; readonly html: string }>;
  readonly write: (forms: { readonly text: string; readonly html: string }) => Promise<void>;
}

/** Told of what counts, in order; the fault trials compare it with the calls to the disk. */
export interface Observer {
  /** About to answer that entries up to `seq` are saved. */
  readonly saved: (copyId: string, seq: number) => void;
  /** The project file holds `writtenSeq`. */
  readonly written: (copyId: string, write: WriteState) => void;
}

export interface Folders {
  readonly userData: string;
  readonly documents: string;
}

/** Everything the shell's parts share; made once in `make-services.ts`. */
export interface Services extends Replacing {
  readonly random: Random;
  readonly folders: Folders;
  readonly journals: JournalStore;
  readonly profile: ProfileMark;
  readonly settings: SettingsStore;
  readonly recent: RecentList;
  readonly backups: Backups;
  readonly handles: Handles;
  readonly dialogs: Dialogs;
  readonly desktop: Desktop;
  readonly clipboard: Clipboard;
  readonly printing: Printing;
  readonly observer: Observer;
  readonly emit: (event: ShellEvent) => void;
  /** Sentences the teacher is told once. */
  readonly notices: Notices;
  /** Notes a trouble for a person who looks into it; never content of a project. */
  readonly log: (line: string) => void;
  /** Reads a whole project file, a large one in a process of its own. */
  readonly readProject: ReadsProject;
  /** A folder in the teacher's words. */
  readonly place: (folder: string) => string;
}
