/**
 * Pages and states of the window that are not the page of a record, for `npm run screens` and for whoever
 * walks them with another eye. `show` brings the window there, `leave` (if any) back to a plain window.
 * Before the first no project is open; `needs: 'sample'` asks for an open copy of a sample.
 */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSample, waitUntilWritten } from '../steps.mjs';
import { bar, command, escape } from './hands.mjs';

/** The project files in 文档/工学课坊. */
async function projectFiles(documents) {
  const folder = join(documents, '工学课坊');
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.gxk')).map((name) => join(folder, name));
}

async function edit(window) {
  await window.locator('.outline-major').first().click();
  const field = window.getByRole('textbox', { name: '专业代码' });
  await field.fill(`04${String(Date.now() % 100).padStart(2, '0')}`);
  await field.blur();
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
  { page: '35-new-major-checks', show: ({ window }) => command(window, '看检查') },
];

/**
 * States that need a start of their own, on a disk that misbehaves as told (`electron/main/index.faults.ts`).
 * Each begins at the start screen.
 */
export const statesOfDisk = [
  {
    page: '40-disk-full',
    faults: [{ call: 'file.write', path: '.gxk', nth: 3, times: null, code: 'ENOSPC' }],
    show: async ({ window }) => {
      await openSample(window);
      await edit(window);
      await window.keyboard.press('Control+s');
      await bar(window, '磁盘已满');
    },
  },
  {
    page: '41-not-writable',
    faults: [{ call: 'file.write', path: '.gxk', nth: 3, times: null, code: 'EROFS' }],
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
      await window.locator('.place-open').first().click();
      await bar(window, '只能看');
    },
  },
];
