import { app, dialog, Menu, protocol } from 'electron';
import { url as inspectorUrl } from 'node:inspector';
import { resolve } from 'node:path';
import { appScheme } from '@shared/platform/platform';
import { lateOptimising } from './start-flags';
import { graphicsNote } from './files/graphics-note';
import { claimProfile, type Instance } from './files/one-instance';
import { lockContents } from './security/lock-down';
import { dangerousSwitches } from './security/switches';
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
  for (const name of ['disable-background-networking', 'disable-component-update', 'no-pings']) {
    app.commandLine.appendSwitch(name);
  }
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
  const found = dangerousSwitches(process.argv.slice(1));
  if (!app.isPackaged || found.length === 0 || isDriven()) return false;
  process.stderr.write(`工学课坊不接受这个启动参数：--${found.join(' --')}\n`);
  app.exit(2);
  return true;
}

/**
 * True when Node's inspector really listens. The fuses of a release rule that out, so only the
 * unfused build that tests drive can say yes, and whoever gets there holds the process anyway.
 */
function isDriven(): boolean {
  return inspectorUrl() !== undefined;
}

/** The profile keeps its place whatever the app is called one day. */
function pinUserData(): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  app.setPath('userData', resolve(app.getPath('appData'), 'gongxue-studio'));
}
