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

  const hoursAt = (row: number, column: number) =>
    app.window
      .locator('tr:has(td[role=gridcell])')
      .nth(row)
      .locator('td[role=gridcell]')
      .nth(column);
  const shownIn = async (row: number, column: number) => {
    const input = hoursAt(row, column).locator('input');
    return (await input.count()) > 0 ? input.inputValue() : hoursAt(row, column).textContent();
  };
  const selected = () => app.window.locator('td[role=gridcell][aria-selected=true]').count();

  it('Esc puts back what stood there, however far the typing was taken over', async () => {
    const { window } = app;
    await hoursAt(0, 0).click();
    const old = await shownIn(0, 0);
    await window.keyboard.type('77');
    await expect
      .poll(() => window.getByLabel('保存状态').getAttribute('data-held'))
      .toBe('nothing');
    expect(await shownIn(0, 0)).toBe('77');
    await window.keyboard.press('Escape');
    await expect.poll(() => shownIn(0, 0)).toBe(old);
    await window.keyboard.type('8x');
    await window.keyboard.press('Escape');
    await expect.poll(() => shownIn(0, 0)).toBe(old);
    await window.keyboard.press('ArrowDown');
    await expect.poll(() => shownIn(0, 0)).toBe(old);
  });

  it('Ctrl+D copies what stands above', async () => {
    const { window } = app;
    await hoursAt(0, 0).click();
    await window.keyboard.type('33');
    await window.keyboard.press('Enter');
    await expect.poll(() => shownIn(0, 0)).toBe('33');
    await window.keyboard.press('Control+d');
    await expect.poll(() => shownIn(1, 0)).toBe('33');
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
  });

  it('dragging from the cell with the cursor selects, and a head selects its column', async () => {
    const { window } = app;
    await hoursAt(1, 1).click();
    await hoursAt(1, 1).hover();
    await window.mouse.down();
    await hoursAt(2, 2).hover();
    await hoursAt(3, 3).hover();
    await window.mouse.up();
    await expect.poll(selected).toBe(9);
    const rows = await window.locator('tr:has(td[role=gridcell])').count();
    await window.getByRole('button', { name: '第2学期' }).click();
    await expect.poll(selected).toBe(rows);
    await window.getByRole('button', { name: '选中第2行' }).click();
    await expect.poll(selected).toBe(6);
  });

  it('lines are copied with names and head, and come back here as the bare cells they are', async () => {
    const { window } = app;
    const clipboard = () => app.electron.evaluate((electron) => electron.clipboard.readText());
    await hoursAt(1, 0).click();
    const own = await shownIn(1, 0);
    await window.getByRole('button', { name: '选中第1行' }).click();
    await window.keyboard.press('Control+c');
    await expect.poll(clipboard).toMatch(/^课程名称\t基准学时\t第1学期\t/u);
    const [, line = ''] = (await clipboard()).split('\n');
    expect(line.split('\t')).toHaveLength(8);
    const [name = '', , first = ''] = line.split('\t');
    expect(await window.getByRole('button', { name, exact: true }).count()).toBeGreaterThan(0);
    await hoursAt(1, 0).click();
    await window.keyboard.press('Control+v');
    await expect.poll(() => shownIn(1, 0)).toBe(first);
    await window.keyboard.press('Control+z');
    await expect.poll(() => shownIn(1, 0)).toBe(own);
  });

  it('a course is added where it is missed, and Ctrl+Z there takes no course away', async () => {
    const { window } = app;
    const added = window.getByRole('textbox', { name: '添加公共基础课程' });
    await added.click();
    await window.keyboard.insertText('数字素养');
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: '数字素养', exact: true }).waitFor();
    expect(await added.inputValue()).toBe('');
    await window.keyboard.press('Control+z');
    expect(await window.getByRole('button', { name: '数字素养', exact: true }).count()).toBe(1);
    await hoursAt(0, 0).click();
    await window.keyboard.press('Control+z');
    await window
      .getByRole('button', { name: '数字素养', exact: true })
      .waitFor({ state: 'detached' });
  });

  it('heads and names stay in sight while the table is scrolled, both ways', async () => {
    const { window } = app;
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(900, 700);
    });
    await hoursAt(0, 0).click();
    await window.locator('.page-scroll').evaluate((page) => {
      page.scrollTo({ top: page.scrollHeight / 3, left: page.scrollWidth });
    });
    const box = async (name: string) => {
      const found = await window.locator(name).boundingBox();
      if (found === null) throw new Error(`${name} is not drawn`);
      return found;
    };
    const page = await box('.page-scroll');
    const head = await box('.course-table thead');
    const name = await box('.course-table tbody .course-name >> nth=0');
    expect(Math.abs(head.y - page.y)).toBeLessThan(2);
    expect(name.x).toBeGreaterThanOrEqual(page.x);
    // The cell that is gone to is not behind them.
    await window.keyboard.press('Control+Home');
    await window.keyboard.press('ArrowDown');
    const isInFront = async () => {
      const [cellBox, headBox] = [await box('td.active'), await box('.course-table thead')];
      return {
        below: cellBox.y >= headBox.y + headBox.height - 1,
        beside: cellBox.x >= name.x + name.width - 1,
      };
    };
    await expect.poll(isInFront).toEqual({ below: true, beside: true });
  });
});
