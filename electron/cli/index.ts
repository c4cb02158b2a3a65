import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { randomFromWords } from '@shared/core/kernel/random';
import { runCommandLine } from './run';

// One way of checking everywhere; the window must not make code at run time, so nobody does.
z.config({ jitless: true });

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
  memoryFolder: memoryFolder(),
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

/** Where programs of this system keep what they remember about the machine. */
function memoryFolder(): string {
  if (process.platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'gongxue');
  }
  if (process.platform === 'darwin') {
    return join(homedir(), 'Library', 'Application Support', 'gongxue');
  }
  return join(env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'gongxue');
}
