import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright-core';
import { untilGroupGone } from '../scripts/process-group.mjs';

/** Where to find an Electron and the built app; handed over by the script. */
export interface Runtime {
  readonly electron: string;
  readonly app: string;
}

export interface OpenWindow {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Milliseconds from the start of the process to the first field that can be typed in, painted. */
  readonly untilEditable: number;
  readonly end: () => Promise<void>;
}

/** A home folder as a fresh account has it. */
export async function makeHome(): Promise<{ home: string; remove: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'gongxue-bench-'));
  await mkdir(join(home, '.config'), { recursive: true });
  await mkdir(join(home, '文档'), { recursive: true });
  await writeFile(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/文档"\n');
  return { home, remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }) };
}

/** An app that does nothing but show one empty window with one field. */
export async function makeEmptyApp(folder: string): Promise<string> {
  const app = join(folder, 'empty-app');
  await mkdir(app, { recursive: true });
  await writeFile(
    join(app, 'package.json'),
    '{"name":"empty","version":"1.0.0","main":"main.cjs"}',
  );
  await writeFile(
    join(app, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768 });
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());\n`,
  );
  await writeFile(
    join(app, 'index.html'),
    '<!doctype html><title>empty</title><main><textarea aria-label="课程目标 1"></textarea></main>\n',
  );
  return app;
}

/** Starts Electron on an app folder and waits for its first field. */
export async function openWindow(
  runtime: Runtime,
  home: string,
  more: readonly string[] = [],
): Promise<OpenWindow> {
  const started = performance.now();
  const electron = await _electron.launch({
    executablePath: runtime.electron,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(home, '.config', 'gongxue-studio')}`,
      runtime.app,
      ...more,
    ],
    env: environment(home),
    cwd: home,
  });
  const page = await electron.firstWindow();
  await untilThere(page, firstFieldSelector).catch(async (cause: unknown) => {
    await end(electron);
    throw cause;
  });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 0));
      }),
  );
  const untilEditable = performance.now() - started;
  return { electron, page, untilEditable, end: () => end(electron) };
}

const firstFieldSelector = 'textarea[aria-label="课程目标 1"]';

/** The field a start is waited for: the first objective of the course that the app opens on. */
export function firstField(page: Page): Locator {
  return page.locator(firstFieldSelector);
}

/**
 * Waits until something is there. It is looked for in the page itself, a hundred times a second and by a
 * plain selector: a locator is asked again after 20, 50, 100, 100 and then every 500 ms, so that a start
 * would be told in steps of half a second; and one that goes by roles makes the page work out the roles of
 * all it shows, which would be counted as the window's own work.
 */
export async function untilThere(page: Page, selector: string): Promise<void> {
  const isThere = (wanted: string) => document.querySelector(wanted) !== null;
  await page.waitForFunction(isThere, selector, { polling: 10, timeout: 60_000 });
}

function environment(home: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && !pair[0].startsWith('ELECTRON_'),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    LANG: 'C.UTF-8',
  };
}

/** Nothing here is worth saving: the process is ended at once. */
async function end(electron: ElectronApplication): Promise<void> {
  const child = electron.process();
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  if (child.pid !== undefined) await untilGroupGone(child.pid);
}

/** The opening is over when the paper is shown in the preview and the rules have said how far it is written. */
export async function untilSettled(page: Page): Promise<void> {
  await untilThere(page, '.paper-page[aria-label^="第 1 页，共"]');
  await untilThere(page, 'footer button[aria-label$="，看还没有写的"]');
}
