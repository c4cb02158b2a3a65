import type { IpcChannel, IpcValue, ShellBridge } from '@shared/ipc/contract';

/**
 * The port through which the window reaches the machine: the same functions whether the shell
 * answers (Electron) or the memory of a test does. Components never see `window.gongxue`.
 */
export type Platform = ShellBridge;

/** What a channel answers when all is well. */
export type Answer<Channel extends IpcChannel> = IpcValue<Channel>;
