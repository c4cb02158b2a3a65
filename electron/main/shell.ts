import { app, type BrowserWindow, dialog, Menu, powerMonitor, protocol, session } from 'electron';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Random } from '@shared/core/kernel/random';
import { type ShellEvent, shellEventChannel } from '@shared/ipc/contract';
import { appScheme } from '@shared/platform/platform';
import type { Clock } from './clock';
import type { Disk } from './files/disk';
import { makeShell, type Shell } from './handlers';
import { registerIpc } from './ipc/register';
import { fileLog, trace } from './log';
import { makeServices } from './make-services';
import { readAppFiles, respond } from './security/app-files';
import { lockContents, lockSession } from './security/lock-down';
import { dangerousSwitches, projectArguments } from './security/switches';
import type { Observer } from './services';
import { Closing } from './window/closing';
import { documentsFolder, electronDesktop, electronDialogs } from './window/electron-desktop';
import { loadApp, makeMainWindow } from './window/main-window';

/** What the two entries give: the real things, or a disk with faults and an observer. */
export interface ShellOptions {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly observer: Observer;
  /** Built parts: the folder of the window and the preload script. */
  readonly windowFolder: string;
  readonly preload: string;
}

/** How long a machine that shuts down waits for us. */
const shutdownFlush = 1_500;
const mostReloads = 5;

/** Starts the app: one instance, locked down, one window. */
export function startShell(options: ShellOptions): void {
  z.config({ jitless: true });
  if (refusesToStart()) return;
  pinUserData();
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true } },
  ]);
  for (const name of ['disable-background-networking', 'disable-component-update', 'no-pings']) {
    app.commandLine.appendSwitch(name);
  }
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });
  new Frame(options).start();
}

/** An installed app with a switch that opens it to others does not start; a build for tests does. */
function refusesToStart(): boolean {
  const found = dangerousSwitches(process.argv.slice(1));
  if (!app.isPackaged || found.length === 0 || isTestBuild()) return false;
  process.stderr.write(`工学课坊不接受这个启动参数：--${found.join(' --')}\n`);
  app.exit(2);
  return true;
}

/** A word in the packed package.json, so not to be had from outside; set for the build that tests drive. */
function isTestBuild(): boolean {
  try {
    const pack = require(resolve(app.getAppPath(), 'package.json')) as { testBuild?: unknown };
    return pack.testBuild === true;
  } catch {
    return false;
  }
}

/** The profile keeps its place whatever the app is called one day. */
function pinUserData(): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  app.setPath('userData', resolve(app.getPath('appData'), 'gongxue-studio'));
}

/** The one window with everything around it. */
class Frame {
  readonly #options: ShellOptions;
  readonly #closing: Closing;
  readonly #log: (line: string) => void;
  #window: BrowserWindow | null = null;
  #shell: Shell | null = null;
  #openAtStart: string | null = null;
  #leaving: 'no' | 'asked' | 'done' = 'no';
  #reloads = 0;

  constructor(options: ShellOptions) {
    this.#options = options;
    this.#closing = new Closing(options.clock);
    this.#log = fileLog(app.getPath('userData'), options.clock.now);
  }

