import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** While something else than the document has the focus, no key reaches the document behind it. */
let home: TestHome;
let app: RunningApp;
let window: Page;

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  window = app.window;
  await window
    .getByRole('button', { name: /^打开样例/ })
    .first()
    .click();
  await line().waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const written = '能写出自己的意见';
/** By its label alone: behind a dialog nothing has a role. */
const line = () => window.locator('textarea[aria-label="课程目标 1"]');
const field = (name: string) =>
  window.locator('input').and(window.getByLabel(name, { exact: true }));
const press = (keys: string) => window.keyboard.press(keys);

/** What a teacher has just written in the document is what a stray Ctrl+Z would take. */
beforeEach(async () => {
  await line().click();
  await press('Control+a');
  await window.keyboard.insertText(written);
  await press('Control+End');
  await window.keyboard.type('abc');
  await press('Control+s');
});

/** Takes back and does again more often than anything was done; nothing but the field itself changes. */
async function undoOften(where: Locator): Promise<void> {
  for (let count = 0; count < 4; count += 1) await press('Control+z');
  await expectOnly(where);
  for (let count = 0; count < 4; count += 1) await press('Control+y');
  await expectOnly(where);
}

async function expectOnly(where: Locator): Promise<void> {
  expect(await line().inputValue()).toBe(`${written}abc`);
  expect(await where.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}

describe('undo while another field has the focus', () => {
  it.each([
    ['查找', 'Control+f'],
    ['替换为', 'Control+h'],
    ['查命令、课程、任务', 'Control+k'],
    ['专业名称', 'Control+n'],
  ])('%s takes back its own words and no others', async (name, keys) => {
    await press(keys);
    if (name === '替换为') await field(name).click();
    await expect
      .poll(() => field(name).evaluate((one) => one === document.activeElement))
      .toBe(true);
    const before = await field(name).inputValue();
    await undoOften(field(name));
    await press('Control+a');
    await window.keyboard.type('qiche');
    await press('Control+z');
    await expect.poll(() => field(name).inputValue()).toBe(before);
    await undoOften(field(name));
    expect(await field(name).inputValue()).toBe('qiche');
    await press('Escape');
  });

  it('大纲筛选 does the same', async () => {
    const filter = window.getByRole('searchbox', { name: '筛选大纲' });
    await filter.click();
    await undoOften(filter);
    await window.keyboard.type('wei');
    await press('Control+z');
    await expect.poll(() => filter.inputValue()).toBe('');
    await undoOften(filter);
    await filter.fill('');
  });

  it('nothing behind 导出 changes, wherever in it the focus is', async () => {
    await press('Control+e');
    const asked = window.getByRole('dialog');
    await asked.waitFor();
    for (let count = 0; count < 6; count += 1) {
      await undoOften(asked);
      await press('Tab');
    }
    await press('Escape');
    await asked.waitFor({ state: 'detached' });
  });

  it('and in the document itself one Ctrl+Z takes back what was written there', async () => {
    await line().click();
    await press('Control+z');
    await expect.poll(() => line().inputValue()).not.toContain('abc');
  });
});
