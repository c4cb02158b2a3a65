import { app, dialog, Menu, protocol } from 'electron';
import { resolve } from 'node:path';
import { appScheme } from '@shared/platform/platform';
import { lateOptimising } from './start-flags';
import { graphicsNote } from './files/graphics-note';
import { claimProfile, type Instance } from './files/one-instance';
import { lockContents } from './security/lock-down';
import { goOffline } from './security/offline';
import { refusal, refusedSwitches } from './security/switches';
import { isTrialBuild, trialWords } from './security/trial-build';
import { Frame, type ShellOptions } from './window/frame';

/** Starts the app: one instance, locked down, one window. */
export function startShell(options: ShellOptions): void {
  if (refusesToStart()) return;
  pinUserData();
  const instance = claimProfile(app);
  if (instance.is !== 'first') {
    leave(instance);
    return;
  }
  protocol.registerSchemesAsPrivileged([
    // What the window's program was compiled to is kept, by a runtime that can, for the next start.
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
  goOffline();
  // The window begins with room for what opening makes, instead of collecting a dozen times meanwhile.
  const flags = ['--min-semi-space-size=16', lateOptimising];
  app.commandLine.appendSwitch('js-flags', flags.join(' '));
  // Asked for before Electron is ready, so that it does not make its own menu first.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });
  // Chromium tries graphics that do not work for half a second, at each start, and the page waits for it.
  const graphics = graphicsNote(app.getPath('userData'), {
    electron: process.versions.electron,
    now: options.clock.now,
  });
  const areTried = !graphics.foundNone();
  if (!areTried) app.disableHardwareAcceleration();
  new Frame(options).start(() => {
    if (areTried) graphics.keep(app.getGPUFeatureStatus().gpu_compositing.startsWith('enabled'));
  });
}

/** Another one shows itself in our stead; where none does, the person is told why nothing comes up. */
function leave(instance: Exclude<Instance, { is: 'first' }>): void {
  if (instance.is === 'second') {
    app.exit(0);
    return;
  }
  const { message } = instance;
  process.stderr.write(`${message}\n`);
  void app.whenReady().then(() => {
    dialog.showErrorBox('工学课坊没有启动', message);
    app.exit(3);
  });
}

/** An installed app with a switch that opens it to others does not start. */
function refusesToStart(): boolean {
  if (isTrialBuild) process.stderr.write(`${trialWords}\n`);
  if (isTrialBuild || !app.isPackaged) return false;
  const refused = refusedSwitches(process.argv.slice(1), process.platform);
  if (refused.length === 0) return false;
  const words = refusal(refused);
  process.stderr.write(`${words}\n`);
  // Linux shows no box this early, and later the doors that were asked for are open.
  if (process.platform !== 'linux') dialog.showErrorBox('工学课坊没有启动', words);
  app.exit(2);
  return true;
}

/** The profile keeps its place whatever the app is called one day. */
function pinUserData(): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  app.setPath('userData', resolve(app.getPath('appData'), 'gongxue-studio'));
}
