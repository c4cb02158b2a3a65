import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsIn, type StoredRecord } from '../harness/gxk';
import { Keyboard } from '../harness/keyboard';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/**
 * A newcomer without a mouse writes a complete second course into the sample, in the real window:
 * not one call of this test clicks, hovers or focuses anything.
 */
const course = '汽车发动机检修';
const task = {
  description:
    '发动机在使用中会出现动力不足、异响和油耗升高。\n维修技师从班组长处接受派工单，查阅手册，拆检、修复并竣工检验。',
  workObjects: ['派工单的识读与车辆交接', '气缸压力的检测', '正时机构的拆装', '竣工检验与归档'],
  tools: ['气缸压力表', '扭力扳手'],
  materials: ['密封垫片'],
  equipment: ['发动机吊架'],
  documents: ['发动机维修手册'],
  workMethods: ['数据对照法', '逐项排除法'],
  workOrganization: '两人一组，从班组长处领取派工单，完工后交检验员验收。',
  workRequirements: ['核对无遗漏', '压力差不超过标准', '标记对正', '记录完整，当日归档'],
  competences: ['能独立完成发动机的检查与拆装。', '能与客户说明故障原因和费用。'],
};
const objectives = [
  '能识读派工单，核对车辆信息，记录无遗漏。',
  '能检测气缸压力，判断密封状况，结论有依据。',
  '能拆装正时机构，标记对正，力矩符合手册。',
];
const slots = {
  条件: '在教师指导下',
  行为: '完成发动机竣工检验并填写检验单',
  标准: '项目齐全，数据真实',
};
const learningTasks = [
  ['气缸压力检测', '一辆轿车动力不足，要求两小时内测出各缸压力并写出判断。'],
  ['正时皮带更换', '一辆轿车行驶八万公里，要求当日更换正时皮带并试车。'],
  ['发动机竣工检验', '大修后的发动机需逐项检验，形成检验单交车间主任。'],
] as const;
const calc = (form: 'txt' | 'html') =>
  readFileSync(`tests/fixtures/clipboard/calc-course-table.${form}`, 'utf8');

let home: TestHome;
let app: RunningApp;
let window: Page;
let keys: Keyboard;
let start: readonly StoredRecord[];
let end: readonly StoredRecord[];

const status = () => window.getByRole('status', { name: '保存状态' });
const message = () => window.getByRole('status', { name: '消息' });

async function onDisk(): Promise<readonly StoredRecord[]> {
  await keys.press('Control+s');
  await expect.poll(() => status().textContent()).toContain('已写入');
  const folder = join(home.documents, '工学课坊');
  const name = (await readdir(folder)).find((file) => file.endsWith('.gxk')) ?? '';
  return recordsIn(join(folder, name));
}

const of = (records: readonly StoredRecord[], kind: string) =>
  records.filter((record) => record.kind === kind);

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  window = app.window;
  keys = new Keyboard(window);
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

