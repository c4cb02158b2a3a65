import type { ProjectFile } from '@shared/formats/project-file/project-file';
import type { DraftHead } from '@shared/ipc/contract';
import type { FoundHome, Target } from './gather-homes';
import type { Session } from './session';

/** What opening a file came to. */
export type Opening =
  | { readonly outcome: 'session'; readonly session: Session; readonly notices: readonly string[] }
  | {
      readonly outcome: 'useDrafts';
      readonly found: Found;
      readonly draft: DraftHead;
      /** 'open' them, or 'keep' them as the second draft beside the file that was taken. */
      readonly purpose: 'open' | 'keep';
    }
  | {
      readonly outcome: 'twoHeads';
      readonly found: Found;
      readonly mine: FoundHome;
      readonly theirs: ProjectFile;
    }
  | { readonly outcome: 'failed'; readonly reason: string; readonly message: string };

/** Everything that was found when a file was opened; kept while the window answers. */
export interface Found {
  readonly path: string;
  readonly target: Target;
  readonly homes: readonly FoundHome[];
  readonly notices: readonly string[];
}

/** What to open: the file at `path`, which may have been read already, and the drafts there are. */
export interface Wanted {
  readonly path: string;
  readonly drafts: readonly DraftHead[];
  readonly target?: Promise<Target> | undefined;
}
