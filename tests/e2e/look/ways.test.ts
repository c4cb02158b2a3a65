import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample } from '../../../scripts/steps.mjs';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

describe('the ways through the window', () => {
  let home: TestHome;
  let app: RunningApp;
  let window: Page;
  const menu = (name: string) => window.getByRole('menuitem', { name });
  const objective = (at: number) =>
    window.getByRole('textbox', { name: `课程目标 ${String(at)}`, exact: true });
  const heading = (name: RegExp | string) => window.getByRole('heading', { name, level: 1 });
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    window = app.window;
    window.setDefaultTimeout(15_000);
    await openSample(window, { whole: true });
    await window.locator('.outline-row[data-kind=course]').first().click();
    await objective(1).waitFor();
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('lead from a crumb to what stands below it, by mouse and by keyboard, and back again', async () => {
    await window.locator('.outline-row[data-kind=course]').first().click();
    await window.getByRole('button', { name: '“课程”下面的页' }).click();
    await menu('学习任务 · 轿车1万公里定期维护').click();
    await heading('学习任务').waitFor();
    await window.getByRole('button', { name: '“中级”下面的页' }).focus();
    await window.keyboard.press('Enter');
    await menu('课程表 · 初中起点三年').waitFor();
    // The menu takes the keys in the frame after the one that shows it.
    const isInMenu = () => document.activeElement?.closest('[role=menu]') !== null;
    await expect.poll(() => window.evaluate(isInMenu)).toBe(true);
    await window.keyboard.press('End');
    await window.keyboard.press('Enter');
    await heading(/^课程表/)
      .or(heading('课程'))
      .first()
      .waitFor();
    const back = window.getByRole('button', { name: '后退' });
    expect(await back.getAttribute('title')).toBe('后退（轿车1万公里定期维护）');
    await back.click();
    await heading('学习任务').waitFor();
    await window.getByRole('button', { name: '前进' }).click();
    await window.getByRole('button', { name: '后退' }).click();
    await heading('学习任务').waitFor();
  });

  it('draw the window larger and smaller, by keys, wheel and menu, and remember it', async () => {
    const width = () => window.evaluate(() => innerWidth);
    const before = await width();
    await window.keyboard.press('Control+=');
    await expect.poll(width).toBeLessThan(before);
    await window.getByRole('button', { name: '大小 110%' }).waitFor();
    await window.locator('.page-scroll').hover();
    await window.keyboard.down('Control');
    await window.mouse.wheel(0, 120);
    await window.keyboard.up('Control');
    await window.getByRole('button', { name: '大小 100%' }).click();
    await menu('200%').click();
    await expect.poll(width).toBeLessThan(before / 1.8);
    await window.keyboard.press('Control+0');
    await expect.poll(width).toBe(before);
  });

  it('show all keys on one sheet', async () => {
    await window.keyboard.press('Control+/');
    const sheet = window.getByRole('dialog', { name: '键盘用法' });
    await sheet.getByText('到下一处要改或没写的').waitFor();
    await window.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('offer on a line, by mouse and by key, what can be done with it, and take it back', async () => {
    await window.locator('.outline-row[data-kind=course]').first().click();
    const second = await objective(2).inputValue();
    const first = await objective(1).inputValue();
    await objective(2).click({ button: 'right' });
    await menu('上移').click();
    await expect.poll(() => objective(1).inputValue()).toBe(second);
    await window.keyboard.press('Control+z');
    await expect.poll(() => objective(1).inputValue()).toBe(first);
    await objective(2).click();
    await window.keyboard.press('Shift+F10');
    await menu('删去这一条').click();
    await expect.poll(() => objective(2).inputValue()).not.toBe(second);
    await window
      .getByRole('status', { name: '消息' })
      .getByRole('button', { name: '撤销' })
      .click();
    await expect.poll(() => objective(2).inputValue()).toBe(second);
  });

  it('cut and paste text by the menu of a field', async () => {
    const words = await objective(1).inputValue();
    await objective(1).click();
    await objective(1).evaluate((field: HTMLTextAreaElement) => {
      field.select();
    });
    await window.keyboard.press('Shift+F10');
    await menu('复制').click();
    await objective(2).click();
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Shift+F10');
    await menu('粘贴').click();
    await expect.poll(() => objective(2).inputValue()).toBe(words);
    await window.keyboard.press('Control+z');
  });

  it('have a menu for the cells of a 课程表 and for the preview', async () => {
    await window.getByRole('tab', { name: /预览/ }).click();
    await window.locator('.paper-pages [data-source]').first().click({ button: 'right' });
    await menu('到写它的地方').waitFor();
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+k');
    await window.keyboard.type('课程表');
    await window.getByRole('option').first().waitFor();
    await window.keyboard.press('Enter');
    const cell = window.locator('.course-table [role=gridcell]').first();
    const hours = await cell.locator('input').inputValue();
    await cell.click({ button: 'right' });
    await menu('清空').click();
    await expect.poll(() => cell.locator('input').inputValue()).toBe('');
    await window.keyboard.press('Control+z');
    await expect.poll(() => cell.locator('input').inputValue()).toBe(hours);
  });
});

describe('a sample of one course in a major that is hardly begun', () => {
  let home: TestHome;
  let app: RunningApp;
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('says how much is written, and lists and walks what is not', async () => {
    const { window } = app;
    window.setDefaultTimeout(15_000);
    await openSample(window);
    await window.locator('.outline-row[data-kind=course]').first().click();
    const pill = window.locator('.status-bar').getByRole('button', { name: /^已写/ });
    await pill.focus();
    await window.keyboard.press('Enter');
    const panel = window.getByRole('region', { name: /没写的$/ });
    await panel.first().waitFor();
    const words = /还有 (\d+) 处/.exec(await pill.innerText())?.[1];
    expect(await window.getByRole('button', { name: /^没写的/ }).innerText()).toContain(words);
    await window.keyboard.press('F8');
    const first = window.locator('.finding-row [aria-current=true]');
    await first.waitFor();
    const stop = await first.innerText();
    await window.keyboard.press('F8');
    await expect.poll(() => first.innerText().catch(() => '')).not.toBe(stop);
    await window.getByRole('button', { name: /^要改的/ }).click();
  });
});
