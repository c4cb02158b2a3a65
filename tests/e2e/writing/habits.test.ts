import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../harness/hands';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** What hands do that have used nothing but WPS, and mapping and hours where one writes. */
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
  await box('课程目标 1').waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const box = (name: string) => window.getByRole('textbox', { name, exact: true });
const press = (name: string) => window.getByRole('button', { name, exact: true }).click();
const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
const count = (name: string) =>
  window.getByRole('list', { name, exact: true }).getByRole('listitem').count();

async function paste(text: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }, words) => {
    // The test runtime is older than the types: there it is done at once.
    (clipboard as unknown as { writeText: (text: string) => void }).writeText(words);
  }, text);
  await window.keyboard.press('Control+v');
}

const show = (kind: string) =>
  window.locator(`.outline-row[data-kind=${kind}] .outline-name`).first().click();

describe('课程目标 as paragraphs of a word processor', () => {
  it('Delete at the end of a line brings the next one up, and Ctrl+Z puts it back', async () => {
    const [before, first, second] = [
      await count('课程目标'),
      await box('课程目标 1').inputValue(),
      await box('课程目标 8').inputValue(),
    ];
    await box('课程目标 8').click();
    await window.keyboard.press('Control+End');
    await window.keyboard.press('Enter');
    await window.keyboard.type('能记录');
    await box('课程目标 8').click();
    await window.keyboard.press('Control+End');
    await window.keyboard.press('Delete');
    await expect.poll(() => box('课程目标 8').inputValue()).toBe(`${second}能记录`);
    expect(await count('课程目标')).toBe(before);
    expect(await box('课程目标 1').inputValue()).toBe(first);
    await window.keyboard.press('Control+z');
    await expect.poll(() => count('课程目标')).toBe(before + 1);
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect.poll(() => count('课程目标')).toBe(before);
  });

  it('Ctrl+A twice and Ctrl+C put one line for each on the real clipboard', async () => {
    const total = await count('课程目标');
    await box('课程目标 2').click();
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Control+a');
    await window.getByText(`选中 ${String(total)} 条课程目标`).waitFor();
    await window.keyboard.press('Control+c');
    await expect.poll(async () => (await copied()).split('\n').length).toBe(total);
    await window.keyboard.press('Escape');
  });

  it('lines selected together are written over, by keys and by pinyin, and one undo brings them back', async () => {
    const total = await count('课程目标');
    const texts = async () =>
      Promise.all([1, 2, 3].map((at) => box(`课程目标 ${String(at)}`).inputValue()));
    const before = await texts();
    const select = async () => {
      await box('课程目标 1').click();
      await window.keyboard.press('Control+End');
      await window.keyboard.press('Shift+ArrowDown');
      await window.getByText('选中 2 条课程目标').waitFor();
    };
    const isBack = async () => {
      await window.keyboard.press('Control+z');
      await expect.poll(() => count('课程目标')).toBe(total);
      expect(await texts()).toEqual(before);
    };
    await select();
    await window.keyboard.type('ok');
    await expect.poll(() => count('课程目标')).toBe(total - 1);
    expect(await box('课程目标 1').inputValue()).toBe('ok');
    await isBack();
    await select();
    await compose(window, 'weihu', '维护');
    await expect.poll(() => count('课程目标')).toBe(total - 1);
    expect(await box('课程目标 1').inputValue()).toBe('维护');
    await isBack();
    await select();
    await paste('1. 会读\n2. 会写\n3. 会算');
    await expect.poll(texts).toEqual(['会读', '会写', '会算']);
    expect(await count('课程目标')).toBe(total + 1);
    await isBack();
  });

  it('learning tasks are copied with description and hours in cells of their own', async () => {
    await box('学习任务 1').click();
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Control+c');
    await expect.poll(copied).toMatch(/^新车交付前检查\t"[^"]+"\t30\n/);
    await window.keyboard.press('Escape');
  });
});

describe('hours that do not add up', () => {
  it('offer ways out with their result, and the one that is taken makes them even', async () => {
    await window.getByRole('heading', { name: '课程', level: 1 }).scrollIntoViewIfNeeded();
    await box('基准学时').fill('200');
    await box('基准学时').press('Enter');
    const ways = window.getByRole('group', { name: '学时怎样才平' });
    await ways.getByRole('button', { name: '全给 T4 T4 50→70' }).click();
    await ways.waitFor({ state: 'detached' });
    await expect.poll(() => box('学习任务 4 参考学时').inputValue()).toBe('70');
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await show('course');
    await expect.poll(() => box('基准学时').inputValue()).toBe('180');
  });
});

describe('a 职业能力要求', () => {
  it('is mapped from its own end, and the objective shows it at once', async () => {
    await show('typicalWorkTask');
    await box('职业能力要求 2').click();
    const slip = window.getByRole('group', { name: '职业能力要求 2的对应关系' });
    await slip.getByRole('button', { name: /^职业能力要求 2由目标 4 支撑/ }).click();
    await slip.getByRole('combobox', { name: '职业能力要求 2 · 目标 4 程度' }).waitFor();
    await slip.getByRole('button', { name: /^打开目标 4/ }).click();
    const desk = window.getByRole('group', { name: '课程目标 4的对应关系' });
    await desk.getByRole('combobox', { name: '课程目标 4 · 能力2 程度' }).waitFor();
    await window.keyboard.press('Control+z');
    await desk.getByRole('button', { name: /^课程目标 4支撑能力2/ }).waitFor();
  });
});

describe('people', () => {
  it('are pasted as a block by their headings, in one step', async () => {
    await window.getByRole('treeitem', { name: /人员与审批/ }).click();
    await press('添加人员');
    await paste('姓名\t单位\t职称\n李明\t示范技师学院\t高级讲师\n王芳\t汽修有限公司\t技师');
    await expect.poll(() => box('人员 2 姓名').inputValue()).toBe('王芳');
    expect(await box('人员 1 职务或职称').inputValue()).toBe('高级讲师');
    await window.keyboard.press('Control+z');
    await expect.poll(() => box('人员 2 姓名').count()).toBe(0);
  });
});
