import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseCommand } from '../harness/hands';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

describe('the pages of a whole major, in the real window', () => {
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
    await window.getByRole('tree', { name: '大纲' }).waitFor();
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  const title = () => window.getByRole('heading', { level: 1 }).innerText();
  const box = (name: string) => window.getByRole('textbox', { name, exact: true });
  const command = (words: string) => chooseCommand(window, words);

  it('are reached from the outline and the palette, and back', async () => {
    await window.getByRole('treeitem', { name: /实施建议/ }).click();
    expect(await title()).toBe('实施建议');
    await command('renyuan');
    expect(await title()).toBe('人员与审批');
    await window.keyboard.press('Alt+ArrowLeft');
    expect(await title()).toBe('实施建议');
    expect(
      await window.getByRole('treeitem', { name: /实施建议/ }).getAttribute('aria-selected'),
    ).toBe('true');
  });

  it('are shown beside as the paper they are written for, which goes along with the cursor', async () => {
    const style = window.getByRole('combobox', { name: '版式' });
    const shown = () => style.evaluate((box: HTMLSelectElement) => box.selectedOptions[0]?.text);
    const marked = window.locator('.paper-pages [data-cursor]');
    await window.getByRole('tab', { name: '预览' }).click();
    await window.getByRole('treeitem', { name: /^中级/ }).click();
    await expect.poll(shown).toBe('专业课程标准 · 节选（不含课程表和各门课程）');
    const direction = window.getByRole('textbox', { name: '就业方向', exact: true });
    await direction.fill('在汽车维修企业从事维护');
    await expect.poll(() => marked.allInnerTexts()).toContain('在汽车维修企业从事维护');
    const sight = window.locator('.paper-frame');
    const inSight = async () => {
      const [frame, mark] = [await sight.boundingBox(), await marked.first().boundingBox()];
      return (
        frame !== null && mark !== null && mark.y >= frame.y && mark.y < frame.y + frame.height
      );
    };
    await expect.poll(inSight).toBe(true);
    await window.getByRole('treeitem', { name: /课程设置说明/ }).click();
    await expect.poll(shown).toBe('课程设置方案 · 公文样式');
    await window.locator('.outline-row[data-kind=course]').first().click();
    await expect.poll(shown).toBe('国家样式（一张表）');
    await window.getByRole('treeitem', { name: /^中级/ }).click();
    await style.selectOption({ label: '典型工作任务汇总表 · 公文样式' });
    await window.locator('.outline-row[data-kind=course]').first().click();
    await window.getByRole('treeitem', { name: /^中级/ }).click();
    await expect.poll(shown).toBe('典型工作任务汇总表 · 公文样式');
  });

  it('take people by keyboard; undo goes back to where it was written', async () => {
    await command('renyuan');
    await window.getByRole('button', { name: '添加人员' }).focus();
    await window.keyboard.press('Enter');
    await window.keyboard.type('李明');
    await window.keyboard.press('Enter');
    await window.keyboard.type('王芳');
    await window.keyboard.press('Tab');
    expect(await box('人员 2 姓名').inputValue()).toBe('王芳');
    await command('peiyangmubiao');
    await window.keyboard.press('Control+z');
    await expect.poll(title).toBe('人员与审批');
    expect(await box('人员 2 姓名').inputValue()).toBe('');
  });

  it('find an occupation in the catalogue by pinyin and link it', async () => {
    await command('zhuanyexinxi');
    await window.getByRole('combobox', { name: '查找职业' }).focus();
    await window.keyboard.type('qcjyy');
    await window.getByRole('option', { name: /汽车救援员/ }).waitFor();
    await window.keyboard.press('Enter');
    await expect.poll(() => box('对应职业 1 职业编码').inputValue()).toBe('4-02-02-09');
  });

  it('say why, by keyboard, and close again', async () => {
    const why = window.getByRole('button', { name: '为什么写“说明”' });
    await why.focus();
    await window.keyboard.press('Enter');
    await window.getByText('审定的专家先看依据和过程').waitFor();
    await window.keyboard.press('Escape');
    await window.getByText('审定的专家先看依据和过程').waitFor({ state: 'detached' });
    expect(await why.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('write an objective in slots without losing a character of it', async () => {
    await window.locator('.outline-row[data-kind=course]').first().click();
    await box('课程目标 1').click();
    const before = await box('课程目标 1').inputValue();
    await window.keyboard.press('F4');
    await box('课程目标 1 行为').waitFor();
    expect(await box('课程目标 1').inputValue()).toBe(before);
    await box('课程目标 1 标准').click();
    await window.keyboard.type('做到无遗漏');
    await window.keyboard.press('Tab');
    await expect
      .poll(() => box('课程目标 1').inputValue())
      .toBe(`${before.replace(/。$/, '')}，做到无遗漏。`);
  });
});

describe('the courses of a whole major, beside the paper of all of them', () => {
  let home: TestHome;
  let app: RunningApp;
  let window: Page;
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    window = app.window;
    await window
      .getByRole('button', { name: /^打开样例.*全专业/ })
      .first()
      .click();
    await window.getByRole('tree', { name: '大纲' }).waitFor();
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('are shown on the page where the first objective stands, also where a row is cut over two', async () => {
    const style = window.getByRole('combobox', { name: '版式' });
    await style.selectOption('major-standard.national');
    const courses = window.locator('.outline-row[data-kind=course][data-depth="3"]');
    const unseen: string[] = [];
    for (const course of await courses.all()) {
      await course.click();
      await window.getByRole('textbox', { name: '课程目标 1', exact: true }).focus();
      const isSeen = () =>
        window.evaluate(() => {
          const frame = document.querySelector('.paper-frame')?.getBoundingClientRect();
          const words = (document.activeElement as HTMLTextAreaElement).value;
          const marks = [...document.querySelectorAll('.paper-pages [data-cursor]')];
          return marks.some((mark) => {
            const { top, bottom } = mark.getBoundingClientRect();
            const isIn = frame !== undefined && bottom > frame.top && top < frame.bottom;
            return (
              isIn && words.startsWith(mark.textContent.replace(/^\d+[.．、]\s*/, '').slice(0, 4))
            );
          });
        });
      await expect
        .poll(isSeen)
        .toBe(true)
        .catch(async () => unseen.push(await course.innerText()));
    }
    expect(unseen).toEqual([]);
  });
});
