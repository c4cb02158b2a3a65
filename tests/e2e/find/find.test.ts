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
    await window.locator('.outline-course').first().click();
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
