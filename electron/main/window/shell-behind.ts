import '@shared/core/kernel/jitless';
import { app, type BrowserWindow } from 'electron';
import { type FrameHooks, makeShell, type Shell } from '../handlers';
import { startReader } from '../files/start-reader';
import { answer } from '../ipc/answer';
import type { Answer } from '../ipc/handle';
import { type Given, makeServices } from '../make-services';
import { electronClipboard } from './electron-clipboard';
import { documentsFolder, electronDesktop, electronDialogs } from './electron-desktop';
import { PrintWindow } from './print-window';
import { settleUnwritten } from './unwritten';

// The frame imports this file when it has made the window. All that the shell knows of projects is behind it, and
// takes half as long to read and run as Electron takes to get ready.

/** What the frame gives; the rest is Electron's. */
interface FrameParts
  extends Pick<Given, 'disk' | 'clock' | 'random' | 'observer' | 'emit' | 'log'>, FrameHooks {
  /** The one window; throws when there is none. */
  readonly window: () => BrowserWindow;
}

/** The shell as the frame around the window needs it. */
export interface ShellBehind extends Shell {
  readonly answer: Answer;
  /** Before the window goes; see `unwritten.ts`. */
  readonly settleUnwritten: () => Promise<'go' | 'stay'>;
}

/** Makes the shell that answers the window: its services on this machine, and the channels on top of them. */
export async function makeShellBehind({
  window,
  takeOpenAtStart,
  readyToClose,
  ...given
}: FrameParts): Promise<ShellBehind> {
  const folders = { userData: app.getPath('userData'), documents: documentsFolder() };
  const services = await makeServices({
    ...given,
    folders,
    dialogs: electronDialogs(window, () => services.settings.current.projectsFolder),
    desktop: electronDesktop(window),
    clipboard: electronClipboard(),
    printing: new PrintWindow(),
    startReader,
  });
  const shell = makeShell(services, { takeOpenAtStart, readyToClose });
  return {
    ...shell,
    answer: (channel, received) => answer(shell.handlers, { channel, received }, given.log),
    settleUnwritten: () => settleUnwritten(shell.projects, window()),
  };
}
