import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { newFromSample } from '../harness/project';

const cell = (window: Page, name: RegExp) => window.getByRole('textbox', { name });
/** The cells that hold hours; those of 序号 and the sums are cells of the grid too. */
const hours = (window: Page) => window.locator('td[role=gridcell]');
const sum = (window: Page, row: string) =>
  window.getByRole('row', { name: new RegExp(`^${row}`, 'u') }).locator('td');

/** A teacher writes the hours of a course term by term, as in a spreadsheet. */
describe('the 课程表 in the window', () => {
  let home: TestHome;
  let app: RunningApp;
  beforeAll(async () => {
    home = await makeHome();
    const file = join(home.documents, '汽车维修.gxk');
    newFromSample('qiche-weixiu', file);
    app = await launch({ home, files: [file] });
    await app.window.getByRole('tree').waitFor();
    await app.window.keyboard.press('Control+k');
    await app.window.keyboard.type('初中起点三年');
    await app.window.keyboard.press('Enter');
    await app.window.getByRole('grid').waitFor();
    // The palette gives the focus to the page when it has gone.
    await app.window.locator('.scrim').waitFor({ state: 'detached' });
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('types over a cell, goes on with arrows, and the sums follow at once', async () => {
    const { window } = app;
    await hours(window).first().click();
    await window.keyboard.press('Control+Home');
    const before = Number(await sum(window, '总学时').nth(1).textContent());
    const old = Number(await cell(window, /第1学期学时$/u).inputValue());
    await window.keyboard.type(String(old + 7));
    await window.keyboard.press('ArrowRight');
    await cell(window, /第2学期学时$/u).waitFor();
    await expect.poll(() => sum(window, '总学时').nth(1).textContent()).toBe(String(before + 7));
    await expect
      .poll(() => window.getByRole('list', { name: '课程表里不平的地方' }).textContent())
      .toContain('多 7');
    await window.keyboard.press('Control+z');
    await expect.poll(() => sum(window, '总学时').nth(1).textContent()).toBe(String(before));
  });

  it('says what is no number of hours and keeps the cell', async () => {
    const { window } = app;
    await window.keyboard.press('Control+Home');
    const old = await cell(window, /第1学期学时$/u).inputValue();
    await window.keyboard.type('3.3');
    await window.keyboard.press('ArrowDown');
    await window.getByRole('alert').filter({ hasText: '半学时' }).waitFor();
    expect(await cell(window, /第1学期学时$/u).inputValue()).toBe('3.3');
    await window.keyboard.press('Control+a');
    await window.keyboard.type(old);
    await window.keyboard.press('Enter');
    await expect.poll(() => window.getByRole('alert').count()).toBe(0);
  });

  it('takes a block from a spreadsheet in one step and gives it back with one undo', async () => {
    const { window } = app;
    await hours(window).nth(3).click();
    await window.keyboard.press('Control+Home');
    const total = await sum(window, '总学时').last().textContent();
    await app.electron.evaluate(({ clipboard }) => {
      void clipboard.writeText('11\t12\n13\t14');
    });
    await window.keyboard.press('Control+v');
    await expect.poll(() => cell(window, /第1学期学时$/u).inputValue()).toBe('11');
    await window.keyboard.press('Control+z');
    await expect.poll(() => sum(window, '总学时').last().textContent()).toBe(total);
  });

  it('asks which course a pasted row is when the name is not sure', async () => {
    const { window } = app;
    await app.electron.evaluate(({ clipboard }) => {
      void clipboard.writeText('课程名称\t第1学期\t第2学期\n汽车维护\t60\t120\n养护与保养\t30\t30');
    });
    await window.keyboard.press('Control+v');
    const asked = window.getByRole('dialog', { name: '这几行是哪门课程？' });
    await asked.waitFor();
    await asked.getByRole('button', { name: '不粘贴', exact: true }).click();
  });

  it('copies what is selected for a spreadsheet', async () => {
    const { window } = app;
    await hours(window).nth(3).click();
    await window.keyboard.press('Control+Home');
    await window.keyboard.press('Shift+ArrowRight');
    await window.keyboard.press('Control+c');
    const text = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(text.split('\t')).toHaveLength(2);
  });
});
