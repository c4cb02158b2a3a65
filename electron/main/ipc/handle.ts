import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { fail } from '@shared/core/kernel/result';
import { ipcChannels } from '@shared/ipc/channels';
import type { IpcChannel, IpcFailure, IpcReply } from '@shared/ipc/contract';
import { appOrigin } from '@shared/platform/platform';

const notPermitted: IpcFailure = { reason: 'not-permitted', message: '不接受这个请求。' };

/** Checks what was asked and answers it. */
export type Answer = (
  channel: IpcChannel,
  received: readonly unknown[],
) => Promise<IpcReply<IpcChannel>>;

/**
 * The only place that listens to the window: every channel of the contract and no other, from the
 * top frame of our own window on our own origin only (Electron security checklist, item 17). What is
 * asked before the shell is ready waits for it.
 */
export function registerIpc(answering: Promise<Answer>, ownWindow: () => WebContents | null): void {
  for (const channel of ipcChannels) {
    ipcMain.handle(channel, async (event, ...received: unknown[]) =>
      isTrusted(event, ownWindow()) ? (await answering)(channel, received) : fail(notPermitted),
    );
  }
}

function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent, own: WebContents | null): boolean {
  if (sender.id !== own?.id) return false;
  // Null when the frame has gone in the meantime; a subframe has a parent.
  const isTop = senderFrame?.parent === null;
  return isTop && originOf(senderFrame.url) === appOrigin;
}

function originOf(url: string): string {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
}
