/** `npm run --silent gongxue -- …`: the command line from the checkout, built when it is out of date. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, inCheckout } from './checkout.mjs';

const program = inCheckout('dist', 'cli', 'gongxue.cjs');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

function isCurrent() {
  if (!existsSync(program)) return false;
  const folders = ['electron/cli', 'electron/main', 'shared', 'templates'];
  const sources = folders.map((folder) => join(checkout, folder));
  return statSync(program).mtimeMs > Math.max(...sources.map(newest));
}

if (!isCurrent()) {
  const { buildCommandLine } = await import('./build.mjs');
  await buildCommandLine();
}
// npm runs scripts in the checkout; paths are meant from where the user stands.
const folder = process.env.INIT_CWD;
if (folder !== undefined) {
  try {
    process.chdir(folder);
  } catch {
    process.stderr.write('现在所在的文件夹已经不在了，请换到别的文件夹再试。\n');
    process.exit(2);
  }
}
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
// Ctrl+C reaches both: the program takes back what is half done, and this waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    child.kill(signal);
  });
}
child.on('exit', (status) => {
  process.exitCode = status ?? 1;
});
