import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furtherPages, windowPages } from '@renderer/app/window-pages';
import { unvisited, type Visit, visitsTo } from '../../../scripts/screens/visits.mjs';
import { openSample, resizeTo, waitUntilWritten } from '../../../scripts/steps.mjs';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { seriousFindings, unseenFocus, untidyPlaces } from './looks';

const themes = ['light', 'dark'] as const;
type Size = readonly [width: number, height: number];
/** 683 wide is a screen of 1366 at 200 %. The last is how every visit begins. */
const sizes: readonly Size[] = [
  [683, 768],
  [1366, 768],
];
const widest: Size = [2560, 1440];
const mostTabs = 40;
const visits = visitsTo(furtherPages());

/** What of the window a visit is about; what is around it is looked at by itself. */
function placeOf(page: string): string {
  if (page.startsWith('overlay-')) return '.dialog';
  return page.startsWith('panel-') ? '#region-side' : '#region-page';
}

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
    await window.getByRole('region', { name: '样例' }).waitFor();
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  /** What can be said against a part of the window as it is shown now, in all sizes and both themes. */
  async function faults(within: string, more: readonly Size[] = []): Promise<readonly string[]> {
    const found: string[] = [];
    for (const size of [...more, ...sizes]) {
      await resizeTo(app, size);
      for (const one of await untidyPlaces(window)) found.push(`${String(size[0])} ${one}`);
    }
    for (const colorScheme of themes) {
      await window.emulateMedia({ colorScheme });
      const look = { within, onlyContrast: colorScheme === 'dark' };
      for (const one of await seriousFindings(window, look)) found.push(`${colorScheme} ${one}`);
    }
    await window.emulateMedia({ colorScheme: 'light' });
    const unseen = await unseenFocus(window, { within, steps: mostTabs });
    return [...found, ...unseen.map((one) => `no focus seen: ${one}`)];
  }

  it('is one somebody has said how to get to', () => {
    expect(unvisited(windowPages(), visits)).toEqual([]);
  });

  function canBeReadAndReached({ page, show, leave }: Visit): void {
    it(`can be read and reached: ${page}`, async () => {
      await show({ window });
      try {
        expect(await faults(placeOf(page))).toEqual([]);
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
    it('can be read and reached: all that stands around a page', async () => {
      expect(await faults('body', [widest])).toEqual([]);
      // Drawing the paper anew with every size would take most of the time.
      await window.getByRole('button', { name: '收起右栏' }).click();
    });
    for (const visit of visits) if (visit.atStart !== true) canBeReadAndReached(visit);
  });
});
