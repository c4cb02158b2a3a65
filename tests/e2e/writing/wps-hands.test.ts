import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** What hands do that have worked in WPS for years. */
let home: TestHome;
let app: RunningApp;
let window: Page;

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  window = app.window;
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const name = () => window.getByRole('textbox', { name: '课程名称', exact: true });
const menu = (words: string) => window.getByRole('menuitem', { name: words });
async function choose(...words: readonly string[]): Promise<void> {
  for (const word of words) await menu(word).click();
  await window.getByRole('menu').waitFor({ state: 'detached' });
}

describe('hands that know WPS', () => {
  it('open a sample by a click on its title', async () => {
    const title = window.locator('.start-sample b').first();
    await title.waitFor();
    // The hand does not know that the button lies over it.
    await title.click({ force: true });
    await window.getByRole('tree').waitFor();
    await window.locator('.outline-row[data-kind=course]').first().click();
    await name().waitFor();
  });

  it('cut, paste and look for words under 编辑', async () => {
    const before = await name().inputValue();
    await name().click();
    await choose('编辑', '全选 Ctrl+A');
    await choose('编辑', '剪切 Ctrl+X');
    await expect.poll(() => name().inputValue()).toBe('');
    await choose('编辑', '粘贴 Ctrl+V');
    await expect.poll(() => name().inputValue()).toBe(before);
    await choose('编辑', '在整个专业里查找 Ctrl+F');
    await window.getByRole('textbox', { name: '查找', exact: true }).waitFor();
    // Nothing of it can be done where no text is written.
    await window.getByRole('tree').getByRole('treeitem').first().click();
    await menu('编辑').click();
    expect(await menu('剪切 Ctrl+X').getAttribute('aria-disabled')).toBe('true');
    await window.keyboard.press('Escape');
  });

  it('are told why Ctrl+B does nothing, and find the checks by F7', async () => {
    await window.locator('.outline-row[data-kind=course]').first().click();
    await name().click();
    await window.keyboard.press('Control+b');
    await window
      .getByRole('status', { name: '消息' })
      .getByText(/^这里只写文字/)
      .waitFor();
    await window.keyboard.press('F7');
    await expect
      .poll(() => window.locator('.tab[data-active], .tab[aria-selected="true"]').allInnerTexts())
      .toContain('检查');
  });

  it('save under another name by F12', async () => {
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, `${home.documents}/另存.gxk`);
    await window.keyboard.press('F12');
    await window.locator('.title-file b', { hasText: '另存.gxk' }).waitFor();
  });
});
