import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample } from '../../../scripts/steps.mjs';
import { inDrafts } from '../../faults/three-homes';
import { compose } from '../harness/hands';
import { type InChromium, openInChromium } from './in-chromium';

/**
 * The engine people get is newer than that of the test runtime, and its Electron cannot be had everywhere. So the
 * same window is tried in the current Chromium of the system, its shell in memory: what is seen is the engine.
 */
const program = '/usr/bin/chromium';

describe.runIf(existsSync(program))('the window in a current Chromium', () => {
  let profile: string;
  let browser: InChromium;
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'gongxue-chromium-'));
    browser = await openInChromium(program, process.env.GONGXUE_APP_FOLDER ?? '', profile);
  });
  afterAll(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const field = (name: string) => browser.page.getByRole('textbox', { name, exact: true });

  it('is an engine newer than that of the test runtime', () => {
    console.error(`Chromium ${browser.version}`);
    expect(Number(browser.version.split('.')[0])).toBeGreaterThan(130);
  });

  it('starts, and opens a sample as a copy', async () => {
    await openSample(browser.page);
    await field('课程目标 1').waitFor();
    expect(await browser.page.title()).toContain('工学课坊');
  });

  it('takes pinyin as an input method gives it, and nothing of it half typed', async () => {
    await field('课程目标 1').click();
    await browser.page.keyboard.press('Control+End');
    const before = await field('课程目标 1').inputValue();
    await compose(browser.page, 'jixiu', '机修');
    await compose(browser.page, 'zhuanye', '专业');
    expect(await field('课程目标 1').inputValue()).toBe(`${before}机修专业`);
    await field('课程目标 1').blur();
    await browser.page
      .getByRole('status', { name: '保存状态' })
      .filter({ hasText: /已保存|已写入/ })
      .waitFor();
  });

  it('keeps it in the drafts in IndexedDB', async () => {
    await expect.poll(() => inDrafts(browser.page)).toContain('机修专业');
    expect(await inDrafts(browser.page)).not.toContain('jixiu');
  });

  it('takes it back and brings it again', async () => {
    const written = await field('课程目标 1').inputValue();
    await browser.page.keyboard.press('Control+z');
    await expect.poll(() => field('课程目标 1').inputValue()).not.toBe(written);
    await browser.page.keyboard.press('Control+Shift+z');
    await expect.poll(() => field('课程目标 1').inputValue()).toBe(written);
  });

  it('shows it on the paper beside', async () => {
    const paper = browser.page.locator('.paper-page');
    await expect.poll(async () => (await paper.allInnerTexts()).join('')).toContain('机修专业');
  });

  it('has broken no rule of its content policy, and thrown nothing', () => {
    expect(browser.errors).toEqual([]);
  });
});
