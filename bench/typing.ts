import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { calibrate } from './calibrate';
import { print, quantile } from './measure';
import { firstField, makeHome, openWindow } from './window';

/**
 * Typing in the real window with a project of 50,000 records: scripting, style and layout per key as
 * the browser itself counts them, and the longest task. A pause after every tenth key lets the edit
 * be committed, so that saving is part of what is measured. Then the outline of the same project is
 * scrolled.
 * `node typing.cjs <electron> <app folder> <big.gxk>`
 */
const keys = 60;
const turns = 60;
/** On a machine that is busy otherwise fewer keys must do; the first dozen are always typed. */
const longestTrial = 20_000;

async function run(electron: string, app: string, big: string): Promise<void> {
  const { home, remove } = await makeHome();
  const file = join(home, '文档', '大项目.gxk');
  await copyFile(big, file);
  const window = await openWindow({ electron, app }, home, [file]);
  const { page } = window;
  const calibrations: number[] = [];
  for (let round = 0; round < 5; round += 1) calibrations.push(await page.evaluate(calibrate));
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate(watchLongTasks);
  await firstField(page).focus();
  const perKey: number[] = [];
  const started = performance.now();
  for (let key = 0; key < keys; key += 1) {
    if (key >= 12 && performance.now() - started > longestTrial) break;
    const before = await busyMilliseconds(session);
    await page.keyboard.insertText('检');
    await page.waitForTimeout(key % 10 === 9 ? 600 : 60);
    perKey.push((await busyMilliseconds(session)) - before);
  }
  const longest = await page.evaluate(longestTask);
  const outline = await scrollOutline(page, session);
  await window.end();
  await remove();
  print({
    calibrations,
    findings: [
      {
        id: 'typing',
        work: 'one key in the window, project of 50,000 records: scripting, style and layout',
        measured: {
          p95: quantile(perKey, 0.95),
          median: quantile(perKey, 0.5),
          longest,
          untilEditable: window.untilEditable,
        },
        baselines: {},
      },
      {
        id: 'outline',
        work: 'one frame of scrolling the outline of that project: scripting, style and layout',
        measured: outline,
        baselines: {},
      },
    ],
  });
}

/** Turns the wheel over the outline, half a screen at a time, and counts the rows that are there. */
async function scrollOutline(page: Page, session: CDPSession): Promise<Record<string, number>> {
  const list = page.getByRole('tree', { name: '大纲' });
  await list.hover();
  const perFrame: number[] = [];
  let mountedRows = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const before = await busyMilliseconds(session);
    await page.mouse.wheel(0, 350);
    await page.evaluate(nextFrame);
    perFrame.push((await busyMilliseconds(session)) - before);
    mountedRows = Math.max(mountedRows, await list.getByRole('treeitem').count());
  }
  const rows = await list.evaluate((element) => Math.round(element.scrollHeight / 28));
  return { p95: quantile(perFrame, 0.95), median: quantile(perFrame, 0.5), mountedRows, rows };
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

async function busyMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const counted = new Set(['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']);
  const seconds = metrics.filter(({ name }) => counted.has(name)).map(({ value }) => value);
  return seconds.reduce((sum, value) => sum + value, 0) * 1000;
}

interface Watched extends Window {
  benchLongTasks?: number[];
}

function watchLongTasks(): void {
  const tasks: number[] = [];
  (window as Watched).benchLongTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** 0 when no task took 50 ms or more. */
function longestTask(): number {
  return Math.max(0, ...((window as Watched).benchLongTasks ?? []));
}

const [electron, app, big] = process.argv.slice(2);
if (big === undefined || app === undefined || electron === undefined) {
  throw new Error('typing <electron> <app folder> <big.gxk>');
}
void run(electron, app, big);