  start(): void {
    const waiting = projectArguments(process.argv.slice(1)).map((path) => resolve(path));
    app.on('second-instance', (_event, argv, folder) => {
      const path = projectArguments(argv.slice(1)).at(-1);
      this.#cameToFront(path === undefined ? undefined : resolve(folder, path));
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      if (this.#shell === null) waiting.push(path);
      else this.#cameToFront(path);
    });
    app.on('window-all-closed', () => {
      app.quit();
    });
    process.on('uncaughtException', (error) => {
      // The window and the journal still hold the work: note it, write the file, stay.
      this.#log(`uncaught: ${trace(error)}`);
      void this.#shell?.projects.current?.writeNow();
    });
    process.on('unhandledRejection', (error) => {
      this.#log(`unhandled: ${trace(error)}`);
    });
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => void this.#shutDown());
    }
    app
      .whenReady()
      .then(() => this.#open(waiting))
      .catch((error: unknown) => {
        this.#log(`start failed: ${trace(error)}`);
        dialog.showErrorBox('工学课坊没有启动', '程序文件不完整或个人文件夹不能使用。');
        app.exit(1);
      });
  }

  async #open(waiting: readonly string[]): Promise<void> {
    const { windowFolder } = this.#options;
    const files = readAppFiles(windowFolder);
    protocol.handle(appScheme, (request) => respond(files, request.url));
    lockSession(session.defaultSession);
    if (process.platform === 'darwin') {
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]));
    } else Menu.setApplicationMenu(null);
    this.#shell = await this.#makeShell();
    const path = waiting.at(-1);
    this.#openAtStart = path === undefined ? null : await this.#shell.admit(path);
    registerIpc(this.#shell.handlers, () => this.#window?.webContents ?? null, this.#log);
    powerMonitor.on('shutdown', () => void this.#shutDown());
    await this.#makeWindow();
  }

  async #makeShell(): Promise<Shell> {
    const { disk, clock, random, observer } = this.#options;
    const folders = { userData: app.getPath('userData'), documents: documentsFolder() };
    const window = () => {
      if (this.#window === null) throw new Error('no window');
      return this.#window;
    };
    const services = await makeServices({
      disk,
      clock,
      random,
      observer,
      folders,
      dialogs: electronDialogs(window, () => services.settings.current.projectsFolder),
      desktop: electronDesktop(window),
      emit: (event) => {
        this.#send(event);
      },
      log: this.#log,
    });
    return makeShell(services, {
      takeOpenAtStart: () => {
        const handle = this.#openAtStart;
        this.#openAtStart = null;
        return handle;
      },
      readyToClose: () => {
        this.#closing.ready();
      },
    });
  }

  async #makeWindow(): Promise<void> {
    const { preload } = this.#options;
    const window = makeMainWindow({ preload, isPackaged: app.isPackaged });
    this.#window = window;
    window.on('close', (event) => {
      if (this.#leaving === 'done') return;
      event.preventDefault();
      if (this.#leaving === 'asked') return;
      this.#leaving = 'asked';
      void this.#leave();
    });
    window.on('session-end' as 'close', () => void this.#shutDown());
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      void this.#recover(reason);
    });
    await loadApp(window);
  }

  /** The window's process was lost: the same project comes back from journal and drafts. */
  async #recover(reason: string): Promise<void> {
    this.#log(`window process gone: ${reason}`);
    this.#reloads += 1;
    if (this.#window === null || this.#leaving !== 'no' || this.#reloads > mostReloads) return;
    const path = this.#shell?.projects.current?.writer.path;
    if (path !== undefined) this.#openAtStart = (await this.#shell?.admit(path)) ?? null;
    await loadApp(this.#window);
  }

  #cameToFront(path: string | undefined): void {
    const window = this.#window;
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (path === undefined) return;
    void this.#shell?.admit(path).then((handle) => {
      if (handle !== null) this.#send({ type: 'openRequest', handle });
    });
  }

  #send(event: ShellEvent): void {
    const contents = this.#window?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(shellEventChannel, event);
  }

  /** Lets the window flush, writes the file, and goes; asks only when the file cannot be written. */
  async #leave(): Promise<void> {
    await this.#flush();
    while (!(await this.#isWritten())) {
      const answer = await this.#askAboutUnwritten();
      if (answer === 'stay') {
        this.#leaving = 'no';
        return;
      }
      if (answer === 'quit') break;
    }
    await this.#shell?.projects.closeCurrent();
    this.#leaving = 'done';
    this.#window?.destroy();
    app.quit();
  }

  async #flush(longest?: number): Promise<void> {
    const contents = this.#window?.webContents;
    if (contents === undefined || contents.isDestroyed() || contents.isCrashed()) return;
    await this.#closing.flush(() => {
      this.#send({ type: 'closing' });
    }, longest);
  }

  async #isWritten(): Promise<boolean> {
    const open = this.#shell?.projects.current;
    if (open === null || open === undefined || open.readOnly) return true;
    return (await open.writeNow()).state === 'written';
  }

  async #askAboutUnwritten(): Promise<'again' | 'quit' | 'stay'> {
    const open = this.#shell?.projects.current;
    if (this.#window === null || open === null || open === undefined) return 'quit';
    const { message, file } = open.writer.state;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning',
      message: `还没有写入“${file.fileName}”`,
      detail: `${message}\n内容已保存在本机，下次打开时会自动接上。`,
      buttons: ['另存到别处…', '仍然退出', '返回'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response === 1) return 'quit';
    if (response === 2) return 'stay';
    const saved = await this.#shell?.projects.saveAs(open.id);
    return saved?.ok === true && saved.value?.outcome === 'ready' ? 'again' : 'stay';
  }

  /** The machine or a person with `kill` ends us: the journal is enough, the file if there is time. */
  async #shutDown(): Promise<void> {
    if (this.#leaving === 'done') return;
    this.#leaving = 'done';
    await this.#flush(shutdownFlush);
    const { clock } = this.#options;
    const closed = this.#shell?.projects.closeCurrent();
    await Promise.race([closed, clock.sleep(shutdownFlush)]);
    app.exit(0);
  }
}
