import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions } from '@renderer/app/actions/index';
import { Keyboard } from '../harness/keyboard';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { newFromSample } from '../harness/project';

/**
 * Every command of the app, by keyboard alone: Ctrl+K, some letters of it, Enter; and what is seen then.
 * The list comes from the palette itself: a command without a trial here fails.
 */
let home: TestHome;
let app: RunningApp;
let window: Page;
let keys: Keyboard;

/** One command: what is typed, and what must be seen after it. `seen` leaves the window as the next needs it. */
interface Trial {
  readonly id: string;
  readonly typed: string;
  readonly seen: () => Promise<void>;
}

const trial = (id: string, typed: string, seen: () => Promise<void>): Trial => ({
  id,
  typed,
  seen,
});
const seen = (locator: Locator) => locator.first().waitFor();
const heading = (name: string) => window.getByRole('heading', { level: 1, name, exact: true });
const row = (name: RegExp) => window.getByRole('treeitem', { name });
const said = (text: string | RegExp) =>
  window.getByRole('status', { name: '消息' }).getByText(text);
const fileName = (name: string) => window.locator('.title-file').getByText(name);
const focusIn = (region: string) =>
  expect
    .poll(() =>
      window.evaluate((id) => document.activeElement?.closest(`#${id}`)?.id ?? '', region),
    )
    .toBe(region);

async function inDialog(name: string | RegExp): Promise<void> {
  await seen(window.getByRole('dialog', { name }));
  await keys.press('Escape');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
}

async function onPage(name: string): Promise<void> {
  await seen(heading(name));
  await keys.press('Alt+ArrowLeft');
  await heading(name).waitFor({ state: 'detached' });
}

/** The help stands where the page stood; the way back leads out of it. */
async function onHelp(name: string): Promise<void> {
  await seen(window.locator('.help-topic[aria-current="page"]').filter({ hasText: name }));
  await onPage('帮助');
}

const tab = (name: string) => () =>
  seen(window.locator('.tab[data-active], .tab[aria-selected="true"]').filter({ hasText: name }));

/** The size the window is drawn at, as its foot says it. */
async function drawn(isRight: (percent: number) => boolean): Promise<void> {
  const words = () => window.getByRole('button', { name: /^大小 \d+%$/ }).textContent();
  await expect.poll(async () => isRight(Number.parseInt((await words()) ?? '', 10))).toBe(true);
}

async function theme(name: string | undefined): Promise<void> {
  await expect.poll(() => window.evaluate(() => document.documentElement.dataset.theme)).toBe(name);
}

async function undoes(): Promise<void> {
  await keys.press('Control+2');
  await keys.press('Control+z');
  await seen(said(/^已撤销/));
}

/** The next native dialog answers with a file, as a hand in it would. */
async function willPick(file: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
}

/** Two samples are of one major: which of them has come is seen by its courses. */
const sample = (id: string, typed: string, come: { title: string; hasManyCourses: boolean }) =>
  trial(`sample-${id}`, typed, async () => {
    await seen(window.locator('.title-file').getByText(come.title));
    const atMostTwo = async () => Math.min(2, await row(/^课 /).count());
    await expect.poll(atMostTwo).toBe(come.hasManyCourses ? 2 : 1);
  });

/** Where F8 stands, in the list of what is not written. */
const stops: string[] = [];
const stopNow = () => window.locator('.finding-row [aria-current=true]').innerText();
const sums = (sum: number) =>
  seen(
    window.locator('#region-page').getByText(new RegExp(`合计 ?${String(sum)}，基准 ?200`, 'u')),
  );
const finished = () => window.getByRole('checkbox', { name: '已完成' });

