import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

describe('help, settings and the first-hour tour', () => {
  let home: TestHome;
  let app: RunningApp;
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('F1 opens the help, and its keys are those of the window', async () => {
    const { window } = app;
    await window.getByRole('heading', { name: '还没有文件' }).waitFor();
    await window.keyboard.press('F1');
    await window.getByRole('heading', { name: '怎么开始' }).waitFor();
    await window.getByRole('button', { name: '键盘用法' }).click();
    const keys = window.getByRole('region', { name: '文件' }).getByRole('listitem');
    expect(await keys.filter({ hasText: '导出文件' }).innerText()).toContain('Ctrl+E');
    await window.getByRole('button', { name: '← 回去' }).click();
    await window.getByRole('heading', { name: '还没有文件' }).waitFor();
  });

  it('a choice in the settings holds at once and is kept on the machine', async () => {
    const { window } = app;
    await window.getByRole('menuitem', { name: '文件' }).click();
    await window.getByRole('menuitem', { name: /^设置/ }).click();
    const school = window.getByRole('textbox', { name: /^学校/ });
    await school.fill('示范技师学院');
    await school.blur();
    await window.getByText('以后新建的专业，学校先填“示范技师学院”').waitFor();
    const width = () => window.evaluate(() => globalThis.innerWidth);
    const before = await width();
    await window.getByRole('button', { name: '放大' }).click();
    await expect.poll(width).toBeLessThan(before);
    const stored = readFileSync(join(home.userData, 'settings.json'), 'utf8');
    expect(stored).toContain('示范技师学院');
    await window.getByRole('button', { name: '← 回去' }).click();
  });

  it('the tour is led from the start screen into a new major of that school', async () => {
    const { window } = app;
    await window.getByRole('button', { name: '十分钟走一遍' }).click();
    const tour = window.getByRole('region', { name: '十分钟走一遍' });
    await tour.getByText('先打开一个文件').waitFor();
    await tour.getByRole('button', { name: '新建专业…' }).click();
    await window.getByRole('textbox', { name: '专业名称' }).fill('数控加工');
    await window.keyboard.press('Enter');
    await tour.getByText('写一个典型工作任务').first().waitFor();
    expect(await window.getByRole('textbox', { name: '学校' }).inputValue()).toBe('示范技师学院');
    await tour.getByRole('button', { name: '加一个典型工作任务' }).click();
    const name = window.getByRole('textbox', { name: '典型工作任务名称' });
    await name.fill('零件数控车床加工');
    await name.blur();
    await tour
      .getByRole('status', { name: '这一步' })
      .filter({ hasText: '由它生成一门课程' })
      .waitFor();
    await tour.getByRole('button', { name: '加一门课程' }).click();
    await tour
      .getByRole('status', { name: '这一步' })
      .filter({ hasText: '写一条课程目标' })
      .waitFor();
    await tour.getByRole('button', { name: '先停下' }).click();
    expect(await tour.count()).toBe(0);
  });
});
