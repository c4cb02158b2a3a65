/**
 * Pages and states of the window that are not the page of a record, for `npm run screens` and for whoever
 * walks them with another eye. `show` brings the window there, `leave` (if any) back to a plain window.
 * Before the first no project is open; `needs: 'sample'` asks for an open copy of a sample.
 */
import { copyFile, mkdir, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openSample, waitUntilWritten } from '../steps.mjs';
import { bar, command, escape } from './hands.mjs';

/** The project files in 文档/工学课坊. */
async function projectFiles(documents) {
  const folder = join(documents, '工学课坊');
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.gxk')).map((name) => join(folder, name));
}

let edits = 0;

/** A code that has not stood there yet: what is not changed is not written. */
function anotherCode() {
  edits += 1;
  return { field: '专业代码', text: `09${String(edits).padStart(2, '0')}` };
}

async function edit(window, { field, text } = anotherCode()) {
  await window.locator('.outline-row[data-kind=major]').first().click();
  const box = window.getByRole('textbox', { name: field, exact: true });
  await box.fill(text);
  await box.blur();
}

/** Begins an export that takes long enough to be looked at: every course, as PDF too. */
async function exportEveryCourse(window) {
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出文件' });
  await dialog.waitFor();
  await dialog.getByRole('checkbox', { name: 'PDF' }).check();
  await dialog.getByRole('checkbox', { name: /^全部 \d+ 门$/ }).check();
  await dialog.getByRole('button', { name: /^导出 [1-9]\d* 份$/ }).click();
  await dialog.getByRole('progressbar').waitFor();
}

