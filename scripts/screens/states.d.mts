import type { ElectronApplication, Page } from 'playwright-core';

/** A program under way with a home folder of its own. */
interface Started {
  readonly window: Page;
  readonly electron: ElectronApplication;
  readonly documents: string;
}

/** The same project on another machine; `finish` closes it as a hand would, `close` removes its home. */
interface Beside {
  readonly window: Page;
  readonly file: string;
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface State {
  readonly page: string;
  readonly show: (
    started: Started & { readonly beside: (file: string) => Promise<Beside> },
  ) => Promise<void>;
  readonly leave?: (started: Started) => Promise<void>;
}

export const statesOfProject: readonly State[];
export const statesOfStart: readonly (State & { readonly faults?: readonly unknown[] })[];
