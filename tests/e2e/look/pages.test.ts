import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowPages } from '@renderer/app/window-pages';
import { unvisited, visits, type Visit } from '../../../scripts/screens/visits.mjs';
import { openSample, waitUntilWritten } from '../../../scripts/steps.mjs';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { seriousFindings, unseenFocus, untidyPlaces } from './looks';

const themes = ['light', 'dark'] as const;
/** 683 wide is a screen of 1366 at 200 %. */
const sizes = [
  [1366, 768],
  [683, 768],
  [2560, 1440],
] as const;
const mostTabs = 50;

describe('every page, panel and overlay of the window', () => {
  let home: TestHome;
  let app: RunningApp;
  let window: Page;
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home, args: ['--force-device-scale-factor=1'] });
    window = app.window;
    window.setDefaultTimeout(10_000);
    await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  async function resize(width: number, height: number): Promise<void> {
    await app.electron.evaluate(
      ({ BrowserWindow }, [x, y]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(x, y);
      },
      [width, height] as const,
    );
    // A pixel may be lost to rounding.
    await expect
      .poll(() => window.evaluate((wanted) => Math.abs(innerWidth - wanted) < 3, width))
      .toBe(true);
    await window.waitForTimeout(100);
  }

  /** What can be said against the page as it is shown now, in all sizes and both themes. */
  async function faults(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const [width, height] of sizes) {
      await resize(width, height);
      for (const one of await untidyPlaces(window)) found.push(`${String(width)} ${one}`);
      if (width > 1366) continue;
      // Colours do not change with the width.
      for (const colorScheme of width === 1366 ? themes : (['light'] as const)) {
        await window.emulateMedia({ colorScheme });
        for (const one of await seriousFindings(window, { onlyContrast: colorScheme === 'dark' })) {
          found.push(`${String(width)} ${colorScheme} ${one}`);
        }
      }
      await window.emulateMedia({ colorScheme: 'light' });
    }
    await resize(1366, 768);
    for (const one of await unseenFocus(window, mostTabs)) found.push(`no focus seen: ${one}`);
    return found;
  }

  it('is one somebody has said how to get to', () => {
    expect(unvisited(windowPages())).toEqual([]);
  });

  function canBeReadAndReached({ page, show, leave }: Visit): void {
    it(`can be read and reached: ${page}`, async () => {
      await show({ window });
      try {
        await window.waitForTimeout(200);
        expect(await faults()).toEqual([]);
      } finally {
        await leave?.({ window });
      }
    });
  }

  describe('before a project is open', () => {
    for (const visit of visits) if (visit.atStart === true) canBeReadAndReached(visit);
  });

  describe('with a whole major open', () => {
    beforeAll(async () => {
      await openSample(window, { whole: true });
      await waitUntilWritten(window);
    });
    for (const visit of visits) if (visit.atStart !== true) canBeReadAndReached(visit);
  });
});
