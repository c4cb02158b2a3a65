import type { IpcChannel } from './contract';

// The names alone: preload and shell begin with them, long before the schemas of the contract are made.
// The type makes the compiler compare the two lists.
const names: Readonly<Record<IpcChannel, true>> = {
  'app:info': true,
  'settings:set': true,
  'settings:pickFolder': true,
  'start:list': true,
  'recent:forget': true,
  'project:create': true,
  'project:pick': true,
  'project:dropped': true,
  'project:look': true,
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
  'aside:open': true,
  'aside:forget': true,
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

/** Every channel of the contract. */
export const ipcChannels = Object.keys(names) as readonly IpcChannel[];
