import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Machine, nameInFile } from '../../electron/machine';
import { launch, type RunningApp } from '../harness/launch';
import { restoreBackups } from '../harness/restored';

/** A computer on which another project lies where edits are only saved, and one draft was not chosen. */
const machine = new Machine();
let app: RunningApp;
let window: Page;

async function prepare(): Promise<void> {
  const shell = await machine.start();
  await (await shell.create('焊接加工')).close();
  const stranger = join(machine.projects, '焊接加工.gxk');
  const other = await shell.create('数控加工');
  await other.save('数控加工（改过）');
  await other.writeNow();
  await copyFile(stranger, other.path);
  await other.save('数控加工（没有选中的）');
  await other.writeNow();
  const { session } = other.project;
  await shell.ask('project:settleOutside', { session, take: 'theirs' });
  const mine = await shell.create('汽车维修');
  await mine.save('汽车维修（只在本机）');
  await copyFile(stranger, mine.path);
  await mkdir(join(machine.home, '.config'), { recursive: true });
  const words = 'XDG_DOCUMENTS_DIR="$HOME/文档"\n';
  await writeFile(join(machine.home, '.config', 'user-dirs.dirs'), words);
}

beforeAll(async () => {
  await prepare();
  const { home, documents, userData } = machine;
  app = await launch({ home: { home, documents, userData, remove: () => Promise.resolve() } });
  window = app.window;
});
afterAll(async () => {
  await app.kill();
  await restoreBackups(machine.documents).finally(() => {
    machine.remove();
  });
});

const rows = () => window.getByRole('list', { name: '收起来的' }).getByRole('listitem');

it('the start screen lists what was put aside, with reason and date, opens it, and asks before it goes off the list', async () => {
  await rows().first().waitFor();
  expect(await rows().allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/汽车维修 已保存，还没有写进文件/),
      expect.stringMatching(/数控加工（没有选中的）[^]*没有选中的那份稿子/),
    ]),
  );
  await rows().filter({ hasText: '还没有写进文件' }).getByRole('button').first().click();
  await expect.poll(() => readdir(machine.projects)).toContain('汽车维修（找回）.gxk');
  const found = join(machine.projects, '汽车维修（找回）.gxk');
  expect(await nameInFile(found)).toBe('汽车维修（只在本机）');
});

it('taken off the list, the copy stays among the backups', async () => {
  const before = await readdir(machine.backups);
  await app.close();
  const { home, documents, userData } = machine;
  app = await launch({ home: { home, documents, userData, remove: () => Promise.resolve() } });
  window = app.window;
  const row = rows().filter({ hasText: '数控加工（没有选中的）' });
  await row.waitFor();
  expect(await rows().count()).toBe(1);
  await row.hover();
  await row.getByRole('button', { name: /从列表里去掉/ }).click();
  const question = window.getByRole('alertdialog');
  await question.getByText('副本还在备份文件夹里').waitFor();
  await question.getByRole('button', { name: '去掉' }).click();
  await row.waitFor({ state: 'detached' });
  expect(await readdir(machine.backups)).toEqual(expect.arrayContaining(before));
});
