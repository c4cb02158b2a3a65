import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type State, statesOfProject, statesOfStart } from '../../../scripts/screens/states.mjs';
import { openSample, resizeTo, waitUntilWritten } from '../../../scripts/steps.mjs';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { seriousFindings, untidyPlaces } from './looks';

/**
 * What a teacher sees when it is not an ordinary day: nothing there yet, something that takes long, a
 * file that cannot be written, was changed, is gone, is damaged or went two ways. Each is brought about
 * for real, can be read in both themes and a narrow window, and has a way out that is gone through.
 */
const themes = ['light', 'dark'] as const;
/** 683 wide is a screen of 1366 at 200 %. */
const sizes = [
  [683, 768],
  [1366, 768],
] as const;

const homes: TestHome[] = [];
const apps: RunningApp[] = [];
async function endAll(): Promise<void> {
  for (const app of apps.splice(0)) await app.kill();
  for (const home of homes.splice(0)) await home.remove();
}

/** Starts the program as on a machine of its own; with `file` on a copy of that. */
async function start({
  file,
  faults,
}: {
  readonly file?: string;
  readonly faults?: readonly unknown[] | undefined;
}) {
  const home = await makeHome();
  homes.push(home);
  const files = file === undefined ? [] : [join(home.documents, basename(file))];
  for (const path of files) await copyFile(file ?? '', path);
  const app = await launch({
    home,
    files,
    ...(faults === undefined ? {} : { faults: { faults } }),
  });
  apps.push(app);
  app.window.setDefaultTimeout(20_000);
  await app.window.emulateMedia({ reducedMotion: 'reduce' });
  return { app, window: app.window, electron: app.electron, documents: home.documents };
}

type Started = Awaited<ReturnType<typeof start>>;

async function beside(file: string) {
  const there = await start({ file });
  return {
    window: there.window,
    file: join(there.documents, basename(file)),
    finish: there.app.close,
    close: () => Promise.resolve(),
  };
}

/** What of the window is about the state; the rest is looked at page by page elsewhere. */
async function placeOf(window: Page): Promise<string> {
  for (const place of ['.dialog', '.bar']) if (await window.locator(place).count()) return place;
  return 'body';
}

/** What can be said against the window as it is shown now. */
async function faultsOf({ app, window }: Started): Promise<readonly string[]> {
  const found: string[] = [];
  const within = await placeOf(window);
  for (const size of sizes) {
    await resizeTo(app, size);
    for (const one of await untidyPlaces(window)) found.push(`${String(size[0])} ${one}`);
  }
  for (const colorScheme of themes) {
    await window.emulateMedia({ colorScheme });
    const look = { within, onlyContrast: colorScheme === 'dark' };
    for (const one of await seriousFindings(window, look)) found.push(`${colorScheme} ${one}`);
  }
  return found;
}

async function canBeSeenAndLeft(started: Started, { show, leave }: State): Promise<void> {
  await show({ ...started, beside });
  expect(await faultsOf(started)).toEqual([]);
  await leave?.(started);
}

describe('on a day like no other the window says what is the matter, and how to go on', () => {
  describe('from the start', () => {
    afterEach(endAll);
    for (const state of statesOfStart) {
      it(state.page, async () => {
        await canBeSeenAndLeft(await start({ faults: state.faults ?? [] }), state);
      });
    }
  });

  describe('with a whole major open', () => {
    let started: Started;
    beforeAll(async () => {
      started = await start({});
      await openSample(started.window, { whole: true });
      await waitUntilWritten(started.window);
    });
    afterAll(endAll);
    for (const state of statesOfProject) {
      it(state.page, async () => {
        await canBeSeenAndLeft(started, state);
      });
    }
  });
});
