import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ipcChannels } from '@shared/ipc/channels';
import type { IpcChannel, ShellEvent } from '@shared/ipc/contract';
import { bridgeName, shellEventChannel } from '@shared/platform/platform';

const dropChannel: IpcChannel = 'project:dropped';

/** The path of a file that was really dropped; '' for one that a page has made itself, or what is no file at all. */
function pathOf(file: File): string {
  try {
    return webUtils.getPathForFile(file);
  } catch {
    return '';
  }
}

const functions = ipcChannels
  .filter((channel) => channel !== dropChannel)
  .map((channel) => [
    channel,
    Object.freeze((...args: readonly unknown[]) => ipcRenderer.invoke(channel, ...args)),
  ]);

const bridge: Readonly<Record<string, unknown>> = Object.freeze({
  ...(Object.fromEntries(functions) as Record<string, unknown>),
  dropFile: Object.freeze((file: File) => ipcRenderer.invoke(dropChannel, pathOf(file))),
  onShellEvent: Object.freeze((listener: (event: ShellEvent) => void) => {
    const pass = (_: unknown, event: ShellEvent) => {
      listener(event);
    };
    ipcRenderer.on(shellEventChannel, pass);
    return () => {
      ipcRenderer.removeListener(shellEventChannel, pass);
    };
  }),
});

contextBridge.exposeInMainWorld(bridgeName, bridge);
