import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

describe('looking for words in the whole major', () => {
  let home: TestHome;
  let app: RunningApp;
  let window: Page;
  const objective = () => window.getByRole('textbox', { name: '课程目标 1', exact: true });
  const count = () => window.getByRole('status', { name: '找到多少' });
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    window = app.window;
    const samples = window.getByRole('button', { name: /^打开样例/ });
    await samples.first().click();
    await window.locator('.outline-row[data-kind=course]').first().click();
    await objective().fill('能使用ＧＸ诊断仪读取故障');
    await objective().blur();
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('finds them whether written full or half width, and Enter goes there', async () => {
    await window.keyboard.press('Control+f');
    await window.getByRole('textbox', { name: '查找' }).fill('gx诊断仪');
    await count().getByText('1 页里有 1 处。').waitFor();
    await window.keyboard.press('Enter');
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('课程目标 1');
  });

  it('finds names by the first letters of their pinyin', async () => {
    await window.keyboard.press('Control+f');
    await window.getByRole('textbox', { name: '查找' }).fill('qcwh');
    await window
      .getByText(/· 按拼音/)
      .first()
      .waitFor();
  });

  it('takes the focus when it is asked for, and not whenever it is drawn anew', async () => {
    const label = () => window.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const panel = window.getByRole('textbox', { name: '查找' });
    await objective().click();
    for (const state of ['detached', 'visible'] as const) {
      await window.keyboard.press('Control+k');
      await window.keyboard.type('收起或打开右栏');
      await window
        .getByRole('option', { name: /收起或打开右栏/ })
        .first()
        .waitFor();
      await window.keyboard.press('Enter');
      await panel.waitFor({ state });
    }
    await expect.poll(label).toBe('课程目标 1');
    await window.keyboard.press('Control+f');
    await expect.poll(() => panel.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('gives the focus back although the palette is opened again before it is back', async () => {
    await objective().click();
    await window.keyboard.press('Control+k');
    await window.keyboard.type('收起或打开右栏');
    await window.getByRole('option', { name: /收起或打开右栏/ }).waitFor();
    // Both strikes within one frame, as a quick hand on a slow machine makes them.
    await window.evaluate(() => {
      const strike = (key: string, ctrlKey: boolean) =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
        );
      strike('Enter', false);
      return Promise.resolve().then(() => strike('k', true));
    });
    const palette = window.getByRole('dialog', { name: '命令面板' });
    await palette.waitFor();
    await window.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('课程目标 1');
  });

  it('shows what a replacement would do, does it in one step and takes it back', async () => {
    await window.keyboard.press('Control+h');
    await window.getByRole('textbox', { name: '查找' }).fill('ＧＸ诊断仪');
    await window.getByRole('textbox', { name: '替换为' }).fill('解码器');
    await window.locator('.find-words ins').getByText('解码器').waitFor();
    await window.getByRole('checkbox', { name: /^替换这一处/ }).uncheck();
    await window.getByRole('button', { name: '替换勾选的 0 处' }).waitFor();
    await window.getByRole('checkbox', { name: /^替换这一处/ }).check();
    await window.getByRole('button', { name: '替换勾选的 1 处' }).click();
    await expect.poll(() => objective().inputValue()).toBe('能使用解码器读取故障');
    const said = window.getByRole('status', { name: '消息' });
    await said.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => objective().inputValue()).toBe('能使用ＧＸ诊断仪读取故障');
  });
});

describe('looking for words right after opening', () => {
  let home: TestHome;
  let app: RunningApp;
  let window: Page;
  const sought = () => window.getByRole('textbox', { name: '查找' });
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    window = app.window;
    window.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('loses nothing that is typed while the window is still being drawn on a slow machine', async () => {
    const machine = await window.context().newCDPSession(window);
    const slow = (rate: number) => machine.send('Emulation.setCPUThrottlingRate', { rate });
    await slow(4);
    await window
      .getByRole('button', { name: /^打开样例.*全专业/ })
      .first()
      .click();
    await window.getByRole('tree').waitFor();
    await window.keyboard.press('Control+f');
    await window.keyboard.type('qcwh');
    expect(await sought().inputValue()).toBe('qcwh');
    await slow(1);
  });

  it('lists the first of a thousand places at once, and the others on the way down', async () => {
    const drawn = window.locator('.find-hit');
    await sought().fill('的');
    const words = await window.getByRole('status', { name: '找到多少' }).innerText();
    const all = Number(/有 (\d+) 处/u.exec(words)?.[1]);
    expect(all).toBeGreaterThan(500);
    expect(await drawn.count()).toBeLessThan(200);
    const first = await drawn.count();
    await window.locator('.find-list').hover();
    await expect
      .poll(async () => {
        await window.mouse.wheel(0, 20_000);
        return drawn.count();
      })
      .toBeGreaterThan(first + 100);
    await sought().fill('的汽车');
    await expect.poll(() => drawn.count()).toBeLessThan(first + 1);
  });
});
