import '@shared/core/kernel/jitless';
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { randomFromWords } from '@shared/core/kernel/random';
import { runCommandLine } from './run';

/** Exit code of a bug (EX_SOFTWARE of sysexits.h): none of the four that have a meaning. */
const programFault = 70;
const { env } = process;
const words = process.argv.slice(2);
// A reader that has seen enough (`| head`) closes the pipe; that is no trouble of ours.
process.stdout.on('error', () => undefined);
void runCommandLine(words, {
  folder: process.cwd(),
  random: randomFromWords(() => randomBytes(4).readUInt32LE()),
  printData: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
  now: () => Date.now(),
  exportsFolder: join(appFolder(), 'exports'),
}).then(
  (code) => {
    // Not process.exit: what is still on its way to a pipe must arrive.
    process.exitCode = code;
  },
  (error: unknown) => {
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`程序自己出了错，没有完成。请把下面的内容发给开发者：\n${report}\n`);
    process.exitCode = programFault;
  },
);

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
