import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originHash } from '@shared/core/changes/lineage';
import { newId } from '@shared/core/kernel/id';
import { keysBetween } from '@shared/core/kernel/order-key';
import { seededRandom } from '@shared/core/kernel/random';
import { newRecord } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

const many = 10_000;
let home: TestHome;
let app: RunningApp;
let window: Page;

/** A major with 10,000 典型工作任务, more than any school has. */
function bigFile(): Uint8Array {
  const random = seededRandom(5);
  const records = [...starterRecords('汽车维修', random)];
  const levelId = records.find(({ kind }) => kind === 'majorLevel')?.id ?? '';
  for (const [index, order] of keysBetween({ before: null, after: null }, many, random).entries()) {
    const place = { id: newId('wt', random), parentId: levelId, order };
    records.push(newRecord('typicalWorkTask', place, { name: `任务${String(index + 1)}` }));
  }
  const projectId = newId('pj', random);
  const head = { copyId: newId('cp', random), seq: 0, changeHash: originHash(projectId) };
  const written = writeProjectFile({ standing: { projectId, head, lineage: {} }, records });
  if (!written.ok) throw new Error(written.failure.message);
  return written.value;
}

beforeAll(async () => {
  home = await makeHome();
  const file = join(home.documents, '大专业.gxk');
  await writeFile(file, bigFile());
  app = await launch({ home, files: [file] });
  window = app.window;
  await window.getByRole('treeitem', { name: /任务1(?!\d)/ }).waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const drawn = () => window.getByRole('treeitem').count();
const task = (number: number) =>
  window.getByRole('treeitem', { name: new RegExp(`任务${String(number)}(?!\\d)`) });

describe('an outline of 10,000 rows', () => {
  it('draws only what is in sight, wherever one scrolls', async () => {
    expect(await drawn()).toBeLessThan(200);
    await window.getByRole('tree', { name: '大纲' }).evaluate((tree) => {
      const scrolled = [tree, ...tree.querySelectorAll('*'), tree.parentElement].find(
        (element) => element !== null && element.scrollHeight > element.clientHeight + 1_000,
      );
      if (scrolled) scrolled.scrollTop = scrolled.scrollHeight / 2;
    });
    await task(5_000).waitFor();
    expect(await drawn()).toBeLessThan(200);
  });

  it('goes to its last row with End and back with Home', async () => {
    await window.getByRole('treeitem').first().focus();
    await window.keyboard.press('End');
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.textContent))
      .toContain('学校用语');
    expect(await drawn()).toBeLessThan(200);
    await window.keyboard.press('Home');
    await expect
      .poll(() => window.evaluate(() => document.activeElement?.textContent))
      .toContain('汽车维修');
  });

  it('finds a row by its name in all of them', async () => {
    await window.getByRole('searchbox', { name: '筛选大纲' }).fill('任务9999');
    await task(9_999).waitFor();
    await expect.poll(drawn).toBeLessThan(10);
  });
});