const trials: readonly Trial[] = [
  trial('create-project', 'xinjian', () => inDialog('新建专业')),
  trial('open-project', '打开文件', () => seen(fileName('乙.gxk'))),
  sample('hulianwang-yingxiao', '互联网营销', { title: '互联网营销', hasManyCourses: true }),
  sample('qiche-weixiu', '全专业', { title: '汽车维修', hasManyCourses: true }),
  sample('qiche-weihu', '打开样例“汽车维修（中级）', { title: '汽车维修', hasManyCourses: false }),
  trial('write-now', 'bc', () =>
    seen(window.getByRole('status', { name: '保存状态' }).getByText('已写入')),
  ),
  trial('save-as', '另存', () => seen(fileName('另存.gxk'))),
  trial('export', 'docx', () => inDialog('导出文件')),
  trial('print', 'dayin', async () => {
    await seen(said('没有打印出来'));
    // Asked for in the help: it is the paper of the page one comes from.
    await seen(heading('课程'));
  }),
  trial('freeze', 'dinggao', () => inDialog(/./)),
  trial('kept', '留底与定稿', async () => {
    await seen(window.getByRole('heading', { level: 1 }));
    await keys.press('Alt+ArrowLeft');
    await seen(window.getByRole('tree'));
  }),
  trial('zoom-in', 'fangda', () => drawn((percent) => percent > 100)),
  trial('zoom-reset', '原来的大小', () => drawn((percent) => percent === 100)),
  trial('zoom-out', '缩小', async () => {
    await drawn((percent) => percent < 100);
    await keys.press('Control+0');
    await drawn((percent) => percent === 100);
  }),
  trial('backups', '备份', () => onPage('备份')),
  trial('settings', 'shezhi', () => onPage('设置')),
  trial('go-outline', '到大纲', () => focusIn('region-outline')),
  trial('go-page', '到正文', () => focusIn('region-page')),
  trial('go-side', '到右栏', () => focusIn('region-side')),
  trial('next-region', '下一个区域', () => focusIn('region-outline')),
  trial('previous-region', '上一个区域', () => focusIn('region-side')),
  trial('toggle-outline', '收起或打开大纲', async () => {
    await window.getByRole('tree').waitFor({ state: 'detached' });
    await keys.command('收起或打开大纲', '收起或打开大纲');
    await seen(window.getByRole('tree'));
  }),
  trial('toggle-side', '收起或打开右栏', async () => {
    await window.locator('#region-side').waitFor({ state: 'detached' });
    await keys.command('收起或打开右栏', '收起或打开右栏');
    await seen(window.locator('#region-side'));
  }),
  trial('show-preview', '看预览', tab('预览')),
  trial('show-history', 'kanlishi', tab('历史')),
  trial('show-checks', '看检查', tab('检查')),
  trial('show-unfinished', '看还没有写的', tab('检查')),
  trial('theme-light', '浅色', () => theme('light')),
  trial('theme-dark', 'shense', () => theme('dark')),
  trial('theme-system', '跟随系统', () => theme(undefined)),
  trial('go-major', '专业信息', () => seen(heading('专业信息'))),
  trial('go-major-goals', 'pymbytz', () => seen(heading('培养目标与体制'))),
  trial('go-major-offering', '课程设置说明', () => seen(heading('课程设置说明'))),
  trial('go-major-advice', '实施建议', () => seen(heading('实施建议'))),
  trial('go-major-evaluation', '考核与评价', () => seen(heading('考核与评价'))),
  trial('go-major-people', '人员与审批', () => seen(heading('人员与审批'))),
  trial('go-major-terms', 'xuexiaoyongyu', () => seen(heading('学校用语'))),
  trial('back', '后退', () => seen(heading('人员与审批'))),
  trial('forward', '前进', () => seen(heading('学校用语'))),
  trial('tour', '十分钟', async () => {
    await seen(window.getByRole('region', { name: '十分钟走一遍' }));
  }),
  trial('help-begin', '怎么开始', () => onHelp('怎么开始')),
  trial('help-keys', 'kuaijiejian', () => onHelp('键盘用法')),
  trial('help-files', '文件存在哪里', () => onHelp('文件存在哪里')),
  trial('help-paste', '从 WPS 粘贴', () => onHelp('从 WPS 粘贴')),
  trial('help-questions', '常见问题', () => onHelp('常见问题')),
  trial('keys', '键盘用法一览', () => inDialog(/键盘/)),
  trial('about', 'guanyu', () => inDialog(/工学课坊/)),
  trial('find', '整个专业里查找', () => keys.arrives('查找')),
  trial('replace', '查找和替换', () => seen(window.getByRole('textbox', { name: '替换为' }))),
  trial('next-stop', '下一处要改', async () => {
    stops.push(await stopNow());
    await focusIn('region-page');
    await keys.press('F8');
    await expect.poll(stopNow).not.toBe(stops[0]);
  }),
  trial('previous-stop', '上一处要改', async () => {
    await expect.poll(stopNow).toBe(stops[0]);
    await focusIn('region-page');
  }),
  trial('take-fix', '照建议改好', async () => {
    await sums(200);
    await undoes();
  }),
  trial('add-typical-work-task', '加一个典型', () => keys.arrives('典型工作任务名称')),
  trial('undo', '撤销', () => seen(said(/^已撤销/))),
  trial('redo', '重做', () => seen(said(/^已重做/))),
  trial('add-course', 'jiayimen', () => keys.arrives(/^课程名称/)),
  trial('why-here', '这一栏怎么写', async () => {
    await seen(window.locator('.why-slip'));
    await keys.press('Escape');
  }),
  trial('why-no-format', 'jiacu', () => seen(said(/^这里只写文字/))),
  trial('add-learning-task', '加一个学习任务', () => keys.arrives(/^学习任务名称/)),
  trial('distribute-hours', 'zidongfenpei', () => sums(200)),
  trial('toggle-finished', '标为已完成', async () => {
    await expect.poll(() => finished().isChecked()).toBe(true);
    await undoes();
    await expect.poll(() => finished().isChecked()).toBe(false);
  }),
  trial('copy-shown', '复制这一页', () => seen(said(/^已复制/))),
  trial('cut-shown', '剪切这一页', () => seen(said(/^已剪切/))),
  trial('duplicate-shown', '创建这一页的副本', async () => {
    await seen(window.getByRole('textbox', { name: /名称/ }));
    await undoes();
  }),
  trial('paste-here', '粘贴课程或任务', async () => {
    await expect.poll(() => row(/^课 汽车维护/).count()).toBe(2);
    await undoes();
    await expect.poll(() => row(/^课 汽车维护/).count()).toBe(1);
  }),
  trial('add-level-advanced', '培养层级“高级', () => seen(row(/高级/))),
  trial('add-level-preTechnician', '培养层级“预备技师', () => seen(row(/预备技师/))),
  trial('remove-shown', 'shanqu', async () => {
    await seen(said(/删/));
    await undoes();
    await seen(row(/预备技师/));
  }),
  trial('add-level-intermediate', '培养层级“中级', () => seen(row(/中级/))),
  trial('close-project', 'huidaokaishi', () =>
    seen(window.getByRole('button', { name: /^新建专业/ })),
  ),
];

