/**
 * `npm run check`: every gate of the house, each with its time; all run even if one fails.
 * Names given as arguments choose gates: `npm run check -- lint types`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { checkout, inCheckout, isStarted } from './checkout.mjs';

const sources = ['shared', 'electron', 'renderer', 'tests', 'bench'];
const present = () => sources.filter((folder) => existsSync(inCheckout(folder)));

/** Name → the command that must end with 0. */
export const gates = {
  format: () => ['prettier', '--check', '--log-level', 'warn', '.'],
  lint: () => ['eslint', '--max-warnings', '0', '.'],
  imports: () => ['depcruise', '--config', '.dependency-cruiser.mjs', ...present()],
  unused: () => ['knip', '--no-progress'],
  types: () => ['tsc', '-b'],
  notices: () => ['node', 'scripts/notices.mjs', '--check'],
  supply: () => ['node', 'scripts/supply.mjs'],
  unit: () => ['vitest', 'run', '--reporter=dot'],
};

/** Runs one command of the checkout's own tools; resolves with its exit code. */
function run([program, ...args]) {
  const [command, first] =
    program === 'node' ? [process.execPath, []] : [inCheckout('node_modules', '.bin', program), []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], { cwd: checkout, stdio: 'inherit' });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs the gates named (all when none is); returns the names of those that failed. */
export async function checkGates(names) {
  const failed = [];
  for (const name of names.length > 0 ? names : Object.keys(gates)) {
    if (!(name in gates)) throw new Error(`no gate is called ${name}: ${Object.keys(gates)}`);
    const started = performance.now();
    const code = await run(gates[name]());
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
    if (code !== 0) failed.push(name);
  }
  return failed;
}

if (isStarted(import.meta)) {
  const failed = await checkGates(process.argv.slice(2));
  console.log(failed.length === 0 ? 'all gates passed' : `failed: ${failed.join(', ')}`);
  process.exit(failed.length === 0 ? 0 : 1);
}
