import type { ElectronApplication, Page } from 'playwright-core';

/** Opens a sample as a copy: the first one, or the one with a whole major in it. */
export function openSample(window: Page, options?: { readonly whole?: boolean }): Promise<void>;
/** Resolves when what was asked of the window until now is drawn. */
export function untilDrawn(window: Page): Promise<void>;
/** Waits until the status says that everything is in the project file. */
export function waitUntilWritten(window: Page): Promise<void>;
/** Gives the page a size, in CSS pixels; resolves when the window is drawn as it is in that size. */
export function resizeTo(
  app: { readonly electron: ElectronApplication; readonly window: Page },
  size: readonly [width: number, height: number],
): Promise<void>;
