import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '@electron/main/files/fault-disk';
import { makeHome, type RunningApp, type TestHome } from '../e2e/harness/launch';
import { FaultChain } from './chain';
import { makeProject } from './make-project';
import { expectNothingLost, fieldAt, saveOne, shownStatus, untilWritten } from './three-homes';
import { fieldLabels, valueText, Witness } from './typist';

const [first, second, third] = fieldLabels;
const isRoot = process.getuid?.() === 0;

interface Call {
  readonly call?: string;
  readonly path?: string;
  readonly event?: 'saved' | 'written';
  readonly fileName?: string;
}

/** The segments of the journal, where a change is appended. */
function isJournal(path = ''): boolean {
  return /log-\d+\.jsonl$/.test(path);
}

/** Makes calls of the running program fail from now on. */
async function dealFault({ electron }: RunningApp, fault: Fault): Promise<void> {
  await electron.evaluate((_, dealt) => {
    (globalThis as unknown as { diskFaults: Fault[] }).diskFaults.push(dealt);
  }, fault);
}

describe('the disk beneath the shell', () => {
  let folder: string;
  let log: string;
  let home: TestHome;
  let file: string;
  let chain: FaultChain;
  const witness = new Witness();
  /** Where a small disk can be mounted, the home lies on one: it will be filled. */
  const disk = () => join(folder, 'disk');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongxue-disk-'));
    log = join(folder, 'disk-calls.jsonl');
    await mkdir(disk());
    if (isRoot) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk()]);
    home = await makeHome(disk());
    file = await makeProject(join(home.documents, '工学课坊'), '汽车维修');
    chain = new FaultChain({ home, file, witness }, { faults: { log } });
  });
  afterAll(async () => {
    await home.remove();
    if (isRoot) execFileSync('umount', ['-l', disk()]);
    await rm(folder, { recursive: true, force: true });
  });

  const calls = async (): Promise<readonly Call[]> =>
    (await readFile(log, 'utf8'))
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Call);

  it('has synced the journal before each 已保存, and file and folder before each 已写入', async () => {
    await chain.use(async ({ window }) => {
      for (const label of [...fieldLabels, ...fieldLabels]) await saveOne(window, witness, label);
    });
    const all = await calls();
    const events = { saved: 0, written: 0 };
    let wrote = 0;
    for (const [index, { event, fileName }] of all.entries()) {
      if (event === 'saved') {
        events.saved += 1;
        const since = all.slice(0, index);
        const lastWrite = since.findLastIndex(
          ({ call, path }) => call === 'file.write' && isJournal(path),
        );
        const lastSync = since.findLastIndex(
          ({ call, path }) => call === 'file.sync' && isJournal(path),
        );
        expect(lastWrite, 'an acknowledged change was appended').toBeGreaterThanOrEqual(0);
        expect(lastSync, 'and synced before 已保存').toBeGreaterThan(lastWrite);
      }
      if (event === 'written') {
        events.written += 1;
        const since = all.slice(wrote, index);
        const renamed = since.findLastIndex(
          ({ call, path }) => call === 'rename' && path?.endsWith(fileName ?? ''),
        );
        if (renamed < 0) continue;
        const synced = since.slice(0, renamed).findLastIndex(({ call }) => call === 'file.sync');
        const folder = since.slice(renamed).findIndex(({ call }) => call === 'syncFolder');
        const readBack = since
          .slice(renamed)
          .findIndex(({ call, path }) => call === 'readFile' && path?.endsWith(fileName ?? ''));
        expect(synced, 'the new file was synced before it took the name').toBeGreaterThanOrEqual(0);
        expect(folder, 'the folder was synced before 已写入').toBeGreaterThanOrEqual(0);
        expect(readBack, 'the file was read back before 已写入').toBeGreaterThanOrEqual(0);
        wrote = index;
      }
    }
    expect(events.saved).toBeGreaterThanOrEqual(6);
    expect(events.written).toBeGreaterThanOrEqual(6);
  });

  it.each(['EIO', 'ENOSPC'])(
    'when syncing the journal fails with %s, nothing is called saved and the words stay',
    (code) =>
      chain.fault(async (app) => {
        await dealFault(app, { call: 'file.sync', path: '.jsonl', nth: 1, times: null, code });
        const text = valueText(witness.next(second));
        await fieldAt(app.window, second).fill(text);
        await fieldAt(app.window, second).blur();
        await expect.poll(async () => (await shownStatus(app.window)).text).toContain('没有保存');
        expect(await fieldAt(app.window, second).inputValue()).toBe(text);
        const { savedSeq, headSeq } = await shownStatus(app.window);
        expect(savedSeq).toBeLessThan(headSeq);
        await app.kill();
      }),
  );

  it('when the project file cannot take its name, the old file stays whole and 已保存 is all that is said', () =>
    chain.fault(async (app) => {
      const before = await readFile(file);
      const path = '汽车维修.gxk';
      await dealFault(app, { call: 'rename', path, nth: 1, times: null, code: 'EIO' });
      await fieldAt(app.window, third).fill(valueText(witness.next(third)));
      await fieldAt(app.window, third).blur();
      await expect
        .poll(async () => (await shownStatus(app.window)).text, { timeout: 30_000 })
        .toContain('没有写入文件');
      expect(Buffer.compare(await readFile(file), before)).toBe(0);
      witness.note(witness.saved, { label: third, n: witness.typed.get(third) ?? 0 });
      await app.kill();
    }));

  it.runIf(isRoot)(
    'is said to be full, the words stay on screen, and are saved by themselves once there is room',
    async () => {
      await chain.use(async ({ window }) => {
        await saveOne(window, witness, first);
        const ballast = join(disk(), 'ballast');
        fill(ballast);
        const text = longerThanABlock(valueText(witness.next(second)));
        await fieldAt(window, second).fill(text);
        await fieldAt(window, second).blur();
        await expect
          .poll(async () => {
            fill(ballast);
            return (await shownStatus(window)).text;
          })
          .toMatch(/没有保存|没有写入/);
        expect(await fieldAt(window, second).inputValue()).toBe(text);
        const problem = async () => {
          fill(ballast);
          return (await draftsProblem(window).allTextContents()).join('');
        };
        // The first write that fails costs the connection; every one after it fails in another way.
        await expect
          .poll(problem, { message: 'the drafts have no room, and were tried again' })
          .toMatch(/草稿库有问题(?!.*BulkError)/u);
        await rm(ballast);
        await untilWritten(window, 60_000);
        await expect
          .poll(() => draftsProblem(window).count(), {
            message: 'the drafts go on by themselves',
            timeout: 60_000,
          })
          .toBe(0);
        expect(await inDrafts(window, text), 'and hold what was typed meanwhile').toBe(true);
        witness.note(witness.saved, { label: second, n: witness.typed.get(second) ?? 0 });
        await expectNothingLost(window, witness);
      });
      await chain.reopen();
    },
  );
  if (!isRoot) console.error('a full disk was not tried: mounting a small one needs root');

  it('and the second and third restart after the last of them', () => chain.end());
});

