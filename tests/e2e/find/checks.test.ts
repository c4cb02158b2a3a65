import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

describe('what the rules say', () => {
  let home: TestHome;
  let app: RunningApp;
  let window: Page;
  const focused = () =>
    window.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    window = app.window;
    const samples = window.getByRole('button', { name: /^打开样例/ });
    await samples.first().click();
    await window.locator('.outline-row[data-kind=course]').first().click();
    await window.getByRole('textbox', { name: '课程目标 1', exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('is said beside the page as soon as it is written, and F8 goes there', async () => {
    await window.getByRole('tab', { name: /^检查/ }).click();
    await window.locator('.checks-head').waitFor();
    const objective = window.getByRole('textbox', { name: '课程目标 1', exact: true });
    await objective.fill('了解汽车');
    await objective.blur();
    await window.getByRole('button', { name: /“了解汽车”不是以“能”开头/ }).waitFor();
    const hours = window.getByRole('textbox', { name: /基准学时/ }).first();
    await hours.fill('200');
    await hours.press('Enter');
    await window.getByRole('region', { name: '本页的检查' }).getByText(/少 20/).first().waitFor();
    await hours.focus();
    await window.keyboard.press('F8');
    await expect.poll(focused).toBe('课程目标 1');
    await window.keyboard.press('Shift+F8');
    await expect.poll(focused).toMatch(/基准学时/);
  });

  it('shows what a fix would do, and Alt+Enter takes it', async () => {
    const fix = window.locator('.finding-fix').first();
    await fix.waitFor();
    await window.keyboard.press('Alt+Enter');
    await window.getByText(/少 20/).first().waitFor({ state: 'detached' });
    await window.keyboard.press('Control+z');
    // 撤销 shows the page of what came back: a learning task.
    await window.locator('.findings').getByText(/少 20/).first().waitFor();
  });

  it('lets the teacher keep a place with a reason, and take that back', async () => {
    await window.getByRole('button', { name: /“了解汽车”不是以“能”开头/ }).click();
    await window.getByRole('button', { name: '保留并说明' }).click();
    await window.getByRole('textbox', { name: '保留的理由' }).fill('先导目标');
    await window.keyboard.press('Enter');
    await window.getByText('另有 1 处已写明理由保留。').waitFor();
    await window.getByRole('button', { name: '查看', exact: true }).last().click();
    await window.getByText('理由：先导目标').waitFor();
    await window.getByRole('button', { name: '取消保留' }).click();
    await window.getByRole('button', { name: /“了解汽车”不是以“能”开头/ }).waitFor();
  });
});
