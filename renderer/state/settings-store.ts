import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '@shared/ipc/contract';
import { firstChoices } from '@shared/ipc/settings';

export interface SettingsState {
  readonly settings: Settings;
  readonly version: string;
  readonly platformName: string;
  /** True on the Electron that tests run on and that is never shipped. */
  readonly testRuntime: boolean;
  readonly take: (known: Partial<Omit<SettingsState, 'take'>>) => void;
}

export type SettingsStore = StoreApi<SettingsState>;

/** What the machine remembers for the teacher; the shell keeps it. */
export function createSettingsStore(): SettingsStore {
  return createStore<SettingsState>()((set) => ({
    settings: { ...firstChoices, projectsFolder: '', backupsFolder: '' },
    version: '',
    platformName: '',
    testRuntime: false,
    take(known) {
      set(known);
    },
  }));
}
