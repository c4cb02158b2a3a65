import { app, type BrowserWindow, dialog, Menu, powerMonitor, protocol, session } from 'electron';
import { resolve } from 'node:path';
import type { Random } from '@shared/core/kernel/random';
import type { ShellEvent } from '@shared/ipc/contract';
import { appOrigin, appScheme, shellEventChannel } from '@shared/platform/platform';
import type { Clock } from '../clock';
import type { Disk } from '../files/disk';
import { fileLog, trace } from '../files/log';
import { registerIpc } from '../ipc/handle';
import { keepAppFiles, listAppFiles, respond } from '../security/app-files';
import { lockSession } from '../security/lock-down';
import { wallIn } from '../security/page-walls';
import { projectArguments } from '../security/switches';
import type { Observer } from '../services';
import { Closing } from './closing';
import { askAboutLoss, Losses } from './losses';
import { loadApp, makeMainWindow } from './main-window';
import type { ShellBehind } from './shell-behind';

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

/** The one window with everything around it. */
export class Frame {
  readonly #options: ShellOptions;
  readonly #closing: Closing;
  readonly #log: (line: string) => void;
  #window: BrowserWindow | null = null;
  #shell: ShellBehind | null = null;
  /** Files asked for before the shell could look at them. */
  readonly #waiting: string[] = [];
  #openAtStart: string | null = null;
  /** True once the page has asked what to open, and hears of what is asked for later. */
  #isListening = false;
  #leaving: 'no' | 'asked' | 'done' = 'no';
  readonly #losses: Losses;
  #isAsking = false;

  constructor(options: ShellOptions) {
    this.#options = options;
    this.#closing = new Closing(options.clock);
    this.#losses = new Losses(options.clock.now);
    this.#log = fileLog(app.getPath('userData'), options.clock.now);
  }

  /** Comes up as soon as Electron is ready; `shown` is called when the page is there. */
  start(shown: () => void): void {
    this.#waiting.push(...projectArguments(process.argv.slice(1)).map((path) => resolve(path)));
    app.on('second-instance', (_event, argv, folder) => {
      const path = projectArguments(argv.slice(1)).at(-1);
      this.#cameToFront(path === undefined ? undefined : resolve(folder, path));
    });
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.#cameToFront(path);
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
      .then(() => this.#open())
      .then(shown, (error: unknown) => {
        this.#log(`start failed: ${trace(error)}`);
        dialog.showErrorBox('工学课坊没有启动', '程序文件不完整或个人文件夹不能使用。');
        app.exit(1);
      });
  }

  async #open(): Promise<void> {
    const { windowFolder } = this.#options;
    const files = listAppFiles(windowFolder);
    protocol.handle(appScheme, ({ url }) => respond(files, url));
    lockSession(session.defaultSession);
    if (process.platform === 'darwin') {
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]));
    }
    // The window's process comes up while the shell gets ready; what the page asks waits for it.
    const shown = this.#makeWindow();
    // The first answer makes Node read what answers are made of: better now, while that process comes up.
    Response.error();
    const answering = this.#getReady().then(({ answer }) => answer);
    registerIpc(answering, () => this.#window?.webContents ?? null);
    await Promise.all([shown, answering]);
    // Not earlier: this waits for the system.
    powerMonitor.on('shutdown', () => void this.#shutDown());
    await keepAppFiles(files);
  }

  /** Makes the shell and begins to read the file the app was started with. */
  async #getReady(): Promise<ShellBehind> {
    const shell = await this.#makeShell();
    this.#shell = shell;
    this.#zoom();
    const path = this.#waiting.at(-1);
    this.#openAtStart = path === undefined ? null : await shell.admit(path);
    if (this.#openAtStart !== null) shell.projects.expect(this.#openAtStart);
    return shell;
  }

  #zoom(): void {
    const contents = this.#window?.webContents;
    if (contents === undefined || contents.isDestroyed()) return;
    contents.setZoomFactor((this.#shell?.scale() ?? 100) / 100);
  }

  async #makeShell(): Promise<ShellBehind> {
    const { disk, clock, random, observer } = this.#options;
    const { makeShellBehind } = await import('./shell-behind');
    return makeShellBehind({
      disk,
      clock,
      random,
      observer,
      log: this.#log,
      emit: (event) => {
        this.#send(event);
      },
      window: () => {
        if (this.#window === null) throw new Error('no window');
        return this.#window;
      },
      takeOpenAtStart: () => {
        const handle = this.#openAtStart;
        this.#openAtStart = null;
        this.#isListening = true;
        const message = this.#losses.takeWords();
        if (message !== null) this.#send({ type: 'notice', message, tone: 'receipt' });
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
    wallIn(window.webContents, this.#log);
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
    window.webContents.on('did-navigate', (_event, url) => {
      // Chromium asks nobody before it shows an empty page.
      if (!url.startsWith(`${appOrigin}/`)) void this.#recover('led away');
      else this.#zoom();
    });
    try {
      await loadApp(window);
    } catch (error) {
      // Lost while it was loaded for the first time: it is on its way to come again, though that may be told later.
      await this.#options.clock.sleep(500);
      if (!this.#losses.hasAny) throw error;
      this.#log(`not loaded: ${trace(error)}`);
    }
  }

  /** The window's page was lost: the same project comes back from journal and drafts. */
  async #recover(reason: string): Promise<void> {
    this.#log(`window gone: ${reason}`);
    // One question at a time; one who is leaving is not called back.
    if (this.#leaving !== 'no' || this.#isAsking || this.#window === null) return;
    if (!this.#losses.isTooMany()) {
      this.#losses.comesBack();
      await this.#reload(this.#window);
      return;
    }
    this.#isAsking = true;
    const answer = await askAboutLoss(this.#window);
    this.#isAsking = false;
    if (answer === 'reopen') await this.#reload(this.#window);
    else this.#window.close();
  }

  async #reload(window: BrowserWindow): Promise<void> {
    // Lost before the shell could look at files: it comes back without one, as it would have begun.
    const open = this.#shell?.projects.current ?? null;
    this.#isListening = false;
    if (open !== null) this.#openAtStart = (await this.#shell?.admit(open.writer.path)) ?? null;
    try {
      await loadApp(window);
    } catch (error) {
      // Lost again while it was loaded: that is told by itself.
      this.#log(`not loaded: ${trace(error)}`);
    }
  }

  #cameToFront(path: string | undefined): void {
    if (this.#window?.isMinimized() === true) this.#window.restore();
    this.#window?.focus();
    if (path === undefined) return;
    if (this.#shell === null) {
      this.#waiting.push(path);
      return;
    }
    void this.#shell.admit(path).then((handle) => {
      if (handle === null) return;
      // A page that is not there yet asks for it by itself.
      if (this.#isListening) this.#send({ type: 'openRequest', handle });
      else this.#openAtStart = handle;
    });
  }

  #send(event: ShellEvent): void {
    const contents = this.#window?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(shellEventChannel, event);
  }

  /** Lets the window flush, writes the file, and goes; asks only when the file cannot be written. */
  async #leave(): Promise<void> {
    await this.#flush();
    if (this.#shell !== null && this.#window !== null) {
      if ((await this.#shell.settleUnwritten()) === 'stay') {
        this.#leaving = 'no';
        // Back to a page that was lost meanwhile.
        if (this.#window.webContents.isCrashed()) void this.#recover('lost while leaving');
        return;
      }
      await this.#shell.projects.closeCurrent();
    }
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
