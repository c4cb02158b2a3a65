import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { calibrate } from './calibrate';
import { print, quantile } from './measure';
import { notch, noteScrolling, scroll } from './scroll';
import {
  longestOf,
  mark,
  momentPrefix,
  processorTime,
  type Stretch,
  timesOf,
  trace,
} from './trace';
import { firstField, makeHome, openWindow, type Runtime, untilSettled, untilThere } from './window';

/**
 * The preview of the largest paper, a 专业课程标准 of about 100 pages: one frame of scrolling it, and how it
 * follows the cursor into courses far apart: what that takes, and whether the place is then seen.
 * `node preview.cjs <electron> <app folder> <sample.gxk>`
 */
const courses = 6;

async function run(runtime: Runtime, project: string): Promise<void> {
  const { home, remove } = await makeHome();
  const file = join(home, '文档', '项目.gxk');
  await copyFile(project, file);
  const window = await openWindow(runtime, home, [file]);
  const { page } = window;
  await untilSettled(page);
  await page.locator('select[aria-label="版式"]').selectOption('major-standard.national');
  await untilThere(page, '.paper-page[aria-label^="第 100 页，共"]');
  const stop = await trace(await page.context().newCDPSession(page));
  await page.evaluate(noteScrolling, momentPrefix);
  const frame = page.locator('[role=region][aria-label="纸样"]');
  await scroll(page, frame, { pixels: notch, name: 'notch' });
  const missed = await follow(page);
  for (let round = 0; round < 9; round += 1) {
    await mark(page, 'calibrate');
    await page.evaluate(calibrate);
  }
  await mark(page, 'end');
  const counts = await frame.evaluate((preview) => ({
    pages: preview.querySelectorAll('.paper-page').length,
    pagesDrawn: preview.querySelectorAll('.paper-body').length,
  }));
  const { stretches, moments } = await stop();
  await window.end();
  await remove();
  const of = (name: string) => stretches.filter((stretch) => stretch.mark === name);
  const frames = moments.filter(({ mark: name }) => name === '纸样');
  print({
    calibrations: of('calibrate')
      .slice(2)
      .map((stretch) => longestOf([stretch]).processor),
    findings: [
      {
        id: 'preview',
        work: 'one frame of scrolling the preview of about 100 pages: scripting, style and layout',
        measured: {
          ...timesOf(frames),
          frames: frames.length,
          notchP95: quantile(of('notch').map(processorTime), 0.95),
          ...followed(of('follow')),
          missed,
          ...counts,
        },
        baselines: {},
      },
    ],
  });
}

/**
 * Goes to a field of courses far apart; says how many of them the preview did not show. Not to the first
 * one: the window opens with it, and what is marked already cannot be told from what is marked anew.
 */
async function follow(page: Page): Promise<number> {
  // Courses of a 典型工作任务 stand below it: only they have objectives, and a part of the paper.
  const rows = page.locator('.outline-row[data-kind=course][data-depth="3"]');
  const step = Math.floor((await rows.count()) / courses);
  let missed = 0;
  for (let course = 0; course < courses; course += 1) {
    const before = await page.evaluate(markedPlace);
    await mark(page, 'follow');
    await rows.nth((course + 1) * step - 1).click();
    await firstField(page).focus();
    missed += await page.waitForFunction(isSeen, before, { timeout: 10_000 }).then(
      () => 0,
      () => 1,
    );
    await mark(page, 'between');
  }
  return missed;
}

/** True when the preview shows what has the cursor now, which is no longer the place it marked before. */
function isSeen(before: string): boolean {
  const place = document.querySelector<HTMLElement>('.paper-pages [data-cursor]');
  const view = place?.closest('.paper-frame')?.getBoundingClientRect();
  const shown = place?.getBoundingClientRect();
  if (view === undefined || shown === undefined) return false;
  const isNew = place?.dataset.source !== before;
  return isNew && shown.bottom > view.top && shown.top < view.bottom;
}

function markedPlace(): string {
  return document.querySelector<HTMLElement>('.paper-pages [data-cursor]')?.dataset.source ?? '';
}

function followed(stretches: readonly Stretch[]): Record<string, number> {
  const times = stretches.map(processorTime);
  return { follow: quantile(times, 0.5), followMost: Math.max(...times) };
}

const [electron, app, project] = process.argv.slice(2);
if (project === undefined || app === undefined || electron === undefined) {
  throw new Error('preview <electron> <app folder> <sample.gxk>');
}
void run({ electron, app }, project);
