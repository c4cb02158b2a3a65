/** Before the end-to-end tests: an own build of the app with the fault entry, an Electron, a display. */
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { buildApp } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { startDisplay } from './display.mjs';
import { electronPath } from './electron-path.mjs';

/** Vitest's global set-up; returns what undoes it. */
export async function setup() {
  const removeApp = await makeTestApp();
  process.env.GONGXUE_ELECTRON = await electronPath();
  const stopDisplay = await startDisplay();
  return async () => {
    stopDisplay();
    await removeApp();
  };
}

/** Builds the app once for all that `work` starts. */
export async function withTestApp(work) {
  const removeApp = await makeTestApp();
  try {
    await work();
  } finally {
    await removeApp();
  }
}

/**
 * Builds the app into a folder of its own, so that tests never meet a half-written `dist/`: `<folder>`
 * runs the shipped entry, `<folder>/faults` the one with faults. Who started us may have done so.
 */
async function makeTestApp() {
  if (process.env.GONGXUE_APP_FOLDER) return () => Promise.resolve();
  const folder = inCheckout('.cache', `e2e-app-${process.pid}`);
  await buildWithFaults(folder);
  process.env.GONGXUE_APP_FOLDER = folder;
  return async () => {
    delete process.env.GONGXUE_APP_FOLDER;
    await rm(folder, { recursive: true, force: true });
  };
}

/** Builds the app so that `<folder>` runs the shipped entry and `<folder>/faults` the one with faults. */
export async function buildWithFaults(folder) {
  await buildApp({ folder: `${folder}/dist`, withFaults: true });
  await writeManifests(folder);
}

async function writeManifests(folder) {
  const { name, productName, version } = JSON.parse(
    await readFile(inCheckout('package.json'), 'utf8'),
  );
  await mkdir(`${folder}/faults`, { recursive: true });
  await symlink('../dist', `${folder}/faults/dist`);
  const manifest = (main) => JSON.stringify({ name, productName, version, main });
  await writeFile(`${folder}/package.json`, manifest('dist/main/main.cjs'));
  await writeFile(`${folder}/faults/package.json`, manifest('dist/main/faults.cjs'));
}