describe('a newcomer with a keyboard', () => {
  it('opens the sample as a copy', async () => {
    await window.getByRole('button', { name: /^新建专业/ }).waitFor();
    await keys.command('汽车维护', '汽车维护');
    await window.getByRole('tree').waitFor();
    start = await onDisk();
    expect(of(start, 'course')).toHaveLength(1);
  });

  it('writes the 典型工作任务 with its analysis and requirements', async () => {
    await keys.command('加一个典型工作任务', '加一个典型工作任务');
    await keys.arrives('典型工作任务名称');
    await keys.write(course);
    await keys.fill('典型工作任务描述', task.description);
    await keys.lines('工作对象', task.workObjects);
    await keys.lines('工具', task.tools);
    await keys.lines('材料', task.materials);
    await keys.lines('设备', task.equipment);
    await keys.lines('资料', task.documents);
    await keys.lines('工作方法', task.workMethods);
    await keys.fill('劳动组织方式', task.workOrganization);
    await keys.lines('工作要求', task.workRequirements);
    await keys.lines('职业能力要求', task.competences);
  });

  it('writes its course: objectives in sentences and in slots, contents, learning tasks', async () => {
    await keys.command('加一门课程', '加一门课程');
    await keys.arrives(/^课程名称/);
    await keys.fill('基准学时', '72');
    await keys.lines('课程目标', objectives);
    await keys.press('Enter');
    await keys.arrives('课程目标 4');
    await keys.press('F4');
    for (const [slot, words] of Object.entries(slots)) await keys.fill(`课程目标 4 ${slot}`, words);
    await keys.lines('工作环节', ['领取派工单', '检测与判断', '拆装与检验']);
    await keys.lines('环节 1 实践知识', ['核对车架号与里程']);
    await keys.lines('环节 1 理论知识', ['发动机的总体构造']);
    await keys.lines('环节 2 实践知识', ['气缸压力的测量']);
    await keys.lines('环节 2 理论知识', ['压缩比与密封']);
    await keys.lines('通用能力', ['与客户沟通']);
    await keys.lines('职业素养', ['规范意识']);
    await keys.lines('思政素养', ['工匠精神']);
    await keys.lines(
      '学习任务',
      learningTasks.map(([name]) => name),
    );
    await keys.to('学习任务 1', 'Shift+Tab');
    for (const [index, [, description]] of learningTasks.entries()) {
      const label = `学习任务 ${String(index + 1)}`;
      await keys.fill(`${label} 描述`, description);
      await keys.fill(`${label} 参考学时`, index === 0 ? '20' : '24');
    }
  });

  it('writes 教学实施建议 and the 考核 with weights and shares', async () => {
    await keys.fill('师资要求', '教师有发动机维修的企业经历。');
    await keys.fill('教学组织方式方法建议', '行动导向，四人一组。');
    await keys.fill('教学场地', '发动机学习工作站，工位不少于六个。');
    await keys.fill(/^过程性考核权重/, '60');
    await keys.to('自动分配占比');
    await keys.press('Enter');
    await keys.fill(/技能考核/, '按学习任务考核操作规范与质量。');
    await keys.fill(/考核任务案例/, '出租车发动机异响检修');
    await keys.fill(/情境描述/, '一辆出租车发动机异响，要求当日判断原因并修复，写出检验单。');
    await keys.lines('任务要求', ['写出检查项目和标准值。', '完成检修并填写检验单。']);
    await keys.lines('参考资料', ['发动机维修手册']);
  });

  it('maps every objective to a task, to 考核要点 and to a 职业能力要求', async () => {
    await keys.press('Control+2');
    for (let index = 0; index < 4; index += 1) {
      const label = `课程目标 ${String(index + 1)}`;
      const taskNumber = Math.min(index + 1, 3);
      await keys.to(label);
      await keys.to(new RegExp(`^${label}挂到 T${String(taskNumber)} `));
      await keys.press('Enter');
      await keys.to(new RegExp(`^给${label} · T${String(taskNumber)}写一条考核要点`));
      await keys.press('Enter');
      await keys.arrives(`${label} · 考核要点 1`);
      await keys.write(`第 ${String(index + 1)} 条目标的要点达到标准`);
      await keys.to(new RegExp(`^${label}支撑能力${String((index % 2) + 1)} `));
      await keys.press('Enter');
    }
  });

  it('locks the hours of one task and lets the rest be distributed', async () => {
    await keys.to('学习任务 1 学时锁定');
    await keys.press('Enter');
    await keys.press('Control+2');
    await keys.to('自动分配学时');
    await keys.press('Enter');
    await expect
      .poll(() => window.getByRole('img', { name: /学习任务学时合计72，基准学时72$/ }).count())
      .toBe(1);
  });

  it('makes a start point and pastes its 课程表 from a spreadsheet', async () => {
    await keys.command('中级', '中级');
    await keys.to('添加初中毕业生起点');
    await keys.press('Enter');
    await keys.to(/课程表$/);
    await keys.press('Enter');
    await window.getByRole('grid').waitFor();
    await keys.to(/第1学期学时$/);
    await app.electron.evaluate(
      ({ clipboard }, forms) => {
        const old = clipboard as unknown as { write: (data: typeof forms) => void };
        old.write(forms);
      },
      { text: calc('txt'), html: calc('html') },
    );
    await keys.press('Control+v');
    await keys.to('粘贴');
    await keys.press('Enter');
    await window.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('finds a term in the whole major and replaces it', async () => {
    await keys.press('Control+h');
    await keys.arrives('查找');
    await keys.write('派工单');
    await keys.fill('替换为', '任务工单');
    await window.locator('.find-words ins').getByText('任务工单').first().waitFor();
    await keys.to(/^替换勾选的 [1-9]\d* 处$/);
    await keys.press('Enter');
    await message()
      .getByText(/任务工单/)
      .waitFor();
    end = await onDisk();
    // What a mapping remembers of the sentence it was judged by is no text of the teacher's.
    const texts = end.map((record) => JSON.stringify({ ...record, stamp: null }));
    expect(texts.filter((text) => text.includes('派工单'))).toEqual([]);
  });

  it('has written a complete course, as the file tells', () => {
    const made = of(end, 'course').find(({ name }) => name === course);
    const mine = (kind: string) => of(end, kind).filter(({ parentId }) => parentId === made?.id);
    expect(mine('courseObjective')).toHaveLength(4);
    expect(mine('learningTask').map(({ standardHours }) => standardHours)).toEqual(
      expect.arrayContaining([20]),
    );
    expect(
      mine('learningTask').reduce((sum, { standardHours }) => sum + Number(standardHours), 0),
    ).toBe(72);
    for (const objective of mine('courseObjective')) {
      const linked = (kind: string) =>
        of(end, kind).filter((link) => Object.values(link).includes(objective.id)).length;
      expect([
        linked('objectiveTask'),
        linked('assessmentPoint'),
        linked('objectiveRequirement'),
      ]).toEqual([1, 1, 1]);
    }
    const hours = mine('courseTermHours').map(({ term, hours: taught }) => [term, taught]);
    expect(hours).toEqual([[2, 108.5]]);
  });

  it('takes all of it back step by step, and does it again', async () => {
    await keys.press('Control+2');
    await walk('Control+z', '已经退到最早的一步');
    expect(await onDisk()).toEqual(start);
    await walk('Control+y', '没有可以重做的');
    expect(await onDisk()).toEqual(end);
  });
});

/** Presses a key until the window says that there is no more to take back or to do again. */
async function walk(key: string, last: string): Promise<void> {
  for (let count = 0; count < 600; count += 1) {
    await keys.press(key);
    if ((await message().textContent())?.includes(last) === true) return;
  }
  throw new Error(`It never said ${last}.`);
}
