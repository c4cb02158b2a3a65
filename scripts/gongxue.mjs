/** `npm run --silent gongxue -- …`: the command line from the checkout, built when it is out of date. */
import { spawnSync } from 'node:child_process';
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
  const sources = ['electron/cli', 'shared', 'templates'].map((folder) => join(checkout, folder));
  return statSync(program).mtimeMs > Math.max(...sources.map(newest));
}

if (!isCurrent()) {
  const { buildCommandLine } = await import('./build.mjs');
  await buildCommandLine();
}
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // npm runs scripts in the checkout; paths are meant from where the user stands.
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
process.exit(status ?? 1);
