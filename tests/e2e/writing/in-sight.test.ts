import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseCommand } from '../harness/hands';
import { focusedName } from '../harness/keyboard';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** Where the keyboard is and what is seen of it, without a mouse, on a small screen. */
let home: TestHome;
let app: RunningApp;
let window: Page;

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  window = app.window;
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

/** The row of the page that is shown stands inside the outline. */
const currentRowIsSeen = () =>
  window.evaluate(() => {
    const list = document.querySelector('.outline-list')?.getBoundingClientRect();
    const row = document.querySelector('.outline-list .is-current')?.getBoundingClientRect();
    return (
      list !== undefined && row !== undefined && row.top >= list.top && row.bottom <= list.bottom
    );
  });
const isSomewhere = () =>
  window.evaluate(() => {
    const { activeElement, body } = document;
    return activeElement !== null && activeElement !== body && !activeElement.matches(':disabled');
  });

describe('the keyboard', () => {
  it('is in the first field of a new major, and what is typed stands there', async () => {
    await window.getByRole('heading', { name: '还没有文件' }).waitFor();
    await window.keyboard.press('Control+n');
    await window.keyboard.insertText('数控加工');
    await window.keyboard.press('Enter');
    await window.getByRole('tree').waitFor();
    await expect.poll(isSomewhere).toBe(true);
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.matches('input, textarea')))
      .toBe(true);
  });

  it('stays in the window when a level is added', async () => {
    await chooseCommand(window, '>加上培养层级“高级”');
    await expect.poll(isSomewhere).toBe(true);
  });

  it('is in the outline when a major is opened', async () => {
    await chooseCommand(window, '>打开样例“汽车维修（中级、高级');
    await window.locator('.outline-list').getByText('汽车维修', { exact: true }).first().waitFor();
    await expect.poll(isSomewhere).toBe(true);
    await expect.poll(currentRowIsSeen).toBe(true);
  });

  it('finds the row of the page in sight, wherever the palette went', async () => {
    await chooseCommand(window, '新能源汽车动力');
    await expect.poll(currentRowIsSeen).toBe(true);
    await chooseCommand(window, '汽车维护');
    await expect.poll(currentRowIsSeen).toBe(true);
  });

  it('keeps a row in sight that Alt+↓ moves', async () => {
    await window.keyboard.press('Control+1');
    await window.keyboard.press('Home');
    for (let step = 0; step < 4; step += 1) await window.keyboard.press('ArrowDown');
    const seen = () =>
      window.evaluate(() => {
        const list = document.querySelector('.outline-list')?.getBoundingClientRect();
        const row = document.activeElement?.getBoundingClientRect();
        return list !== undefined && row !== undefined && row.bottom <= list.bottom + 1;
      });
    const name = await focusedName(window);
    for (let step = 0; step < 5; step += 1) {
      await window.keyboard.press('Alt+ArrowDown');
      await expect.poll(seen).toBe(true);
    }
    expect(await focusedName(window)).toBe(name);
  });

  it('is not lost when a replacement has emptied the list', async () => {
    await window.keyboard.press('Control+h');
    const query = window.getByRole('textbox', { name: '查找', exact: true });
    await query.fill('服务顾问');
    await window.getByRole('textbox', { name: '替换为', exact: true }).fill('接待员');
    await window.getByRole('button', { name: /^替换勾选的 [1-9]/ }).press('Enter');
    await window.getByText('整个专业里没有“服务顾问”。').waitFor();
    await expect.poll(isSomewhere).toBe(true);
  });

  it('Tab goes from field to field, and Shift+F1 tells what to write there', async () => {
    await window.locator('.outline-row[data-kind=course]').first().click();
    await window.keyboard.press('Control+2');
    const passed: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await window.keyboard.press('Tab');
      passed.push(await focusedName(window));
    }
    expect(passed.filter((name) => name.startsWith('为什么写'))).toEqual([]);
    await window.locator('textarea[aria-label="课程目标 1"]').click();
    await window.keyboard.press('Shift+F1');
    await window.locator('.why-slip').waitFor();
    await window.keyboard.press('Escape');
  });
});
