import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectBackupsRestore } from './backups';
import { launch, type LaunchOptions, type RunningApp, type TestHome } from '../e2e/harness/launch';
import { fieldLabels, valueNumber, valueText, type Witness } from './typist';

/** The status of saving as the window shows it. */
export interface ShownStatus {
  readonly text: string;
  readonly headSeq: number;
  readonly savedSeq: number;
  readonly writtenSeq: number;
}

/** Asked in one go and by plain selectors: it is asked many times a second while the program works. */
export async function shownStatus(window: Page): Promise<ShownStatus> {
  return window.locator('[role="status"][aria-label="保存状态"]').evaluate((status) => {
    const number = (name: string) => Number(status.getAttribute(name) ?? -1);
    return {
      text: status.textContent,
      headSeq: number('data-head-seq'),
      savedSeq: number('data-saved-seq'),
      writtenSeq: number('data-written-seq'),
    };
  });
}

/** Waits until everything typed so far is in the project file. */
export async function untilWritten(window: Page, timeout = 30_000): Promise<void> {
  const isWritten = await window.evaluate(writtenInPage, timeout);
  expect(isWritten, `all is written: ${JSON.stringify(await shownStatus(window))}`).toBe(true);
}

/** Runs in the window: looks when the status says something new, so that nobody has to ask all the time. */
function writtenInPage(timeout: number): Promise<boolean> {
  const status = () => document.querySelector('[role="status"][aria-label="保存状态"]');
  const seq = (name: string) => Number(status()?.getAttribute(name) ?? -1);
  const isWritten = () => {
    const head = seq('data-head-seq');
    return head >= 0 && seq('data-saved-seq') === head && seq('data-written-seq') === head;
  };
  return new Promise((resolve) => {
    const end = (result: boolean) => {
      watch.disconnect();
      clearTimeout(limit);
      resolve(result);
    };
    const watch = new MutationObserver(() => {
      if (isWritten()) end(true);
    });
    const limit = setTimeout(end, timeout, false);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    if (isWritten()) end(true);
  });
}

/** Starts the app on a project file, as a double click does, and goes to the page of its course. */
export async function startOn(
  home: TestHome,
  file: string,
  more: Partial<LaunchOptions> = {},
): Promise<RunningApp> {
  const app = await launch({ home, files: [file], ...more });
  await orEnded(app, () => showCourse(app.window));
  return app;
}

/** A program left running after a failure would hold its home, and every later trial would fail too. */
export async function orEnded(app: RunningApp, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (app.electron.process().exitCode === null) await killGroup(app);
    throw cause;
  }
}

/** A field trials write in. Found by its attribute: asking for roles and names costs more than the save. */
export function fieldAt(window: Page, label: string): Locator {
  return window.locator(`textarea[aria-label="${label}"]`);
}

/**
 * Waits for the page of the sample's course, which is where the window begins, or goes there; the paper
 * beside it has no part in these trials and is closed.
 */
export async function showCourse(window: Page): Promise<void> {
  const limit = { polling: 20, timeout: 30_000 };
  await window.waitForFunction(() => document.querySelector('[role="tree"]') !== null, null, limit);
  const first = fieldAt(window, fieldLabels[0]);
  if ((await first.count()) === 0)
    await window.locator('.outline-row[data-kind=course]').first().click();
  await first.waitFor({ timeout: 20_000 });
  const side = window.locator('button[aria-label="收起右栏"]');
  if (await side.isVisible()) await side.click();
}

/** Types a new value into a field by hand, asks for it to be written now and waits for 「已写入」; notes both words. */
export async function saveOne(window: Page, witness: Witness, label: string): Promise<void> {
  witness.noteShown(await inWindow(window));
  const n = witness.next(label);
  const field = fieldAt(window, label);
  await field.fill(valueText(n));
  await field.blur();
  await window.keyboard.press('Control+s');
  await untilWritten(window);
  witness.note(witness.saved, { label, n });
  witness.note(witness.written, { label, n });
}

