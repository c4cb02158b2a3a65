import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originHash } from '@shared/core/changes/lineage';
import { newId } from '@shared/core/kernel/id';
import { keysBetween } from '@shared/core/kernel/order-key';
import { seededRandom } from '@shared/core/kernel/random';
import { newRecord } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { makeProject } from '../../faults/make-project';
import { bombs } from '../../shared/formats/project-file/bombs';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** Large files are read by a process of its own: a legal one opens, a hostile one is refused beside the work. */

let home: TestHome;
let app: RunningApp;

/** More than 16 MB of text in 4,000 典型工作任务. */
function largeFile(): Uint8Array {
  const random = seededRandom(7);
  const records = [...starterRecords('汽车维修', random)];
  const levelId = records.find(({ kind }) => kind === 'majorLevel')?.id ?? '';
  const orders = keysBetween({ before: null, after: null }, 4_000, random);
  for (const [index, order] of orders.entries()) {
    const place = { id: newId('wt', random), parentId: levelId, order };
    const description = `按照委托书完成第${String(index)}项检修并记录数据。`.repeat(80);
    records.push(
      newRecord('typicalWorkTask', place, { name: `任务${String(index + 1)}`, description }),
    );
  }
  const projectId = newId('pj', random);
  const head = { copyId: newId('cp', random), seq: 0, changeHash: originHash(projectId) };
  const written = writeProjectFile({ standing: { projectId, head, lineage: {} }, records });
  if (!written.ok) throw new Error(written.failure.message);
  return written.value;
}

/** How often shell and page both answered while the work went on. */
async function answersDuring(work: () => Promise<void>): Promise<number> {
  const during = new AbortController();
  const ask = async (answers: number): Promise<number> => {
    await Promise.all([
      app.electron.evaluate(({ app: shell }) => shell.isReady()),
      app.window.evaluate(() => document.title),
    ]);
    return during.signal.aborted ? answers : ask(answers + 1);
  };
  const asking = ask(0);
  await work();
  during.abort();
  return asking;
}

/** Gives a file over as a second start does. */
async function openFile(path: string): Promise<void> {
  await app.electron.evaluate(({ app: shell }, file) => {
    shell.emit('second-instance', {}, ['program', file], '/', undefined);
  }, path);
}

beforeAll(async () => {
  home = await makeHome();
  app = await launch({
    home,
    files: [await makeProject(join(home.documents, '工学课坊'), '甲', 1)],
  });
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

describe('a large project file', () => {
  it('that is a bomb is refused in a sentence while the window answers, and the work before it is at hand', async () => {
    const make = bombs.get('millions of empty objects as records');
    const path = join(home.documents, '坏文件.gxk');
    await writeFile(path, make?.() ?? new Uint8Array());
    const answers = await answersDuring(async () => {
      await openFile(path);
      await app.window
        .getByText(/没有打开/)
        .first()
        .waitFor();
    });
    expect(answers).toBeGreaterThan(3);
    await app.window
      .getByText(/“坏文件\.gxk”/)
      .first()
      .waitFor();
    await app.window.getByRole('tree').waitFor();
  });

  it('that is legal opens through the process that reads, which is gone afterwards', async () => {
    const path = join(home.documents, '大专业.gxk');
    await writeFile(path, largeFile());
    await openFile(path);
    await app.window.getByRole('treeitem', { name: /任务1(?!\d)/ }).waitFor();
    await expect
      .poll(() =>
        app.electron.evaluate(
          ({ app: shell }) =>
            shell.getAppMetrics().filter(({ serviceName }) => serviceName === 'gongxue-reader')
              .length,
        ),
      )
      .toBe(0);
  });
});
