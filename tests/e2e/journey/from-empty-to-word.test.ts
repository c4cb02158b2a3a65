import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** One teacher, one afternoon: from an empty window to the Word file, in the real window, by hand. */

const task = {
  name: '汽车空调维护',
  description:
    '汽车空调在使用中会出现制冷不足、异味和异响。\n维修技师从班组长处接受派工单，查阅手册，完成检查、清洁和加注，自检合格后交付验收。',
  workObjects: ['派工单的识读', '制冷剂压力的检测', '空调滤清器的更换', '竣工检验与归档'],
  workRequirements: ['逐项核对车辆信息', '压力读数符合手册', '安装方向正确', '记录完整，当日归档'],
  tools: ['歧管压力表', '温度计'],
  workMethods: ['资料查阅法', '压力对照法'],
  workOrganization: '两人一组，从班组长处领取派工单，完工后交检验员验收。',
};
const objectives = [
  '能识读派工单，核对车辆信息，记录无遗漏。',
  '能查阅维修手册，列出检查项目和标准值。',
  '能按规程连接压力表，读数与标准值对照正确。',
  '能更换空调滤清器，安装方向和密封符合手册要求。',
  '能使用回收加注机，加注量误差不超过规定值。',
  '能对照出风口温度判断制冷效果，结论有依据。',
  '能填写检验单，向客户说明结果，资料当日归档。',
];
const learningTasks = [
  {
    name: '空调滤清器更换',
    hours: '12',
    description: '某客户反映出风有异味，要求两小时内完成更换并交车。',
  },
  {
    name: '制冷压力检测',
    hours: '16',
    description: '一辆轿车制冷不足，要求当日测出压力并写出判断依据。',
  },
  {
    name: '制冷剂回收与加注',
    hours: '20',
    description: '维修后需回收并定量加注，要求记录回收量与加注量。',
  },
  {
    name: '出租车空调季前维护',
    hours: '12',
    description: '入夏前为车队十辆出租车做空调维护，两天内交付。',
  },
];
const points = ['派工单信息核对无遗漏', '压力读数误差在规定范围内'];

let home: TestHome;
let app: RunningApp;
let window: Page;

const box = (name: string) => window.getByRole('textbox', { name, exact: true });
const button = (name: string | RegExp) =>
  window.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const status = () => window.getByRole('status', { name: '保存状态' });

async function write(name: string, text: string): Promise<void> {
  await box(name).click();
  await window.keyboard.insertText(text);
  await box(name).blur();
}

/** Writes a list as one does in Word: a line, Enter, the next line. */
async function writeLines(noun: string, lines: readonly string[]): Promise<void> {
  await button(`添加${noun}`).click();
  for (const [index, line] of lines.entries()) {
    await expect.poll(() => box(`${noun} ${String(index + 1)}`).evaluate(isFocused)).toBe(true);
    await window.keyboard.insertText(line);
    if (index < lines.length - 1) await window.keyboard.press('Enter');
  }
  await box(`${noun} ${String(lines.length)}`).blur();
}

function isFocused(element: Element): boolean {
  return element === element.ownerDocument.activeElement;
}

async function linesOf(noun: string): Promise<readonly string[]> {
  const fields = window.getByRole('list', { name: noun, exact: true }).locator('textarea');
  const found: string[] = [];
  for (const field of await fields.all()) {
    if (new RegExp(`^${noun} \\d+$`).test((await field.getAttribute('aria-label')) ?? '')) {
      found.push(await field.inputValue());
    }
  }
  return found;
}

async function open(row: RegExp): Promise<void> {
  await window.getByRole('treeitem', { name: row }).first().click();
}

/** The records of the project file, read without the app's own code. */
async function recordsInFile(): Promise<readonly Record<string, unknown>[]> {
  const parts = unzipSync(new Uint8Array(await readFile(projectFile())));
  const { records } = JSON.parse(strFromU8(parts['project.json'] ?? new Uint8Array())) as {
    records: Record<string, unknown>[];
  };
  return records;
}
const projectFile = () => join(home.documents, '工学课坊', '汽车空调检修.gxk');