/** The number that stands in each field of the window. */
export async function inWindow(window: Page): Promise<ReadonlyMap<string, number>> {
  const texts = await window.evaluate(
    (labels) =>
      labels.map((label) => {
        const found = document.querySelectorAll<HTMLTextAreaElement>(
          `textarea[aria-label="${label}"]`,
        );
        return found.length === 1 ? found[0]?.value : undefined;
      }),
    [...fieldLabels],
  );
  return new Map(
    fieldLabels.map((label, index) => {
      const text = texts[index];
      if (text === undefined) throw new Error(`not one field ${label}`);
      return [label, valueNumber(text)] as const;
    }),
  );
}

/** Everything that lies in IndexedDB, as text, read without the app's own code. */
export async function inDrafts(window: Page): Promise<string> {
  return window.evaluate(async () => {
    const wait = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    let text = '';
    for (const { name } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name ?? ''));
      if (database.objectStoreNames.contains('records')) {
        const store = database.transaction('records').objectStore('records');
        text += JSON.stringify(await wait(store.getAll()));
      }
      database.close();
    }
    return text;
  });
}

/** The text of project.json, read without the app's own code. */
export async function inFile(file: string): Promise<string> {
  const parts = unzipSync(new Uint8Array(await readFile(file)));
  return strFromU8(parts['project.json'] ?? new Uint8Array());
}

/** Fails unless each field shows at least the newest value that was called saved, and no invention. */
export async function expectNothingLost(window: Page, witness: Witness): Promise<void> {
  const shown = await inWindow(window);
  for (const [label, n] of witness.saved) {
    if ((shown.get(label) ?? 0) < n) witness.lost += 1;
    expect(
      shown.get(label),
      `${label}: 「已保存」 was shown for value ${String(n)}`,
    ).toBeGreaterThanOrEqual(n);
    expect(shown.get(label), label).toBeLessThanOrEqual(witness.typed.get(label) ?? 0);
  }
}

/** Fails unless window, drafts and file all hold what the window shows. */
export async function expectThreeHomesAgree(window: Page, file: string): Promise<void> {
  await untilWritten(window);
  const shown = [...(await inWindow(window))].filter(([, n]) => n > 0);
  const text = await inFile(file);
  for (const [label, n] of shown) expect(text, `${label} in the file`).toContain(valueText(n));
  const missingInDrafts = async () => {
    const drafts = await inDrafts(window);
    return shown.filter(([, n]) => !drafts.includes(valueText(n)));
  };
  await expect
    .poll(missingInDrafts, { timeout: 10_000, message: 'missing in IndexedDB' })
    .toEqual([]);
}

/** SIGKILL to the whole process group, so that no helper process lives on and finishes the work. */
export async function killGroup(app: RunningApp): Promise<void> {
  const { pid } = app.electron.process();
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  await app.kill();
}

/** What a program is started on and what it has promised. */
export interface Proven {
  readonly home: TestHome;
  readonly file: string;
  readonly witness: Witness;
  /** What else is proved of a program just started, and once it has written all. */
  readonly also?: {
    readonly started: (window: Page) => Promise<void>;
    readonly written: (window: Page) => Promise<void>;
  };
}

/** Of a program just started: nothing promised is missing, a value can be saved, the three homes agree. */
export async function proveRestart(
  { window }: RunningApp,
  { file, witness, also }: Proven,
  label: string,
): Promise<void> {
  await also?.started(window);
  await expectNothingLost(window, witness);
  witness.noteShown(await inWindow(window));
  await saveOne(window, witness, label);
  await expectNothingLost(window, witness);
  await expectThreeHomesAgree(window, file);
  await also?.written(window);
}

/**
 * The proof after a fault that stands by itself: three restarts with a save between; each time nothing
 * promised is missing and the three homes agree. (A torn log wipes IndexedDB one or two starts late.)
 * Then every backup in the home is opened and compared with what was noted.
 */
export async function proveThreeRestarts(
  home: TestHome,
  file: string,
  witness: Witness,
): Promise<void> {
  for (let restart = 1; restart <= 3; restart += 1) {
    const app = await startOn(home, file);
    const label = fieldLabels[restart % fieldLabels.length] ?? fieldLabels[0];
    await orEnded(app, () => proveRestart(app, { home, file, witness }, label));
    await app.close();
  }
  await expectBackupsRestore(home, witness);
}