/** What a command needs before it, beyond what the trial before it left. */
const before: Readonly<Record<string, () => Promise<void>>> = {
  'open-project': () => willPick(join(home.documents, '乙.gxk')),
  'save-as': () => willPick(join(home.documents, '另存.gxk')),
  'next-stop': () => keys.command('>看还没有写的', '看还没有写的'),
  'take-fix': async () => {
    await keys.command('>看检查', '看检查');
    await askForMoreHours();
    await seen(window.locator('#region-side').getByText(/少 20/));
  },
  'paste-here': () => keys.command('>复制这一页', '复制这一页的课程或任务'),
  print: async () => {
    await app.electron.evaluate(({ app: shell }) => {
      // No machine for tests has a printer; the system's own dialog cannot be answered from here.
      shell.on('web-contents-created', (_, contents) => {
        contents.print = (_options, answer) => answer?.(false, 'no printer');
      });
    });
    await keys.command('qcwh', '汽车维护课程');
    await seen(heading('课程'));
    await keys.press('F1');
    await seen(heading('帮助'));
  },
  'distribute-hours': askForMoreHours,
  'add-level-intermediate': async () => {
    await keys.command('专业信息', '到“专业信息”');
    await keys.press('Control+1');
    await removeIntermediate();
  },
};

/** 200 学时 for a course whose tasks have 180. */
async function askForMoreHours(): Promise<void> {
  await keys.command('qcwh', '汽车维护课程');
  await seen(heading('课程'));
  await keys.press('Control+2');
  await keys.to('基准学时');
  await keys.write('200');
  await keys.press('Enter');
}

/** Walks to 中级 in the outline, deletes it and confirms. */
async function removeIntermediate(): Promise<void> {
  await keys.press('Home');
  for (let step = 0; step < 40; step += 1) {
    const at = await window.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    if (at?.startsWith('中级')) break;
    await keys.press('ArrowDown');
  }
  await keys.press('Delete');
  await keys.arrives('不删');
  await keys.press('Tab');
  await keys.press('Enter');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
  await row(/^中级/).waitFor({ state: 'detached' });
}

beforeAll(async () => {
  home = await makeHome();
  await mkdir(home.documents, { recursive: true });
  newFromSample('qiche-weihu', join(home.documents, '甲.gxk'));
  newFromSample('hulianwang-yingxiao', join(home.documents, '乙.gxk'));
  app = await launch({ home, files: [join(home.documents, '甲.gxk')] });
  window = app.window;
  keys = new Keyboard(window);
  await window.getByRole('tree').waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

describe('the command palette by keyboard', () => {
  it('has a trial for every command there is, and none for others', () => {
    const ids = actions.map(({ id }) => id).filter((id) => id !== 'palette');
    const tried = trials.map(({ id }) => id);
    expect(ids.filter((id) => !tried.includes(id))).toEqual([]);
    expect(tried.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('opens by Ctrl+K and closes by Escape', async () => {
    await keys.press('Control+k');
    await keys.arrives('查命令、课程、任务');
    await keys.press('Escape');
    await window.locator('.palette').waitFor({ state: 'detached' });
  });

  it.each(trials)('does $id', async ({ id, typed, seen: check }) => {
    await before[id]?.();
    const title = actions.find((action) => action.id === id)?.title ?? '';
    await keys.command(`>${typed}`, title);
    await check();
  });
});
