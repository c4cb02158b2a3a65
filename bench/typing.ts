import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { calibrate } from './calibrate';
import { type Finding, print, quantile } from './measure';
import { longestOf, mark, processorTime, type Stretch, trace } from './trace';
import { firstField, makeHome, openWindow, type Runtime } from './window';

/**
 * Typing in the real window: the processor time of its main thread from one key to the next, whatever
 * it is spent on, and its longest task. A pause after every tenth key lets the edit be committed, so
 * that saving, rules and preview are part of what is measured. What the window still does for the
 * opening once it can be written in is a number of its own, `settling`: the typing begins when that is
 * over, told by what can be seen. Last the outline of the project is scrolled.
 * `node typing.cjs <electron> <app folder> <project.gxk> <id of the finding>`
 */
const keys = 60;
const turns = 60;
/** On a machine that is busy otherwise fewer keys must do; the first two dozen are always typed. */
const fewestKeys = 24;
const longestTrial = 40_000;

async function run(runtime: Runtime, project: string, id: string): Promise<void> {
  const { home, remove } = await makeHome();
  const file = join(home, '文档', '项目.gxk');
  await copyFile(project, file);
  const window = await openWindow(runtime, home, [file]);
  const { page } = window;
  const stop = await trace(await page.context().newCDPSession(page));
  await mark(page, 'settling');
  await settled(page);
  await type(page);
  await mark(page, 'rest');
  await page.waitForTimeout(1_500);
  const counts = await scrollOutline(page);
  for (let round = 0; round < 9; round += 1) {
    await mark(page, 'calibrate');
    await page.evaluate(calibrate);
  }
  await mark(page, 'end');
  const stretches = await stop();
  await window.end();
  await remove();
  const of = (name: string) => stretches.filter((stretch) => stretch.mark === name);
  print({
    // The first ones are still being compiled.
    calibrations: of('calibrate')
      .slice(2)
      .map((stretch) => longestOf([stretch]).processor),
    findings: [
      typingFinding(id, of('key'), window.untilEditable),
      settlingFinding(idBeside(id, 'settling'), of('settling')),
      { ...outlineFinding(of('turn'), counts), id: idBeside(id, 'outline') },
    ],
  });
}

/** `outline`, or `typing-sample-outline` beside `typing-sample`. */
function idBeside(id: string, name: string): string {
  return id === 'typing' ? name : `${id}-${name}`;
}

function typingFinding(id: string, stretches: readonly Stretch[], untilEditable: number): Finding {
  const times = stretches.map(processorTime);
  const { processor, wall } = longestOf(stretches);
  return {
    id,
    work: 'one key in the window: processor time of its main thread up to the next key',
    measured: {
      p95: quantile(times, 0.95),
      median: quantile(times, 0.5),
      longest: processor,
      longestByTheClock: wall,
      keys: times.length,
      untilEditable,
    },
    baselines: {},
  };
}

function settlingFinding(id: string, stretches: readonly Stretch[]): Finding {
  const { processor, wall } = longestOf(stretches);
  return {
    id,
    work: 'what the window still does for the opening once it can be typed in: its longest task',
    measured: {
      longest: processor,
      longestByTheClock: wall,
      processor: stretches.reduce((sum, stretch) => sum + processorTime(stretch), 0),
    },
    baselines: {},
  };
}

function outlineFinding(stretches: readonly Stretch[], counts: Record<string, number>): Finding {
  const times = stretches.map(processorTime);
  return {
    id: 'outline',
    work: 'one frame of scrolling the outline of that project: processor time of the main thread',
    measured: {
      p95: quantile(times, 0.95),
      median: quantile(times, 0.5),
      frames: times.length,
      ...counts,
    },
    baselines: {},
  };
}

/** The opening is over when the paper is shown in the preview and the rules have said how far it is written. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('region', { name: /^第 1 页，共/ }).waitFor();
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /，看还没有写的$/ })
    .waitFor({ timeout: 60_000 });
}

async function type(page: Page): Promise<void> {
  await firstField(page).focus();
  const started = performance.now();
  for (let key = 0; key < keys; key += 1) {
    if (key >= fewestKeys && performance.now() - started > longestTrial) break;
    await mark(page, 'key');
    await page.keyboard.insertText('检');
    await page.waitForTimeout(key % 10 === 9 ? 1_000 : 60);
  }
}

/** Turns the wheel over the outline, half a screen at a time, and counts the rows that are there. */
async function scrollOutline(page: Page): Promise<Record<string, number>> {
  const list = page.getByRole('tree', { name: '大纲' });
  await list.hover();
  let mountedRows = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    await mark(page, 'turn');
    await page.mouse.wheel(0, 350);
    await page.evaluate(nextFrame);
    await mark(page, 'count');
    mountedRows = Math.max(mountedRows, await list.locator('[role=treeitem]').count());
  }
  const rows = await list.evaluate((element) => Math.round(element.scrollHeight / 28));
  return { mountedRows, rows };
}

/** Resolves when what was scrolled has been drawn. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });
}

const [electron, app, project, id] = process.argv.slice(2);
if (id === undefined || project === undefined || app === undefined || electron === undefined) {
  throw new Error('typing <electron> <app folder> <project.gxk> <id>');
}
void run({ electron, app }, project, id);
