import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { calibrate } from './calibrate';
import { type Finding, print, quantile } from './measure';
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
import { firstField, makeHome, openWindow, type Runtime, untilSettled } from './window';

/**
 * Typing in the real window, at the intervals of a person: the processor time of its main thread from a
 * key to the end of the frame that shows it, up to where painting begins, and with it beside it. Rests let
 * the edit be committed, so that saving, rules and preview are part of what is measured: some keys fall into
 * the midst of that work, and after the longest rests all of it is counted as `pause`. What the window still does for the opening
 * once it can be written in is a number of its own, `settling`: the typing begins when that is over, told
 * by what can be seen. Last the outline of the project is scrolled.
 * `node typing.cjs <electron> <app folder> <project.gxk> <id of the finding>`
 */
const keys = 60;
/** Milliseconds to the next key, again and again; none is a pause that commits. */
const intervals = [90, 140, 70, 210, 110, 60, 170, 80, 120];
/** What every tenth key is followed by: in the midst of the commit, of the preview, and after all of it. */
const rests = [380, 1_000, 640, 1_000, 330, 1_000];
const wholeRest = 1_000;
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
  await untilSettled(page);
  await page.evaluate(noteKeys, momentPrefix);
  await mark(page, 'typing');
  await type(page);
  await mark(page, 'rest');
  await page.waitForTimeout(1_500);
  const outline = page.locator('[role=tree][aria-label="大纲"]');
  await scroll(page, outline, { pixels: 350, name: 'half a screen' });
  await page.evaluate(noteScrolling, momentPrefix);
  await scroll(page, outline, { pixels: notch, name: 'notch' });
  const counts = await outline.evaluate((list) => ({
    mountedRows: list.querySelectorAll('[role=treeitem]').length,
    rows: Math.round(list.scrollHeight / 28),
  }));
  for (let round = 0; round < 9; round += 1) {
    await mark(page, 'calibrate');
    await page.evaluate(calibrate);
  }
  await mark(page, 'end');
  const { stretches, moments } = await stop();
  await window.end();
  await remove();
  const of = (name: string) => stretches.filter((stretch) => stretch.mark === name);
  print({
    // The first ones are still being compiled.
    calibrations: of('calibrate')
      .slice(2)
      .map((stretch) => longestOf([stretch]).processor),
    findings: [
      typingFinding(id, { moments, typing: of('typing'), untilEditable: window.untilEditable }),
      settlingFinding(idBeside(id, 'settling'), of('settling')),
      outlineFinding(idBeside(id, 'outline'), {
        frames: moments.filter(({ mark: name }) => name === '大纲'),
        notches: of('notch'),
        halfScreens: of('half a screen'),
        counts,
      }),
    ],
  });
}

/** `outline`, or `typing-sample-outline` beside `typing-sample`. */
function idBeside(id: string, name: string): string {
  return id === 'typing' ? name : `${id}-${name}`;
}

interface Typed {
  /** `key` from a key to the end of its frame, then `shown` up to the next key. */
  readonly moments: readonly Stretch[];
  readonly typing: readonly Stretch[];
  readonly untilEditable: number;
}

function typingFinding(id: string, { moments, typing, untilEditable }: Typed): Finding {
  const struck = moments.filter(({ mark: name }) => name === 'key');
  const after = moments.filter(({ mark: name }) => name === 'shown').map(processorTime);
  // After the last key come other things than typing.
  const pauses = after.slice(0, -1).filter((_, key) => restAfter(key) >= wholeRest);
  const untilNext = struck
    .slice(0, -1)
    .map((stretch, key) => processorTime(stretch) + (after[key] ?? 0));
  const { processor, wall } = longestOf(typing);
  return {
    id,
    work: 'one key in the window: scripting, style and layout to the end of the frame that shows it',
    measured: {
      ...timesOf(struck),
      longest: processor,
      longestByTheClock: wall,
      pause: quantile(pauses, 0.5),
      pauseMost: Math.max(...pauses),
      untilNextKeyP95: quantile(untilNext, 0.95),
      keys: struck.length,
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

interface Scrolled {
  readonly frames: readonly Stretch[];
  readonly notches: readonly Stretch[];
  readonly halfScreens: readonly Stretch[];
  readonly counts: Readonly<Record<string, number>>;
}

function outlineFinding(id: string, { frames, notches, halfScreens, counts }: Scrolled): Finding {
  return {
    id,
    work: 'one frame of scrolling the outline of that project: scripting, style and layout',
    measured: {
      ...timesOf(frames),
      frames: frames.length,
      notchP95: quantile(notches.map(processorTime), 0.95),
      halfScreenP95: quantile(halfScreens.map(processorTime), 0.95),
      ...counts,
    },
    baselines: {},
  };
}

async function type(page: Page): Promise<void> {
  await firstField(page).focus();
  const started = performance.now();
  for (let key = 0; key < keys; key += 1) {
    if (key >= fewestKeys && performance.now() - started > longestTrial) break;
    await page.keyboard.press('x');
    await page.waitForTimeout(restAfter(key));
  }
}

function restAfter(key: number): number {
  const list = key % 10 === 9 ? rests : intervals;
  const at = key % 10 === 9 ? Math.floor(key / 10) : key % 10;
  return list[at % list.length] ?? 0;
}

/** Lets the page mark when a key was struck, as the system tells it, and when the frame that shows it is over. */
function noteKeys(prefix: string): void {
  addEventListener(
    'keydown',
    ({ timeStamp }) => performance.mark(`${prefix}key`, { startTime: timeStamp }),
    true,
  );
  addEventListener(
    'input',
    () => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => performance.mark(`${prefix}shown`);
        port2.postMessage(null);
      });
    },
    true,
  );
}

const [electron, app, project, id] = process.argv.slice(2);
if (id === undefined || project === undefined || app === undefined || electron === undefined) {
  throw new Error('typing <electron> <app folder> <project.gxk> <id>');
}
void run({ electron, app }, project, id);
