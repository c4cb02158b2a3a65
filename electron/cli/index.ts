import '@shared/core/kernel/jitless';
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { randomFromWords } from '@shared/core/kernel/random';
import { systemClock } from '../main/clock';
import { nodeDisk } from '../main/files/node-disk';
import { endingOf, OutputWatch } from './output';
import { runCommandLine } from './run';

/** Exit code of a bug (EX_SOFTWARE of sysexits.h): none of those that have a meaning. */
const programFault = 70;
const { env } = process;
const output = new OutputWatch(process.stdout);
let isStopped = false;
// Nobody reads the words any more: that changes nothing of what is done.
process.stderr.on('error', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // What is half done is taken back first; a set of files is written whole or not at all.
  process.on(signal, () => {
    isStopped = true;
  });
}

const say = (text: string) => {
  process.stderr.write(`${text}\n`);
};
void runCommandLine(process.argv.slice(2), {
  folder: workingFolder(),
  random: randomFromWords(() => randomBytes(4).readUInt32LE()),
  disk: nodeDisk,
  clock: systemClock,
  printData: (text) => {
    output.write(`${text}\n`);
  },
  say,
  isStopped: () => isStopped,
  profile: appFolder(),
})
  .then(async (code) => endingOf(code, await output.trouble(), say))
  .then(
    (code) => {
      // Not process.exit: what is still on its way to a pipe must arrive.
      process.exitCode = code;
    },
    (error: unknown) => {
      const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say(`程序自己出了错，没有完成。请把下面的内容发给开发者：\n${report}`);
      process.exitCode = programFault;
    },
  );

/** The folder the command was given in; null when it has been removed in the meantime. */
function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/** The folder the app keeps for itself on this machine (`appData` of Electron); window and command line share the records of exports. */
function appFolder(): string {
  const name = 'gongxue-studio';
  switch (process.platform) {
    case 'win32':
      return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), name);
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', name);
    default:
      return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), name);
  }
}
