import { storedForm } from '@shared/core/model/record';
import type { IpcReply, OpenReply } from '@shared/ipc/contract';
import type { Platform } from '../platform/platform';
import type { Drafts } from './drafts';

/** Gives the shell what only the drafts still have. */
export async function adopt(
  { platform, drafts }: { readonly platform: Platform; readonly drafts: Drafts },
  { choice, copyId }: Extract<OpenReply, { readonly outcome: 'useDrafts' }>,
): Promise<IpcReply<'project:adoptDrafts'>> {
  const copy = await drafts.read(copyId).catch(() => undefined);
  if (copy === undefined) {
    return {
      ok: false,
      failure: {
        reason: 'cannot-read',
        message: '本机草稿库里的稿子读不出来，文件和日志里的没有动过。请再打开一次。',
      },
    };
  }
  const entries = copy.entries.map(({ change, ...entry }) => ({
    ...entry,
    change: change.map(({ id, before, after }) => ({
      id,
      before: before === null ? null : storedForm(before),
      after: after === null ? null : storedForm(after),
    })),
  }));
  return platform['project:adoptDrafts']({
    choice,
    standing: copy.standing,
    records: copy.records.map(storedForm),
    entries,
  });
}