/** What the window says while its own database cannot be written. */
function draftsProblem(window: Page): Locator {
  return window.locator('[role="alert"]', { hasText: '草稿库有问题' });
}

/** Whether the database of the window itself holds a text, read without the app's own code. */
function inDrafts(window: Page, text: string): Promise<boolean> {
  return window.evaluate(async (wanted) => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.addEventListener('success', () => {
          resolve(request.result);
        });
        request.addEventListener('error', () => {
          reject(request.error ?? new Error('no answer'));
        });
      });
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      if (database.objectStoreNames.contains('records')) {
        const records = database.transaction('records').objectStore('records');
        found.push(JSON.stringify(await done(records.getAll())));
      }
      database.close();
    }
    return found.some((records) => records.includes(wanted));
  }, text);
}

/** A text whose line in the journal needs a block of its own: the last one of the file may have room left. */
function longerThanABlock(text: string): string {
  return `${text}；${'逐项核对并记录。'.repeat(1_000)}`;
}

/** Fills the disk to the last byte; again, when somebody has freed a little meanwhile. */
function fill(path: string): void {
  for (const size of ['64k', '1']) {
    const more = [`of=${path}`, `bs=${size}`, 'oflag=append', 'conv=notrunc'];
    const { stderr } = spawnSync('dd', ['if=/dev/zero', ...more], { encoding: 'utf8' });
    expect(stderr).toMatch(/No space left/);
  }
}
