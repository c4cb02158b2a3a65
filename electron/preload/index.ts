import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { IpcChannel, ShellEvent } from '@shared/ipc/contract';
import { bridgeName } from '@shared/platform/platform';

// The contract itself stays out of here: the preload needs the names only, and loads faster without
// the schemas. The type makes the compiler compare the two lists.
const channels: Readonly<Record<Exclude<IpcChannel, 'project:dropped'>, true>> = {
  'app:info': true,
  'settings:set': true,
  'settings:pickFolder': true,
  'start:list': true,
  'recent:forget': true,
  'project:create': true,
  'project:pick': true,
  'project:open': true,
  'project:adoptDrafts': true,
  'project:settleHeads': true,
  'project:append': true,
  'project:writeNow': true,
  'project:saveAs': true,
  'project:settleOutside': true,
  'project:close': true,
  'history:entries': true,
  'backups:list': true,
  'backups:look': true,
  'backups:restore': true,
  'export:pickFolder': true,
  'export:plan': true,
  'export:write': true,
  'export:cancel': true,
  'export:pdf': true,
  'export:reveal': true,
  'keptExports:list': true,
  'keptExports:read': true,
  'baseline:keep': true,
  'baseline:list': true,
  'baseline:records': true,
  'kept:save': true,
  'print:sheet': true,
  'clipboard:read': true,
  'clipboard:write': true,
  'edit:text': true,
  'app:readyToClose': true,
};
const dropChannel: IpcChannel = 'project:dropped';
const eventChannel = 'shell:event';

/** The path of a file that was really dropped or picked; '' for one that a page has made itself. */
function pathOf(file: File): string {
  const helper = webUtils as typeof webUtils | undefined;
  if (helper !== undefined) return helper.getPathForFile(file);
  // The test runtime is older than webUtils and still has the property.
  return (file as File & { readonly path?: string }).path ?? '';
}

const functions = Object.keys(channels).map((channel) => [
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
    ipcRenderer.on(eventChannel, pass);
    return () => {
      ipcRenderer.removeListener(eventChannel, pass);
    };
  }),
});

contextBridge.exposeInMainWorld(bridgeName, bridge);
