import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseCommand } from '../harness/hands';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { newFromSample } from '../harness/project';

/** A school that teaches two levels takes up a third: the sample grows by hand, in the real window. */

const level = {
  word: '预备技师（技师）',
  code: '0905-2',
  goal: '培养能独立孵化网络营销项目、带教直播团队的预备技师。',
};
const task = {
  name: '网络营销项目的孵化',
  description: '企业推出新品牌前，由营销主管带队完成项目的立项、试销和复盘。',
  abilities: [
    '能根据市场调研结果写出项目孵化方案，预算分项列明。',
    '能组织试销并写出复盘报告，结论有数据支撑。',
  ],
};
const course = {
  objectives: ['能读懂孵化任务书，写出调研提纲。', '能按方案组织一次试销，记录完整。'],
  learningTasks: [
    { name: '乡镇茶叶新品牌的孵化', hours: '40' },
    { name: '校园文创项目的孵化', hours: '56' },
  ],
  hours: '96',
  /** Hours of the seventh and the eighth term. */
  terms: ['50', '46'],
};
const start = '高中起点四年';

let home: TestHome;
let app: RunningApp;
let window: Page;

const folder = () => join(home.documents, '工学课坊');
const file = () => join(folder(), '互联网营销.gxk');
const box = (name: string) => window.getByRole('textbox', { name, exact: true });
const button = (name: string) => window.getByRole('button', { name, exact: true });
const title = () => window.getByRole('heading', { level: 1 });

/** Writes over what stands in the field and leaves it. */
async function write(name: string, text: string): Promise<void> {
  await box(name).click();
  await window.keyboard.press('Control+a');
  await window.keyboard.insertText(text);
  await box(name).blur();
}

/** Writes a list as one does in Word: a line, Enter, the next line. */
async function writeLines(add: string, label: string, lines: readonly string[]): Promise<void> {
  await button(add).click();
  for (const [index, line] of lines.entries()) {
    const field = box(`${label} ${String(index + 1)}`);
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await window.keyboard.insertText(line);
    if (index < lines.length - 1) await window.keyboard.press('Enter');
  }
  await box(`${label} ${String(lines.length)}`).blur();
}

/** Exports the 专业课程标准 and nothing else; where it lies. */
async function exportStandard(): Promise<string> {
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出文件' });
  const tick = (name: string) => dialog.getByRole('checkbox', { name, exact: true });
  await tick('工学一体化课程标准').uncheck();
  await tick('专业课程标准').check();
  const go = dialog.getByRole('button', { name: '导出 1 份', exact: true });
  await go.and(window.locator(':enabled')).click({ timeout: 60_000 });
  await dialog.getByText('1 份已写到').waitFor({ timeout: 60_000 });
  await dialog.getByRole('button', { name: '完成' }).click();
  const [word = ''] = readdirSync(folder()).filter((name) => name.endsWith('.docx'));
  return join(folder(), word);
}

