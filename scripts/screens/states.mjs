/**
 * Pages and states of the window that are not the page of a record, for `npm run screens` and for whoever
 * walks them with another eye. `show` brings the window there, `leave` (if any) back to a plain window.
 * Before the first no project is open; `needs: 'sample'` asks for an open copy of a sample.
 */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSample, waitUntilWritten } from '../steps.mjs';

const goBack = ({ window }) => window.getByRole('button', { name: '← 回去' }).click();

const bar = (window, words) =>
  window.locator('.bar').filter({ hasText: words }).waitFor({ timeout: 30_000 });

/** Runs a command of the palette by its words. */
async function command(window, words) {
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog', { name: '命令面板' }).waitFor();
  await window.keyboard.type(words);
  await window.getByRole('option').first().waitFor();
  await window.keyboard.press('Enter');
}

async function showPage(window, words, title) {
  await command(window, words);
  await window.getByRole('heading', { name: title, level: 1 }).waitFor();
}

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

/** Shown before a project is open. */
export const pagesAtStart = [
  {
    page: '20-settings',
    show: ({ window }) => showPage(window, '设置', '设置'),
    leave: goBack,
  },
  ...['begin', 'keys', 'files', 'paste', 'questions'].map((topic, index) => ({
    page: `21-help-${topic}`,
    show: async ({ window }) => {
      await window.keyboard.press('F1');
      await window
        .getByRole('navigation', { name: '帮助的题目' })
        .getByRole('button')
        .nth(index)
        .click();
    },
    leave: goBack,
  })),
];

/** Shown with a copy of a sample open, in this order. */
export const statesOfProject = [
  {
    page: '30-tour',
    show: ({ window }) => command(window, '十分钟走一遍'),
    leave: ({ window }) => window.getByRole('button', { name: '先停下' }).click(),
  },
  {
    page: '31-backups',
    show: async ({ window }) => {
      await showPage(window, '备份', '备份');
      const look = window.getByRole('button', { name: /^看 / });
      if ((await look.count()) > 0) await look.first().click();
    },
    leave: goBack,
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
