import type { Page } from 'playwright-core';

/** What stood in the window at one moment. */
export interface Seen {
  readonly at: number;
  /** The status of saving. */
  readonly status: string;
  /** The text in the field that is watched. */
  readonly text: string;
}

/** What was seen every 50 ms, and every character as it came. */
export interface Watched {
  readonly seen: readonly Seen[];
  readonly typed: readonly { readonly at: number; readonly text: string }[];
  /** The longest the page stood still, in milliseconds: for so long nobody could have saved. */
  readonly stall: number;
}

/** Looks every 50 ms at the status and at the field with the cursor, until it is asked what it saw. */
export async function watchWords(page: Page): Promise<() => Promise<Watched>> {
  await page.evaluate(startWatching);
  return () => page.evaluate(() => (globalThis as unknown as { gxStop: () => Watched }).gxStop());
}

/** Runs in the window; must not use anything of this module. */
function startWatching(): void {
  const seen: Seen[] = [];
  const typed: { at: number; text: string }[] = [];
  let stall = 0;
  let last = Date.now();
  const textNow = () => {
    const field = document.activeElement;
    const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
    return isText ? field.value : '';
  };
  const look = () => {
    const at = Date.now();
    stall = Math.max(stall, at - last - 50);
    last = at;
    const status = document.querySelector('[aria-label="保存状态"]')?.textContent ?? '';
    seen.push({ at, status, text: textNow() });
  };
  const note = () => {
    typed.push({ at: Date.now(), text: textNow() });
  };
  document.addEventListener('input', note, true);
  const timer = setInterval(look, 50);
  (globalThis as unknown as { gxStop: () => Watched }).gxStop = () => {
    clearInterval(timer);
    document.removeEventListener('input', note, true);
    return { seen, typed, stall };
  };
}
