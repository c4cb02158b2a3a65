import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** Pasting with the system's clipboard and Ctrl+V in the real window, out of recorded clipboards. */
let home: TestHome;
let app: RunningApp;
let window: Page;

const fixture = (name: string) => readFileSync(`tests/fixtures/clipboard/${name}`, 'utf8');

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  window = app.window;
  await window
    .getByRole('button', { name: /^打开样例/ })
    .first()
    .click();
  await box('课程目标 1').waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const box = (name: string) => window.getByRole('textbox', { name, exact: true });
const lines = (name: string) =>
  window.getByRole('list', { name, exact: true }).getByRole('listitem').count();

async function paste(text: string, html: string): Promise<void> {
  await app.electron.evaluate(
    ({ clipboard }, forms) => {
      // The test runtime is older than the types: there it takes one object and is done at once.
      const old = clipboard as unknown as { write: (data: typeof forms) => void };
      old.write(forms);
    },
    { text, html },
  );
  await window.keyboard.press('Control+v');
}

describe('pasting into the learning tasks of a course', () => {
  it('makes tasks with hours and descriptions of a block of LibreOffice Calc, and one undo takes it back', async () => {
    // The lower part of the page is drawn after the upper one.
    await expect.poll(() => lines('学习任务')).toBeGreaterThan(0);
    const before = await lines('学习任务');
    await window.getByRole('button', { name: '添加学习任务' }).click();
    await paste(fixture('calc-tasks.txt'), fixture('calc-tasks.html'));
    await expect.poll(() => lines('学习任务')).toBe(before + 3);
    const at = (offset: number) => `学习任务 ${String(before + offset)}`;
    expect(await box(at(1)).inputValue()).toBe('更换机油');
    expect(await box(`${at(1)} 参考学时`).inputValue()).toBe('12');
    expect(await box(`${at(1)} 描述`).inputValue()).toBe('第一行\n第二行有"引号"');
    expect(await box(`${at(2)} 参考学时`).inputValue()).toBe('18.5');
    await window.keyboard.press('Control+z');
    // On the page where it was written: the task has a page of its own, but is seen here as well.
    await expect.poll(() => lines('学习任务')).toBe(before + 1);
    expect(await box(at(1)).inputValue()).toBe('');
  });

  it('asks with a preview when a column is unknown', async () => {
    const before = await lines('学习任务');
    await box(`学习任务 ${String(before)}`).click();
    await paste('任务\t学时\t负责人\n更换机油\t12\t王\n检修空调\t18\t李', '');
    const dialog = window.getByRole('dialog', { name: '粘贴表格到“学习任务”' });
    await dialog.waitFor();
    await dialog.getByRole('combobox', { name: '第 1 列任务' }).selectOption('学习任务名称');
    await dialog.getByRole('button', { name: '粘贴 2 条' }).click();
    await expect.poll(() => lines('学习任务')).toBe(before + 1);
    expect(await box(`学习任务 ${String(before + 1)}`).inputValue()).toBe('检修空调');
  });
});

describe('pasting into 课程目标', () => {
  it('takes a list of LibreOffice Writer as lines without its numbers; typed ones that count nothing stay', async () => {
    const before = await lines('课程目标');
    await window.getByRole('button', { name: '添加课程目标' }).click();
    const html = fixture('writer-text.html').replace(/<table[\s\S]*<\/table>/u, '');
    await paste(fixture('writer-text.txt').split('学习任务')[0] ?? '', html);
    await expect.poll(() => lines('课程目标')).toBe(before + 6);
    const texts = await Promise.all(
      [2, 5, 6].map((offset) => box(`课程目标 ${String(before + offset)}`).inputValue()),
    );
    expect(texts).toEqual([
      '能读懂工作任务单',
      '1．能按照维修手册检修',
      '（2）能正确使用工量具，规范记录数据',
    ]);
  });
});

describe('pasting into the start points of a level', () => {
  const rows = () => window.getByRole('table', { name: '起点' }).locator('tbody tr');
  const hours = (line: number) => box(`起点 ${String(line)} 每周学时`).inputValue();

  it('makes start points of a block at the button that adds one, and one undo takes them back', async () => {
    await window.locator('.outline-row[data-kind=majorLevel] .outline-name').first().click();
    await window.getByRole('button', { name: '添加初中毕业生起点' }).waitFor();
    const before = await rows().count();
    await window.getByRole('button', { name: '添加初中毕业生起点' }).focus();
    await paste('生源\t学制（年）\t每周学时\n中级工毕业生\t2\t26', '');
    await expect.poll(() => rows().count()).toBe(before + 1);
    expect(await hours(before + 1)).toBe('26');
    await window.keyboard.press('Control+z');
    await expect.poll(() => rows().count()).toBe(before);
  });

  it('takes a block of a running LibreOffice Calc: changes the one there is, adds the others', async () => {
    const before = await rows().count();
    await window.getByRole('button', { name: '添加初中毕业生起点' }).click();
    await expect.poll(() => rows().count()).toBe(before + 1);
    await box(`起点 ${String(before + 1)} 每周学时`).fill('30');
    await paste(fixture('calc-start-points.txt'), fixture('calc-start-points.html'));
    await expect.poll(() => rows().count()).toBe(before + 3);
    expect([await hours(before + 1), await hours(before + 2), await hours(before + 3)]).toEqual([
      '28',
      '26',
      '24',
    ]);
    await window.keyboard.press('Control+z');
    // Still on the page of the level, though each start point has a 课程表 of its own.
    await expect.poll(() => rows().count()).toBe(before + 1);
    expect(await hours(before + 1)).toBe('30');
  });
});

describe('pasting into the words of the school', () => {
  it('puts the words of a running LibreOffice Calc beside the usual ones, and one undo takes them back', async () => {
    await window.keyboard.press('Control+k');
    await window.keyboard.type('学校用语');
    await window
      .getByRole('option', { name: /学校用语/ })
      .first()
      .waitFor();
    await window.keyboard.press('Enter');
    const own = () =>
      window
        .locator('tr.term-own')
        .evaluateAll((lines) =>
          lines.map((line) => [
            line.querySelector('th')?.textContent,
            line.querySelector('textarea')?.value,
          ]),
        );
    await box('“课程目标”的本校叫法').focus();
    expect(await own()).toEqual([]);
    await paste(fixture('calc-terms.txt'), fixture('calc-terms.html'));
    await expect.poll(own).toHaveLength(3);
    expect(Object.fromEntries(await own())).toEqual({
      学习任务: '学习项目',
      课程目标: '课程培养目标',
      参考学时: '教学学时',
    });
    await window.keyboard.press('Control+z');
    await expect.poll(own).toEqual([]);
  });
});