async function written(): Promise<void> {
  await window.keyboard.press('Control+s');
  await expect.poll(() => status().textContent(), { timeout: 20_000 }).toContain('已写入');
}

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  window = app.window;
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

describe('from an empty window to Word', () => {
  it('begins a new major, which lies in 文档/工学课坊 at once', async () => {
    await button(/^新建专业/).click();
    await window
      .getByRole('dialog', { name: '新建专业' })
      .getByLabel('专业名称')
      .fill('汽车空调检修');
    await button('新建').click();
    await expect.poll(() => status().textContent()).toContain('已写入');
    expect(await readdir(join(home.documents, '工学课坊'))).toContain('汽车空调检修.gxk');
  });

  it('writes a 典型工作任务 as its form has it', async () => {
    await open(/中级/);
    await button('添加典型工作任务').click();
    await write('典型工作任务名称', task.name);
    await box('典型工作任务描述').click();
    await window.keyboard.insertText(task.description);
    await writeLines('工作对象', task.workObjects);
    await writeLines('工作要求', task.workRequirements);
    await writeLines('工具', task.tools);
    await writeLines('工作方法', task.workMethods);
    await write('劳动组织方式', task.workOrganization);
    await writeLines('职业能力要求', ['能独立完成汽车空调的检查、清洁和加注。']);
    expect(await linesOf('工作对象')).toEqual(task.workObjects);
  });

  it('makes its course and writes seven 课程目标', async () => {
    await open(/中级/);
    await button(`由“${task.name}”生成课程`).click();
    await writeLines('课程目标', objectives);
    expect(await linesOf('课程目标')).toEqual(objectives);
  });

  it('writes four 学习任务 with hours that add up', async () => {
    await writeLines(
      '学习任务',
      learningTasks.map(({ name }) => name),
    );
    for (const [index, { hours, description }] of learningTasks.entries()) {
      const label = `学习任务 ${String(index + 1)}`;
      await write(`${label} 描述`, description);
      await box(`${label} 参考学时`).fill(hours);
      await box(`${label} 参考学时`).blur();
    }
    await box('基准学时').fill('60');
    await box('基准学时').blur();
    await expect.poll(() => window.getByText('合计').count()).toBeGreaterThan(0);
  });

  it('reorders 课程目标 by keyboard and by dragging', async () => {
    await box('课程目标 2').click();
    await window.keyboard.press('Alt+ArrowUp');
    const [one = '', two = '', ...rest] = objectives;
    await expect.poll(() => linesOf('课程目标')).toEqual([two, one, ...rest]);
    await box('课程目标 1').press('Alt+ArrowDown');
    await expect.poll(() => linesOf('课程目标')).toEqual(objectives);

    await box('课程目标 6').blur();
    await dragOnto('课程目标 6', '课程目标 4');
    const moved = [
      ...objectives.slice(0, 3),
      objectives[5],
      ...objectives.slice(3, 5),
      objectives[6],
    ];
    await expect.poll(() => linesOf('课程目标')).toEqual(moved);
    await window.keyboard.press('Control+z');
    await expect.poll(() => linesOf('课程目标')).toEqual(objectives);
  });

  it('maps objectives to learning tasks and writes 考核要点 in the margin', async () => {
    await box('课程目标 1').click();
    await button('课程目标 1挂到 T1 空调滤清器更换').click();
    await button('给课程目标 1 · T1写一条考核要点').click();
    await window.keyboard.insertText(points[0] ?? '');
    await box('课程目标 1 · 考核要点 1').blur();
    await box('课程目标 3').click();
    await button('课程目标 3挂到 T2 制冷压力检测').click();
    await button('给课程目标 3 · 终结性考核写一条考核要点').click();
    await window.keyboard.insertText(points[1] ?? '');
    await box('课程目标 3 · 考核要点 1').blur();
    await window.keyboard.press('Escape');
  });

  it('writes the 考核: weights, shares and the case', async () => {
    await box('过程性考核权重').fill('60');
    await box('过程性考核权重').blur();
    expect(await box('终结性考核权重').inputValue()).toBe('40');
    await button('自动分配占比').click();
    await write('考核任务案例', '网约车空调维护');
    await write('情境描述', '一辆网约车制冷不足，客户要求当日修复并说明原因。');
    await writeLines('任务要求', ['写出检查项目和标准值。', '测出压力并写出判断依据。']);
    await writeLines('参考资料', ['该车型维修手册']);
    await written();
  });

  it('takes everything back step by step and does it again', async () => {
    const before = await recordsInFile();
    const steps = 25;
    await window.getByRole('tree').focus();
    for (let step = 0; step < steps; step += 1) await window.keyboard.press('Control+z');
    await written();
    expect(await recordsInFile()).not.toEqual(before);
    for (let step = 0; step < steps; step += 1) await window.keyboard.press('Control+y');
    await written();
    expect(await recordsInFile()).toEqual(before);
  });

  it('closes, opens again and still undoes what was done before', async () => {
    const before = await recordsInFile();
    await app.close();
    app = await launch({ home });
    window = app.window;
    await button(/汽车空调检修/)
      .first()
      .click();
    await window.getByRole('treeitem', { name: /^课 / }).first().click();
    expect(await linesOf('课程目标')).toEqual(objectives);
    await window.getByRole('tree').focus();
    for (let step = 0; step < 10; step += 1) await window.keyboard.press('Control+z');
    for (let step = 0; step < 10; step += 1) await window.keyboard.press('Control+y');
    await written();
    expect(await recordsInFile()).toEqual(before);
  });

  it('hands in the Word file, in which another reader finds exactly what was typed', async () => {
    await window.keyboard.press('Control+e');
    const dialog = window.getByRole('dialog', { name: '导出文件' });
    await dialog.getByRole('button', { name: /^导出 \d+ 份$/ }).click();
    await dialog.getByRole('button', { name: '完成' }).waitFor({ timeout: 60_000 });
    await dialog.getByRole('button', { name: '完成' }).click();
    const folder = join(home.documents, '工学课坊');
    const word = (await readdir(folder)).find((name) => name.endsWith('.docx')) ?? '';
    const read = listFrom('tests/readers/read-mammoth.mjs', join(folder, word));
    expect(read).toEqual(
      listFrom(
        'tests/readers/expected-texts.mjs',
        projectFile(),
        task.name,
        'course-standard.national',
      ),
    );
    const text = read.join('\n');
    const typed = [
      task.name,
      ...task.description.split('\n'),
      ...task.workObjects,
      ...task.workRequirements,
      ...objectives,
      ...learningTasks.flatMap(({ name, description }) => [name, description]),
      ...points,
      '网约车空调维护',
    ];
    for (const piece of typed) expect(text).toContain(piece.replace(/[。；]$/, ''));
  });
});

/** Drags the handle of a line onto the handle of another. */
async function dragOnto(from: string, to: string): Promise<void> {
  await box(from).hover();
  // A handle shows itself only under the hand, so it is found by its name and not by its role.
  const handle = (label: string) => window.locator(`[aria-label="拖动${label}"]`);
  const start = await handle(from).boundingBox();
  const end = await handle(to).boundingBox();
  if (start === null || end === null) throw new Error('no handle to drag');
  await window.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await window.mouse.down();
  await window.mouse.move(start.x + 8, start.y - 8, { steps: 4 });
  await window.mouse.move(end.x + end.width / 2, end.y + end.height / 2 - 4, { steps: 20 });
  await window.waitForTimeout(200);
  await window.mouse.up();
}

function listFrom(program: string, ...args: readonly string[]): readonly string[] {
  const {
    status: code,
    stdout,
    stderr,
  } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
  });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly string[];
}
