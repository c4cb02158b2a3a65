import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilDrawn } from '../../../scripts/steps.mjs';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

const objectives = [
  '能读懂零件图和工艺卡，说出加工内容和技术要求',
  '能按图样选用刀具、夹具和量具，填写准备清单',
  '能正确安装工件和刀具，对刀误差符合要求',
  '能编写并校验车削程序，程序无错误报警',
  '能独立完成零件加工，尺寸精度达到IT7级',
  '能使用千分尺、螺纹环规检验零件并记录结果',
  '能按6S要求整理工位，填写设备日常保养记录',
] as const;
const tasks = ['台阶轴加工', '螺纹轴加工', '套类零件加工', '配合件加工'] as const;

describe('a course from an empty window', () => {
  let home: TestHome;
  let app: RunningApp;
  let window: Page;
  const folder = () => join(home.documents, '工学课坊');
  const focused = () =>
    window.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const rows = () =>
    window.locator('.outline-row[data-kind=learningTask] .outline-name').allInnerTexts();
  const dialog = (name: string) => window.getByRole('dialog', { name });
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    window = app.window;
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  async function command(words: string): Promise<void> {
    await window.keyboard.press('Control+k');
    await dialog('命令面板').waitFor();
    await window.keyboard.type(words);
    await window.getByRole('option').first().waitFor();
    await window.keyboard.press('Enter');
    await dialog('命令面板').waitFor({ state: 'detached' });
  }

  async function written(): Promise<void> {
    await window.keyboard.press('Control+s');
    await window
      .getByRole('status', { name: '保存状态' })
      .filter({ hasText: /^已写入 / })
      .waitFor({ timeout: 30_000 });
  }

  it('begins with a name and has a file in 文档/工学课坊 at once', async () => {
    await window.getByRole('heading', { name: '还没有文件' }).waitFor();
    await window.keyboard.press('Control+n');
    await window.getByRole('textbox', { name: '专业名称' }).fill('数控加工');
    await window.keyboard.press('Enter');
    await window.getByRole('tree', { name: '大纲' }).waitFor();
    expect(readdirSync(folder()).filter((name) => name.endsWith('.gxk'))).toEqual(['数控加工.gxk']);
  });

  it('takes a 典型工作任务 and its course, and puts the cursor where the name belongs', async () => {
    await window.getByRole('button', { name: '添加', exact: true }).click();
    await window.getByRole('menuitem', { name: '加一个典型工作任务' }).click();
    await expect.poll(focused).toBe('典型工作任务名称');
    await window.keyboard.type('零件数控车床加工');
    await command('jymkc');
    await window.getByRole('treeitem', { name: /^课 零件数控车床加工/ }).waitFor();
    for (const name of tasks) {
      await command('加一个学习任务');
      await expect.poll(focused).toBe('学习任务名称');
      await window.keyboard.type(name);
      await window.getByRole('treeitem', { name: new RegExp(`^T\\d ${name}`) }).waitFor();
    }
    expect(await rows()).toEqual(tasks);
  });

  it('takes seven objectives line by line', async () => {
    await window.locator('.outline-row[data-kind=course]').click();
    await window.getByRole('button', { name: '添加课程目标' }).click();
    for (const [index, text] of objectives.entries()) {
      const line = window.getByRole('textbox', {
        name: `课程目标 ${String(index + 1)}`,
        exact: true,
      });
      await line.waitFor();
      await expect.poll(focused).toBe(`课程目标 ${String(index + 1)}`);
      await window.keyboard.type(text);
      if (index < objectives.length - 1) await window.keyboard.press('Enter');
    }
    await written();
  });

  it('orders learning tasks by dragging and by keyboard, and undoes and redoes both', async () => {
    const list = window.locator('.outline-row[data-kind=learningTask]');
    await dragOver(window, list.nth(3), list.nth(0));
    await expect.poll(rows).toEqual(['配合件加工', '台阶轴加工', '螺纹轴加工', '套类零件加工']);
    await list.nth(0).focus();
    await window.keyboard.press('Alt+ArrowDown');
    await expect.poll(rows).toEqual(['台阶轴加工', '配合件加工', '螺纹轴加工', '套类零件加工']);
    await expect.poll(focused).toBe('T2 配合件加工');
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect.poll(rows).toEqual([...tasks]);
    await window.keyboard.press('Control+y');
    await window.keyboard.press('Control+Shift+z');
    await expect.poll(rows).toEqual(['台阶轴加工', '配合件加工', '螺纹轴加工', '套类零件加工']);
  });

  it('renames in the outline with F2, and Escape leaves it as it was', async () => {
    const row = window.locator('.outline-row[data-kind=learningTask]').nth(1);
    await row.focus();
    await window.keyboard.press('F2');
    await window.keyboard.type('不要的名字');
    await window.keyboard.press('Escape');
    await row.focus();
    await window.keyboard.press('F2');
    await window.keyboard.press('Control+a');
    await window.keyboard.type('组合件加工');
    await window.keyboard.press('Enter');
    await expect.poll(rows).toEqual(['台阶轴加工', '组合件加工', '螺纹轴加工', '套类零件加工']);
  });

  it('takes F2 right after Ctrl+1, before the window has been drawn again', async () => {
    await window.locator('.outline-row[data-kind=learningTask]').first().focus();
    await strikeAfterOutline(window, 'F2');
    expect(await window.locator('.outline-rename').count()).toBe(1);
    await window.keyboard.press('Escape');
  });

  it('takes F6 right after Ctrl+1, and the focus stays where it went', async () => {
    await strikeAfterOutline(window, 'F6');
    expect(await inRegion(window)).toBe('region-page');
  });

  it('asks before a course goes, with the safe answer in focus', async () => {
    await window.locator('.outline-row[data-kind=course]').focus();
    await window.keyboard.press('Delete');
    const question = window.getByRole('alertdialog', { name: '删去课程“零件数控车床加工”？' });
    await question.getByRole('button', { name: '不删' }).waitFor();
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.textContent))
      .toBe('不删');
    await question.getByText('学习任务', { exact: true }).waitFor();
    await window.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    expect(await rows()).toHaveLength(4);
  });

  it('exports what was typed, and never over a Word file that somebody changed', async () => {
    await window.locator('.outline-row[data-kind=course]').click();
    const texts = await exported(window);
    for (const text of [...objectives, '组合件加工']) expect(texts).toContain(text);
    const file = join(folder(), readdirSync(folder()).find((name) => name.endsWith('.docx')) ?? '');
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('改')]));
    await window.keyboard.press('Control+e');
    await dialog('导出文件').getByText('有人改过').waitFor();
    await dialog('导出文件').getByRole('button', { name: '导出 1 份' }).click();
    await dialog('导出文件').getByText('已另起名写好').waitFor();
    expect(readFileSync(file).subarray(-3).toString()).toBe('改');
    await dialog('导出文件').getByRole('button', { name: '完成' }).click();
  });

  it('walks around the window by F6 and opens the columns by number', async () => {
    await window.keyboard.press('Control+1');
    await expect.poll(focused).toMatch(/零件数控车床加工/);
    await window.keyboard.press('F6');
    await expect.poll(() => inRegion(window)).toBe('region-page');
    await window.keyboard.press('F6');
    await expect.poll(() => inRegion(window)).toBe('region-side');
    await window.keyboard.press('Shift+F6');
    await expect.poll(() => inRegion(window)).toBe('region-page');
  });

  it('shows a backup before it is restored as a copy, which has what the file had', async () => {
    await written();
    await window.keyboard.press('Control+w');
    await window.getByRole('button', { name: '备份…' }).click();
    await window
      .getByRole('button', { name: /^看看 .*“数控加工”$/ })
      .first()
      .click();
    await window.getByRole('region', { name: '备份“数控加工”的内容' }).waitFor();
    await window
      .getByRole('button', { name: /恢复为副本$/ })
      .first()
      .click();
    await window.getByRole('tree', { name: '大纲' }).waitFor();
    expect(readdirSync(folder()).filter((name) => name.endsWith('.gxk'))).toHaveLength(2);
  });

  /** Exports the shown course and reads the text of the Word file back. */
  async function exported(page: Page): Promise<string> {
    await page.keyboard.press('Control+e');
    await dialog('导出文件').getByRole('button', { name: '导出 1 份' }).click();
    await dialog('导出文件').getByRole('button', { name: '完成' }).click();
    const name = readdirSync(folder()).find((file) => file.endsWith('.docx')) ?? '';
    const parts = unzipSync(readFileSync(join(folder(), name)));
    return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  }
});

async function dragOver(window: Page, from: Locator, to: Locator): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (start === null || end === null) throw new Error('a row is out of sight');
  await window.mouse.move(start.x + 80, start.y + 14);
  await window.mouse.down();
  await window.mouse.move(start.x + 80, start.y - 4, { steps: 4 });
  await window.mouse.move(end.x + 80, end.y + 10, { steps: 8 });
  await window.mouse.up();
}

/** Ctrl+1 and another key in one task of the page, as they come to a machine that is busy. */
async function strikeAfterOutline(window: Page, next: string): Promise<void> {
  await window.evaluate((key) => {
    const strike = (name: string, more: KeyboardEventInit = {}) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
      );
    strike('1', { code: 'Digit1', ctrlKey: true });
    strike(key, { code: key });
  }, next);
  await untilDrawn(window);
}

function inRegion(window: Page): Promise<string> {
  return window.evaluate(() => document.activeElement?.closest('[id^=region-]')?.id ?? '');
}
