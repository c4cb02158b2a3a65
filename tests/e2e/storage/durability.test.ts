import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample } from '../../../scripts/steps.mjs';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

interface Noting {
  readonly askedDurability: IDBTransactionDurability[];
}

/**
 * Since Chromium 121 a transaction is called complete before it is on the disk, unless it asks for more. What the
 * drafts ask for is read off the transactions they write in, in the worker of the real window.
 */
describe('drafts in IndexedDB', () => {
  let home: TestHome;
  let app: RunningApp;
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    await openSample(app.window);
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  async function draftsWorker(): Promise<Worker> {
    const find = () =>
      app.window.workers().find((worker) => worker.url().includes('drafts-worker'));
    await expect.poll(find).toBeDefined();
    const found = find();
    if (found === undefined) throw new Error('the worker of the drafts has gone');
    return found;
  }

  it('ask that what is typed be on the disk before it counts as kept', async () => {
    const worker = await draftsWorker();
    await worker.evaluate(noteWrites);
    const field = app.window.getByRole('textbox', { name: '课程目标 1', exact: true });
    await field.fill('能按规程完成检查并如实记录');
    await field.blur();
    const asked = () => worker.evaluate(() => (globalThis as unknown as Noting).askedDurability);
    await expect.poll(asked).not.toEqual([]);
    expect(new Set(await asked())).toEqual(new Set(['strict']));
  });
});

/** Runs in the worker: each write from now on leaves a note of what its transaction asks for. */
function noteWrites(): void {
  const noted: IDBTransactionDurability[] = [];
  Object.assign(globalThis, { askedDurability: noted });
  const prototype = IDBObjectStore.prototype as unknown as Record<
    string,
    (this: IDBObjectStore, ...args: unknown[]) => unknown
  >;
  for (const name of ['put', 'add', 'delete']) {
    const write = prototype[name];
    if (write === undefined) throw new Error(`no ${name}`);
    prototype[name] = function (...args) {
      noted.push(this.transaction.durability);
      return write.apply(this, args);
    };
  }
}
