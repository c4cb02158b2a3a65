/** `npm run screens`: every page of the window, light and dark, wide and narrow, into `out/screens`. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inCheckout } from './checkout.mjs';
import { startDisplay } from './display.mjs';
import { openStudio } from './drive.mjs';
import { buildWithFaults } from './e2e-setup.mjs';
import { requireMachine } from './machine.mjs';
import { pagesAtStart, statesOfDisk, statesOfProject } from './screens/states.mjs';
import { openSample, sayStep, showCourse, showRecord, waitUntilWritten } from './steps.mjs';

const out = inCheckout('out', 'screens');
const sizes = [
  ['wide', 1366, 768],
  ['narrow', 683, 768],
];
const themes = ['light', 'dark'];

async function shoot(studio, page) {
  for (const [size, width, height] of sizes) {
    await studio.resize(width, height);
    for (const theme of themes) {
      await studio.window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await studio.window.waitForTimeout(250);
      await studio.window.screenshot({ path: join(out, `${page}-${size}-${theme}.png`) });
    }
  }
  await studio.resize(1366, 768);
  sayStep(page);
}

async function shootDialog(studio, page, keys) {
  await studio.window.keyboard.press(keys);
  await studio.window.getByRole('dialog').waitFor();
  await shoot(studio, page);
  await studio.window.keyboard.press('Escape');
}

/** Goes to each of the pages, takes it, and leaves it again. */
async function shootStates(studio, states) {
  for (const { page, show, leave } of states) {
    await show(studio);
    await shoot(studio, page);
    await leave?.(studio);
  }
}

/** What a failing disk does to the window, each in a start of its own. */
async function shootDisk(app) {
  for (const state of statesOfDisk) {
    const studio = await openStudio({ app: join(app, 'faults'), faults: state.faults });
    try {
      await shootStates(studio, [state]);
    } finally {
      await studio.close();
    }
  }
}

async function shootAll(studio) {
  const { window } = studio;
  await window
    .getByRole('button', { name: /^打开样例/ })
    .first()
    .waitFor();
  await shoot(studio, '01-start');
  await shootStates(studio, pagesAtStart);
  await openSample(window);
  const kinds = { major: '02-major', majorLevel: '03-level', typicalWorkTask: '04-typical-task' };
  for (const [kind, page] of Object.entries(kinds)) {
    await showRecord(window, kind);
    await shoot(studio, page);
  }
  await showCourse(window);
  await shoot(studio, '05-course');
  await window.getByRole('textbox', { name: '课程目标 1', exact: true }).click();
  await shoot(studio, '06-course-objective');
  await window.getByRole('tab', { name: /历史/ }).click();
  await shoot(studio, '07-history');
  await window.getByRole('tab', { name: /预览/ }).click();
  await showRecord(window, 'learningTask');
  await shoot(studio, '08-learning-task');
  await shootDialog(studio, '09-palette', 'Control+k');
  await shootDialog(studio, '10-export', 'Control+e');
  await waitUntilWritten(window);
  await shootStates(studio, statesOfProject);
}

requireMachine();
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const app = inCheckout('.cache', `screens-app-${process.pid}`);
await buildWithFaults(app);
const stopDisplay = await startDisplay();
const studio = await openStudio({ app });
try {
  await shootAll(studio);
  await studio.close();
  await shootDisk(app);
} finally {
  await studio.close();
  stopDisplay();
  await rm(app, { recursive: true, force: true });
}
