/** `npm run screens`: everything the window can show, light and dark, wide and narrow, into `out/screens`. */
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inCheckout } from './checkout.mjs';
import { startDisplay } from './display.mjs';
import { openStudio } from './drive.mjs';
import { buildWithFaults } from './e2e-setup.mjs';
import { requireMachine } from './machine.mjs';
import { windowPages } from './screens/pages.mjs';
import { statesOfProject, statesOfStart } from './screens/states.mjs';
import { unvisited, visitsTo } from './screens/visits.mjs';
import { openSample, sayStep, waitUntilWritten } from './steps.mjs';

const out = inCheckout('out', 'screens');
/** 683 wide is a screen of 1366 at 200 %. */
const looks = [
  ['wide', 1366, 768, 'light'],
  ['wide', 1366, 768, 'dark'],
  ['narrow', 683, 768, 'light'],
  ['narrow', 683, 768, 'dark'],
  ['huge', 2560, 1440, 'light'],
  ['huge', 2560, 1440, 'dark'],
];

/** Arguments choose pages by a part of their names: `npm run screens -- panel- record-course`. */
const chosen = process.argv.slice(2);
const isChosen = ({ page }) => chosen.length === 0 || chosen.some((part) => page.includes(part));

/** What could not be got to, and why. */
const unreached = [];

/** In the page: until nothing has changed for a while, three seconds at most (progress never rests). The side panel is
 * thought over for up to 0.4 s before anything of it appears. */
function untilQuiet() {
  return new Promise((resolve) => {
    let timer = 0;
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(end, 600);
    };
    const observer = new MutationObserver(rest);
    const end = () => {
      observer.disconnect();
      resolve();
    };
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    rest();
    setTimeout(end, 3_000);
  });
}

async function shoot(studio, page) {
  for (const [size, width, height, theme] of looks) {
    await studio.resize(width, height);
    await studio.window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await studio.window.evaluate(untilQuiet);
    await studio.window.screenshot({ path: join(out, `${page}-${size}-${theme}.png`) });
  }
  await studio.resize(1366, 768);
  sayStep(page);
}

/** Goes to each of the pages, takes it, and leaves it again. */
async function shootAll(studio, pages) {
  for (const visit of pages.filter(isChosen)) {
    try {
      await visit.show(studio);
      await shoot(studio, visit.page);
      await visit.leave?.(studio);
    } catch (cause) {
      // The others are worth looking at all the same.
      unreached.push(`${visit.page}: ${String(cause).split('\n')[0]}`);
      await studio.window.screenshot({ path: join(out, `${visit.page}-unreached.png`) });
      await studio.window.keyboard.press('Escape');
    }
  }
}

/** A colleague at another machine, with a copy of the file; `file` is where it lies there. */
const beside = (app) => async (file) => {
  const studio = await openStudio({ app, file });
  return { ...studio, file: join(studio.documents, basename(file)) };
};

/** States that need a start of their own, each with the disk it asks for. */
async function shootStarts(app) {
  for (const state of statesOfStart.filter(isChosen)) {
    const studio = await openStudio({ app: join(app, 'faults'), faults: state.faults ?? [] });
    try {
      await shootAll({ ...studio, beside: beside(app) }, [state]);
    } finally {
      await studio.close();
    }
  }
}

async function shootWindow(studio) {
  if (![...visits, ...statesOfProject].some(isChosen)) return;
  const { window } = studio;
  await window
    .getByRole('button', { name: /^打开样例/ })
    .first()
    .waitFor();
  await shootAll(
    studio,
    visits.filter(({ atStart }) => atStart),
  );
  await openSample(window, { whole: true });
  await waitUntilWritten(window);
  await shootAll(
    studio,
    visits.filter(({ atStart }) => !atStart),
  );
  await shootAll(studio, statesOfProject);
}

requireMachine();
const { pages, further } = await windowPages();
const visits = visitsTo(further);
const forgotten = unvisited(pages, visits);
if (forgotten.length > 0) {
  console.error(`没有人说过怎么走到：${forgotten.join('、')}。请写进 scripts/screens/visits.mjs。`);
  process.exit(2);
}
if (chosen.length === 0) await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const app = inCheckout('.cache', `screens-app-${process.pid}`);
await buildWithFaults(app);
const stopDisplay = await startDisplay();
const studio = await openStudio({ app });
try {
  await shootWindow(studio);
  await studio.close();
  await shootStarts(app);
} finally {
  await studio.close();
  stopDisplay();
  await rm(app, { recursive: true, force: true });
}
if (unreached.length > 0) {
  console.error(`没有走到：\n  ${unreached.join('\n  ')}`);
  process.exit(1);
}
