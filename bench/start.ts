import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calibrate } from './calibrate';
import { print, quietest, timed } from './measure';
import { makeEmptyApp, makeHome, openWindow } from './window';

/**
 * From the start of the process to the first field that can be typed in: the app with the one-course
 * sample against an Electron that shows one empty window, turn by turn.
 * A whole major is started with as well, for comparison.
 * `node start.cjs <electron> <app folder> <course.gxk> <major.gxk>`
 */
const rounds = 8;

async function run(electron: string, app: string, files: readonly string[]): Promise<void> {
  const { home, remove } = await makeHome();
  const [course = '', major = ''] = await Promise.all(
    files.map(async (file, index) => {
      const copy = join(home, '文档', `${String(index)}.gxk`);
      await copyFile(file, copy);
      return copy;
    }),
  );
  const empty = { electron, app: await makeEmptyApp(home) };
  const ours: number[] = [];
  const nothing: number[] = [];
  const whole: number[] = [];
  const calibrations: number[] = [];
  // The first start of each makes its profile and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    calibrations.push(timed(calibrate));
    nothing.push(await start(empty, home, []));
    ours.push(await start({ electron, app }, home, [course]));
    whole.push(await start({ electron, app }, home, [major]));
  }
  await remove();
  print({
    calibrations,
    findings: [
      {
        id: 'start',
        work: 'start until the sample course can be typed in',
        measured: {
          milliseconds: quietest(ours.slice(1)),
          firstStart: ours[0] ?? Number.NaN,
          wholeMajor: quietest(whole.slice(1)),
          rounds,
        },
        baselines: { 'an empty Electron window': quietest(nothing.slice(1)) },
      },
    ],
  });
}

async function start(
  runtime: { electron: string; app: string },
  home: string,
  files: readonly string[],
): Promise<number> {
  const window = await openWindow(runtime, join(home), files);
  await window.end();
  return window.untilEditable;
}

const [electron, app, ...files] = process.argv.slice(2);
if (files.length !== 2 || app === undefined || electron === undefined) {
  throw new Error('start <electron> <app folder> <course.gxk> <major.gxk>');
}
void run(electron, app, files);
