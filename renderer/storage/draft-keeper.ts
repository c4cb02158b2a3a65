import { apply } from '@shared/core/changes/change';
import type { Entry } from '@shared/core/changes/entry';
import type { Standing } from '@shared/core/changes/lineage';
import type { Project } from '@shared/core/model/project';
import type { Drafts } from '../state/drafts';
import type { After } from './lane';

export interface DraftKeeperOptions {
  readonly drafts: Drafts;
  readonly after: After;
  /** What the shell opened: the truth the rows are measured against. */
  readonly standing: Standing;
  readonly project: Project;
  /** Entries up to the standing, oldest first; older copies may be among them. */
  readonly entries: readonly Entry[];
}

/** Keeps the rows of one open copy equal to what the window has. */
export interface DraftKeeper {
  /** Takes entries along in order; null = kept, else what went wrong in Chinese. */
  readonly keep: (entries: readonly Entry[], standing: Standing) => Promise<string | null>;
  /** Somebody waits for what is being kept, until the answered function is called. */
  readonly hurry: () => () => void;
}

/** The rows are compared with the opened file once the window has had time to draw. */
const checkAfterMilliseconds = 1_500;
const rememberedEntries = 1_000;

export function createDraftKeeper(options: DraftKeeperOptions): DraftKeeper {
  const { drafts, after } = options;
  let { standing, project } = options;
  let entries = ownEntries(options.entries, standing);
  let checked: Promise<void> | null = null;

  const rebuild = () => drafts.rebuild({ standing, records: project.records.values(), entries });
  const check = (): Promise<void> => {
    // A copy without a change of its own has no rows yet: they are made with its first change.
    checked ??= standing.head.seq === 0 ? Promise.resolve() : compare();
    return checked;
  };
  const compare = async (): Promise<void> => {
    if (!(await drafts.matches(standing, project.records.values()))) await rebuild();
  };
  const advance = (added: readonly Entry[], to: Standing): void => {
    const fresh = added.filter(({ seq }) => seq > standing.head.seq);
    for (const { change } of fresh) project = apply(project, change);
    entries = [...entries, ...fresh].slice(-rememberedEntries);
    standing = to;
  };
  after(checkAfterMilliseconds, () => {
    // A failure shows again, and is said, with the next change.
    check().catch(() => {
      checked = null;
    });
  });
  return {
    async keep(added, to) {
      try {
        await check();
        advance(added, to);
        if ((await drafts.append(added, to)) === 'behind') await rebuild();
        return null;
      } catch (error) {
        checked = null;
        return draftsMessage(error);
      }
    },
    hurry: () => drafts.hurry?.() ?? (() => undefined),
  };
}

/** The entries of the copy itself: the run that is chained to its head, back to its first change. */
function ownEntries(entries: readonly Entry[], { head }: Standing): readonly Entry[] {
  const own: Entry[] = [];
  let { seq, changeHash } = head;
  for (const entry of entries.toReversed()) {
    if (seq === 0 || entry.seq !== seq || entry.changeHash !== changeHash) break;
    own.push(entry);
    seq -= 1;
    changeHash = entry.prevHash;
  }
  return own.reverse();
}

/** What a failure of IndexedDB means to a teacher; its own names mislead (a full disk is an AbortError). */
function draftsMessage(error: unknown): string {
  const name = error instanceof Error ? error.name : String(error);
  return `本机草稿库暂时写不进去（${name}）。日志另外保存；写的内容存没存下，以“已保存”为准。`;
}
