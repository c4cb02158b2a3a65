import type { IpcChannel, IpcReply, WriteState } from '@shared/ipc/contract';

/** What every question that brings a project into the window is answered with. */
export type OpenAnswer = IpcReply<OpenChannel>;
type OpenChannel = Extract<
  IpcChannel,
  | 'project:open'
  | 'project:create'
  | 'project:adoptDrafts'
  | 'project:settleHeads'
  | 'project:settleOutside'
  | 'project:saveAs'
  | 'backups:restore'
  | 'aside:open'
>;

/** There was nothing to open. */
export const nothingToOpen: OpenAnswer = { ok: true, value: null };

/** Why the file does not hold everything; null when it does. */
export function unwrittenOf(
  reply: IpcReply<'project:writeNow'>,
  file: WriteState['file'],
): WriteState | null {
  if (!reply.ok) {
    const { message } = reply.failure;
    return { state: 'failed', writtenAt: '', writtenSeq: 0, file, message };
  }
  return reply.value.state === 'written' ? null : reply.value;
}