/** What a program of `tests/readers/` prints: each reads without the app's own code. */
function told(program: string, ...args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join('tests', 'readers', program), ...args],
    { encoding: 'utf8', maxBuffer: 100_000_000 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The texts from the first that begins with `from` (behind the 目录) up to the one that begins with `to`. */
function between(texts: readonly string[], from: string, to: string): readonly string[] {
  const begin = texts.findLastIndex((text) => text === from);
  const end = texts.findIndex((text, at) => at > begin && text === to);
  expect([begin, end].map((at) => at >= 0)).toEqual([true, true]);
  return texts.slice(begin, end);
}

beforeAll(async () => {
  home = await makeHome();
  mkdirSync(folder(), { recursive: true });
  newFromSample('hulianwang-yingxiao', file());
  app = await launch({ home, files: [file()] });
  window = app.window;
  await window.getByRole('tree', { name: '大纲' }).waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

describe('a level, a start point and a course more in a whole major', () => {
  it('the level is added by the palette and written', async () => {
    await chooseCommand(window, '加上培养层级“预备技师');
    await expect.poll(() => title().innerText()).toBe(level.word);
    await write('专业编码', level.code);
    await write('培养目标', level.goal);
    await window.getByRole('treeitem', { name: /^预备技师（技师）/ }).waitFor();
  });

  it('the start point is added by keyboard, with the years the rule gives it', async () => {
    await button('添加高中毕业生起点').focus();
    await window.keyboard.press('Enter');
    await button(`${start}课程表`).waitFor();
    await window.getByText('8 个学期，每学期 600 学时').waitFor();
  });

  it('the 典型工作任务 and its 职业能力要求 are written', async () => {
    await button('添加典型工作任务').click();
    await write('典型工作任务名称', task.name);
    await write('典型工作任务描述', task.description);
    await window.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => title().innerText()).toBe(level.word);
    await writeLines('添加任务 1 职业能力要求', '任务 1 职业能力要求', task.abilities);
  });

  it('its course is made and written, with hours and learning tasks', async () => {
    await button(`由“${task.name}”生成课程`).click();
    await writeLines('添加课程目标', '课程目标', course.objectives);
    const names = course.learningTasks.map(({ name }) => name);
    await writeLines('添加学习任务', '学习任务', names);
    for (const [index, { hours }] of course.learningTasks.entries()) {
      await write(`学习任务 ${String(index + 1)} 参考学时`, hours);
    }
    await write('基准学时', course.hours);
    await window.getByText('合计 96，基准 96').waitFor();
  });

  it('its hours are typed into the new 课程表, which holds the courses of the lower levels too', async () => {
    await chooseCommand(window, start);
    const grid = window.getByRole('grid', { name: new RegExp(start) });
    await grid.waitFor();
    await grid.getByRole('row', { name: /直播团队的运营管理/ }).waitFor();
    const row = grid.getByRole('row', { name: new RegExp(task.name) });
    await row.locator('td[role=gridcell]').nth(6).click();
    await window.keyboard.type(course.terms[0] ?? '');
    await window.keyboard.press('ArrowRight');
    await window.keyboard.type(course.terms[1] ?? '');
    await window.keyboard.press('Enter');
    await expect.poll(() => row.innerText()).toMatch(/50\s+46\s+96$/);
  });

  it('the Word file holds the level, its 课程表 and the course, and nothing else than the project', async () => {
    await window.keyboard.press('Control+s');
    const saved = window.getByRole('status', { name: '保存状态' });
    await expect.poll(() => saved.textContent()).toContain('已写入');
    const word = await exportStandard();
    const texts = told('read-mammoth.mjs', word) as readonly string[];

    const training = between(texts, '表2　互联网营销专业技能人才培养要求表', '培养模式');
    const [one = '', two = ''] = task.abilities;
    expect(training.slice(-4)).toEqual([level.word, task.name, `1. ${one}`, `2. ${two}`]);
    expect(texts).toContain(level.goal);

    const caption = `${level.word}技能层级工学一体化课程表（${start}）`;
    const table = between(texts, `表6　互联网营销专业${caption}`, '课程标准');
    const row = table.indexOf(task.name);
    expect(table.slice(row - 1, row + 4)).toEqual(['9', task.name, course.hours, ...course.terms]);
    expect(table).toContain('直播团队的运营管理');

    const chapter = between(texts, `${task.name}课程标准`, '实施建议');
    expect(chapter.slice(0, 5)).toEqual([
      ...[`${task.name}课程标准`, '工学一体化课程名称', task.name, '基准学时', course.hours],
    ]);
    for (const text of [
      task.description,
      ...course.objectives.map((text, at) => `${String(at + 1)}. ${text}`),
    ])
      expect(chapter).toContain(text);
    for (const { name, hours } of course.learningTasks)
      expect(chapter.slice(chapter.indexOf(name)).slice(0, 2)).toEqual([name, hours]);

    const list = join(home.home, 'list.json');
    writeFileSync(list, JSON.stringify([{ paper: 'majorStandard', file: word }]));
    const { differences, objections } = told('compare-papers.mjs', file(), list) as {
      differences: unknown;
      objections: unknown;
    };
    expect({ differences, objections }).toEqual({ differences: [], objections: [] });
  });
});
