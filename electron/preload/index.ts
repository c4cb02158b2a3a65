import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ipcChannels } from '@shared/ipc/channels';
import type { IpcChannel, ShellEvent } from '@shared/ipc/contract';
import { bridgeName, shellEventChannel } from '@shared/platform/platform';

const dropChannel: IpcChannel = 'project:dropped';

const functions = ipcChannels
  .filter((channel) => channel !== dropChannel)
  .map((channel) => [
    channel,
    Object.freeze((...args: readonly unknown[]) => ipcRenderer.invoke(channel, ...args)),
  ]);

const bridge: Readonly<Record<string, unknown>> = Object.freeze({
  ...(Object.fromEntries(functions) as Record<string, unknown>),
  // '' for a file that was not really dropped or picked but made by the page.
  dropFile: Object.freeze((file: File) =>
    ipcRenderer.invoke(dropChannel, webUtils.getPathForFile(file)),
  ),
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
