import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** The outline under the hand: picking, carrying within a project and to another, filters. */
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
  await courses().first().waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const courses = () => window.locator('.outline-row[data-kind=course]');
const tasks = () => window.locator('.outline-row[data-kind=learningTask]');
const names = () => tasks().locator('.outline-name').allInnerTexts();
const undo = () => window.keyboard.press('Control+z');

describe('ordering by keyboard', () => {
  it('picks a row up with the space bar, says where it is, and puts it down', async () => {
    const [first = '', second = '', ...rest] = await names();
    await tasks().first().focus();
    await window.keyboard.press('Space');
    const spoken = window.locator('#DndLiveRegion-0');
    await expect.poll(() => spoken.innerText()).toBe(`拿着“${first}”，在原处。`);
    await window.keyboard.press('ArrowDown');
    await expect.poll(() => spoken.innerText()).toBe(`在“${second}”之后。`);
    await window.keyboard.press('Space');
    await expect.poll(names).toEqual([second, first, ...rest]);
    await undo();
    await expect.poll(names).toEqual([first, second, ...rest]);
  });

  it('moves all picked rows as one block', async () => {
    const [first, second, third, ...rest] = await names();
    await tasks().first().focus();
    await window.keyboard.press('Shift+ArrowDown');
    await window.getByText('选中 2 行').waitFor();
    await window.keyboard.press('Alt+ArrowDown');
    await expect.poll(names).toEqual([third, first, second, ...rest]);
    await undo();
    await expect.poll(names).toEqual([first, second, third, ...rest]);
    await window.keyboard.press('Escape');
  });
});

describe('carrying', () => {
  it('doubles what is picked with Ctrl+D, and asks once before it deletes several', async () => {
    const before = await names();
    await tasks().first().focus();
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Control+d');
    await expect.poll(() => tasks().count()).toBe(before.length * 2);
    await undo();
    await expect.poll(names).toEqual(before);
    await tasks().first().focus();
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Delete');
    await window
      .getByRole('alertdialog', { name: `删去选中的 ${String(before.length)} 项？` })
      .waitFor();
    await window.keyboard.press('Escape');
    expect(await names()).toEqual(before);
  });

  it('marks a course as finished from its menu, and shows what is left to do', async () => {
    await courses().first().click({ button: 'right' });
    await window.getByRole('menuitem', { name: '标为已完成' }).click();
    await window.getByRole('treeitem', { name: /，已完成$/ }).waitFor();
    await window.getByRole('button', { name: '按层级、教师、完成情况筛选' }).click();
    await window.getByRole('combobox', { name: '完成情况' }).selectOption('已完成');
    await window.getByText(/^只看 已完成：1 行/).waitFor();
    expect(await tasks().count()).toBe(0);
    await window.getByRole('button', { name: '全部显示' }).click();
    expect(await tasks().count()).toBeGreaterThan(0);
  });

  it('takes a course into another project with its tasks and mappings, and one undo removes it', async () => {
    const carried = await names();
    const marks = await coverage();
    expect(marks.length).toBeGreaterThan(0);
    await courses().first().focus();
    await window.keyboard.press('Control+c');
    await openNew('数控加工');
    expect(await courses().count()).toBe(0);
    await window.locator('.outline-row[data-kind=majorLevel]').first().focus();
    await window.keyboard.press('Control+v');
    await courses().first().waitFor();
    await expect.poll(names).toEqual(carried);
    await courses().first().click();
    await expect.poll(coverage).toEqual(marks);
    await undo();
    await expect.poll(() => courses().count()).toBe(0);
    expect(await tasks().count()).toBe(0);
  });
});

/** What the margin beside the objectives says, mark by mark. */
async function coverage(): Promise<readonly (string | null)[]> {
  const marks = await window.locator('.margin .mark').all();
  return Promise.all(marks.map((mark) => mark.getAttribute('aria-label')));
}

async function openNew(name: string): Promise<void> {
  await window.keyboard.press('Control+n');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await window.locator('.outline-row[data-kind=major]', { hasText: name }).first().waitFor();
}