/** Shown with a copy of a sample open, in this order. */
export const statesOfProject = [
  {
    page: '30-tour',
    show: ({ window }) => command(window, '十分钟走一遍'),
    leave: ({ window }) => window.getByRole('button', { name: '先停下' }).click(),
  },
  {
    page: '31-nothing-found',
    show: async ({ window }) => {
      await window.keyboard.press('Control+f');
      await window.getByRole('textbox', { name: '查找' }).fill('航空母舰');
      await window.getByText('整个专业里没有“航空母舰”。').waitFor();
    },
  },
  {
    page: '31-export-progress',
    show: ({ window }) => exportEveryCourse(window),
    leave: async ({ window }) => {
      const dialog = window.getByRole('dialog', { name: '导出文件' });
      await dialog.getByRole('button', { name: '取消' }).click();
      await dialog.getByRole('progressbar').waitFor({ state: 'detached' });
      await escape({ window });
    },
  },
  {
    page: '32-changed-outside',
    show: async ({ window, documents }) => {
      await waitUntilWritten(window);
      for (const path of await projectFiles(documents)) await writeFile(path, '别人写的');
      await edit(window);
      await window.keyboard.press('Control+s');
      await bar(window, '文件没有写进去');
    },
    leave: async ({ window }) => {
      await window.getByRole('button', { name: '把我的另存在旁边' }).click();
      await window.locator('.bar-error').waitFor({ state: 'detached' });
    },
  },
  {
    page: '33-file-missing',
    show: async ({ window, documents }) => {
      await waitUntilWritten(window);
      for (const path of await projectFiles(documents)) await rm(path);
      await edit(window);
      await window.keyboard.press('Control+s');
      await bar(window, '文件没有写进去');
    },
    leave: async ({ window }) => {
      await window.getByRole('button', { name: '在原处重新写一份' }).click();
      await window.locator('.bar-error').waitFor({ state: 'detached' });
    },
  },
  {
    page: '34-new-major',
    show: async ({ window }) => {
      await window.keyboard.press('Control+n');
      const dialog = window.getByRole('dialog', { name: '新建专业' });
      await dialog.getByLabel('专业名称').fill('汽车空调检修');
      await dialog.getByRole('button', { name: '新建', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await window.getByRole('tree').waitFor();
    },
  },
  {
    page: '35-new-major-checks',
    show: ({ window }) => command(window, '看检查'),
  },
];

/** Makes a project file that is written, and goes back to the start screen; answers where it lies. */
async function writtenProject({ window, documents }) {
  await openSample(window);
  await waitUntilWritten(window);
  await window.keyboard.press('Control+w');
  await window.locator('.place-open').first().waitFor();
  const [file] = await projectFiles(documents);
  return file;
}

async function openFirst(window) {
  await window.locator('.place-open').first().click();
}

/** Writes something of one's own into the open project, and into its file. */
async function editAndWrite(window, what) {
  await window.getByRole('tree').waitFor();
  await edit(window, what);
  await waitUntilWritten(window);
}

/**
 * States that need a start of their own, some on a disk that misbehaves as told
 * (`electron/main/index.faults.ts`). Each begins at the start screen.
 */
export const statesOfStart = [
  {
    page: '40-disk-full',
    faults: [{ call: 'file.write', path: '.gxk', nth: 4, times: null, code: 'ENOSPC' }],
    show: async ({ window }) => {
      await openSample(window);
      await edit(window);
      await window.keyboard.press('Control+s');
      await bar(window, '磁盘已满');
    },
  },
  {
    page: '41-not-writable',
    faults: [{ call: 'file.write', path: '.gxk', nth: 4, times: null, code: 'EROFS' }],
    show: async ({ window }) => {
      await openSample(window);
      await edit(window);
      await window.keyboard.press('Control+w');
      await window.getByRole('alertdialog').waitFor();
    },
  },
  {
    page: '42-read-only',
    faults: [{ call: 'checkWritable', nth: 1, times: null, code: 'EACCES' }],
    show: async ({ window }) => {
      await openSample(window);
      await waitUntilWritten(window);
      await window.keyboard.press('Control+w');
      await openFirst(window);
      await bar(window, '只能看');
    },
  },
  {
    page: '43-opening',
    faults: [{ call: 'readFile', path: 'U盘', nth: 1, times: null, late: 30_000 }],
    show: async (studio) => {
      const { window, documents, electron } = studio;
      const file = await writtenProject(studio);
      const stick = join(documents, 'U盘');
      await mkdir(stick);
      const slow = join(stick, basename(file));
      await copyFile(file, slow);
      await electron.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      }, slow);
      await window.keyboard.press('Control+o');
      await window.getByRole('status', { name: '正在做' }).getByText('已经 2 秒').waitFor();
    },
    leave: async ({ window }) => {
      await window.getByRole('button', { name: '不等了' }).click();
      await window.getByText('正在停下…').waitFor();
    },
  },
  {
    page: '44-two-heads',
    // The file was carried home, written on in both places and carried back over the one here.
    show: async (studio) => {
      const { window, beside } = studio;
      const file = await writtenProject(studio);
      const home = await beside(file);
      await editAndWrite(home.window, { field: '专业名称', text: '汽车维修与保养' });
      await home.finish();
      await openFirst(window);
      await editAndWrite(window, { field: '专业代码', text: '0410' });
      await window.keyboard.press('Control+w');
      await window.locator('.place-open').first().waitFor();
      await copyFile(home.file, file);
      await home.close();
      await openFirst(window);
      await window.getByRole('alertdialog', { name: '这是两份不同的稿子' }).waitFor();
    },
    leave: async ({ window }) => {
      await window.getByRole('button', { name: '用本机的' }).click();
      await window.locator('.outline-row[data-kind=major]').filter({ hasText: '0410' }).waitFor();
    },
  },
  {
    page: '45-repaired',
    show: async (studio) => {
      const { window } = studio;
      const file = await writtenProject(studio);
      const { size } = await stat(file);
      await truncate(file, Math.floor(size / 2));
      await openFirst(window);
      await bar(window, '已损坏，已用本机保存的内容找回');
    },
    leave: async ({ window }) => {
      await window.getByRole('button', { name: '知道了' }).click();
      await window.locator('.bar-note').waitFor({ state: 'detached' });
    },
  },
];
