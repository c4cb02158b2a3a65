/** Drives the real window for the demo and the screenshots, in a home folder of its own. */
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { _electron } from 'playwright-core';
import { checkout } from './checkout.mjs';
import { electronPath, sandboxArguments } from './electron-path.mjs';
import { untilGroupGone } from './process-group.mjs';
import { resizeTo } from './steps.mjs';

/**
 * Starts the built app (`dist/`) as a fresh account would; `close` ends it and removes the home. With
 * `faults` the entry for fault trials is started from the folder `app` (see `index.faults.ts`); `file` is
 * put into the documents of the new home first and opened. `program` is a packed app instead of the checkout's.
 */
export async function openStudio({ app = checkout, faults, file, program: packed } = {}) {
  const home = await mkdtemp(join(tmpdir(), 'gongxue-demo-'));
  const documents = join(home, '文档');
  const config = join(home, '.config');
  await mkdir(documents);
  await mkdir(config);
  await writeFile(join(config, 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/文档"\n');
  const files = file === undefined ? [] : [join(documents, basename(file))];
  for (const path of files) await copyFile(file, path);
  const env = Object.entries(process.env).filter(([name]) => !name.startsWith('ELECTRON_'));
  const electron = await _electron.launch({
    executablePath: packed ?? (await electronPath()),
    args: [
      ...sandboxArguments(),
      `--user-data-dir=${join(config, 'gongxue-studio')}`,
      '--force-device-scale-factor=1',
      ...(packed === undefined ? [app] : []),
      ...files,
    ],
    env: {
      ...Object.fromEntries(env),
      HOME: home,
      XDG_CONFIG_HOME: config,
      LANG: 'C.UTF-8',
      ...(faults ? { GONGXUE_FAULTS: JSON.stringify({ faults }) } : {}),
    },
    cwd: home,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  // Asked for now: once the app has ended, Playwright no longer knows its process.
  const program = electron.process();
  const window = await electron.firstWindow();
  window.setDefaultTimeout(20_000);
  const ended = once(program, 'exit').then(() => untilGroupGone(program.pid));
  return {
    electron,
    window,
    home,
    documents,
    /** Size of the page, in CSS pixels. */
    resize: (width, height) => resizeTo({ electron, window }, [width, height]),
    /** Closes the window as a hand would and waits until everything is written. */
    async finish() {
      await electron
        .evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()
            .find((one) => one.webContents.getURL().startsWith('app://studio/'))
            .close(),
        )
        .catch(() => undefined);
      await ended;
    },
    async close() {
      program.kill('SIGKILL');
      await ended;
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
