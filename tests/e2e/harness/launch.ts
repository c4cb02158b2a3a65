import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { untilGroupGone } from '../../../scripts/process-group.mjs';
import { restoreBackups } from './restored';

/** A home folder for one test, as a fresh account has it: 文档 inside, nothing else. */
export interface TestHome {
  readonly home: string;
  readonly documents: string;
  readonly userData: string;
  /** Restores and compares every backup that was made in it, and deletes it. */
  readonly remove: () => Promise<void>;
}

export interface LaunchOptions {
  readonly home: TestHome;
  /** Files to start with, as a double click would. */
  readonly files?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Starts the test-only entry and hands it this plan as GONGXUE_FAULTS. */
  readonly faults?: unknown;
  /** Another program than the checkout's app: a packaged build. Started without an app folder. */
  readonly program?: string;
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  /** Everything the process wrote to stderr so far. */
  readonly stderr: () => string;
  /** Ends it like a hand on the window's cross, and waits for the process and all it has started. */
  readonly close: () => Promise<void>;
  /** SIGKILL, now. */
  readonly kill: () => Promise<void>;
}

export async function makeHome(parent: string = tmpdir()): Promise<TestHome> {
  const home = await mkdtemp(join(parent, 'gongxue-home-'));
  const documents = join(home, '文档');
  const config = join(home, '.config');
  const userData = join(config, 'gongxue-studio');
  await mkdir(documents, { recursive: true });
  await mkdir(config, { recursive: true });
  await writeFile(join(config, 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/文档"\n');
  return {
    home,
    documents,
    userData,
    async remove() {
      await restoreBackups(documents).finally(() =>
        rm(home, { recursive: true, force: true, maxRetries: 5 }),
      );
    },
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; run with vitest.e2e.config.ts`);
  return value;
}

function environment(options: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined && !/^(ELECTRON_|VITEST)/.test(pair[0]),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: options.home.home,
    XDG_CONFIG_HOME: join(options.home.home, '.config'),
    XDG_CACHE_HOME: join(options.home.home, '.cache'),
    XDG_DATA_HOME: join(options.home.home, '.local', 'share'),
    LANG: 'C.UTF-8',
    ...(options.faults === undefined ? {} : { GONGXUE_FAULTS: JSON.stringify(options.faults) }),
    ...options.env,
  };
}

function launchArguments(options: LaunchOptions): string[] {
  const app = required('GONGXUE_APP_FOLDER');
  const folder = options.faults === undefined ? app : join(app, 'faults');
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${options.home.userData}`,
    ...(options.program === undefined ? [folder] : []),
    ...(options.args ?? []),
    ...(options.files ?? []),
  ];
}

/** Starts the app and waits for its first window. */
export async function launch(options: LaunchOptions): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath: options.program ?? required('GONGXUE_ELECTRON'),
    args: launchArguments(options),
    env: environment(options),
    cwd: options.home.home,
    // Playwright would switch the sandbox off for everybody.
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: 60_000,
  });
  const written: string[] = [];
  const child = electron.process();
  child.stderr?.on('data', (data: Buffer) => written.push(data.toString()));
  const window = await electron.firstWindow({ timeout: 60_000 });
  const ended = endOf(child);
  return {
    electron,
    window,
    stderr: () => written.join(''),
    async close() {
      await electron
        .evaluate(({ BrowserWindow }) => {
          for (const open of BrowserWindow.getAllWindows()) open.close();
        })
        .catch(ignoreGone);
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Resolves when the program and all it has started are gone: helpers still write into the profile for a moment. */
async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  if (child.pid !== undefined) await untilGroupGone(child.pid);
}

/** The process may be gone before it can answer the request that ended it. */
function ignoreGone(cause: unknown): void {
  if (!/closed|destroyed|crashed/i.test(String(cause))) throw cause;
}
