import { existsSync, readFileSync } from 'node:fs';
import { checkout, inCheckout, isStarted } from './checkout.mjs';
import { fetchElectron, testRuntimeProgram } from './fetch-electron.mjs';

/**
 * The Electron to run: `APP_ELECTRON`, else the one npm installed, else the test runtime. Fetches
 * one when there is none.
 */
export async function electronPath() {
  const present = presentElectron();
  if (present !== null) return present;
  await fetchElectron();
  const fetched = presentElectron();
  if (fetched === null)
    throw new Error('没有可用的 Electron。 No Electron could be found or fetched.');
  return fetched;
}

function presentElectron() {
  const named = process.env.APP_ELECTRON;
  if (named !== undefined && named !== '') return named;
  const pathFile = inCheckout('node_modules', 'electron', 'path.txt');
  if (existsSync(pathFile)) {
    const proper = inCheckout('node_modules', 'electron', 'dist', readFileSync(pathFile, 'utf8'));
    if (existsSync(proper)) return proper;
  }
  return existsSync(testRuntimeProgram) ? testRuntimeProgram : null;
}

/** Chromium refuses its own sandbox to root; nobody else is ever started without it. */
export function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

if (isStarted(import.meta)) {
  process.stdout.write(`${await electronPath()}\n`);
  process.stderr.write(`app folder: ${checkout}\n`);
}
