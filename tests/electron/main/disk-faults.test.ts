import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiskCall, Fault } from '@electron/main/files/fault-disk';
import { type Happening, Machine, nameInFile, type RunningShell, type Teacher } from '../machine';

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

/** What the window believes after a run in which calls failed. */
interface Belief {
  path: string;
  saved: string;
  written: string;
  teacher: Teacher | null;
}

/** Creates, writes three times, writes the file, closes; goes on after every refusal as the window does. */
async function day(shell: RunningShell): Promise<Belief> {
  const belief: Belief = { path: '', saved: '', written: '', teacher: null };
  const reply = await shell.create().catch(() => null);
  if (reply === null) return belief;
  belief.teacher = reply;
  belief.path = reply.path;
  belief.saved = reply.name;
  if (reply.project.writtenAt !== '') belief.written = reply.name;
  const waiting: Parameters<Teacher['hand']>[0] = [];
  for (const name of ['甲', '乙', '丙']) {
    waiting.push(reply.write(name));
    const saved = await reply.hand(waiting).then(
      () => true,
      () => false,
    );
    if (!saved) continue;
    waiting.length = 0;
    belief.saved = name;
    if (name !== '乙') continue;
    if ((await reply.writeNow()).state === 'written') belief.written = belief.saved;
  }
  if ((await reply.close()).state === 'written') belief.written = belief.saved;
  return belief;
}

/** After the trouble: every word that was shown as saved is in the window, what was written is in the file. */
async function check(machine: Machine, belief: Belief): Promise<void> {
  if (belief.path === '') return;
  const order = ['汽车维修', '甲', '乙', '丙'];
  // A file or a line may be newer than was acknowledged, never older than was said.
  if (belief.written !== '') {
    const name = await nameInFile(belief.path);
    expect(order.indexOf(name), name).toBeGreaterThanOrEqual(order.indexOf(belief.written));
  }
  const shell = await machine.start({ withoutSync: true });
  const reply = await shell.openPath(belief.path);
  expect(reply.outcome, JSON.stringify(reply)).toBe('ready');
  const again = shell.teacher(reply);
  const later = belief.teacher!.entries.map(({ label }) => label);
  expect(order.indexOf(again.name), later.join()).toBeGreaterThanOrEqual(
    order.indexOf(belief.saved),
  );
  await again.save('丁');
  expect(await again.close()).toMatchObject({ state: 'written' });
  expect(await nameInFile(belief.path)).toBe('丁');
  const last = await machine.start({ withoutSync: true });
  expect((await last.open(belief.path)).name).toBe('丁');
}

describe('the n-th call to the disk fails', () => {
  it.each([
    ['EIO', 1],
    ['ENOSPC', 1],
    ['EACCES', 1],
    ['EIO', null],
    ['ENOSPC', null],
    ['EACCES', null],
  ] as const)(
    '%s (times: %s): nothing that was said is lost, whichever call it is',
    async (code, times) => {
      let nth = 1;
      for (; ; nth += 1) {
        const trial = new Machine({ inMemory: true });
        await trial.start({ seed: 7, withoutSync: true });
        const faults: Fault[] = [{ nth, times, code }];
        const shell = await trial.start({ faults, seed: nth, withoutSync: true });
        const belief = await day(shell);
        const calls = shell.happenings.filter((one) => 'call' in one).length;
        await check(trial, belief);
        trial.remove();
        if (calls < nth) break;
      }
      expect(nth).toBeGreaterThan(60);
    },
    120_000,
  );

  it('a target held for some seconds is waited for; for ever, it is said and nothing is touched', async () => {
    for (const times of [1, 3, 6, null]) {
      const trial = new Machine();
      const shell = await trial.start({
        faults: [{ call: 'rename', path: '汽车维修.gxk', nth: 2, times, code: 'EPERM' }],
      });
      const teacher = await shell.create();
      await teacher.save('甲');
      const began = shell.clock.now();
      const { state, message } = await teacher.writeNow();
      expect(shell.clock.now() - began).toBeLessThanOrEqual(10_000);
      expect(state).toBe(times === null ? 'failed' : 'written');
      expect(message === '').toBe(times !== null);
      expect(await nameInFile(teacher.path)).toBe(times === null ? '汽车维修' : '甲');
      trial.remove();
    }
  });

  it('a full disk that is freed again: saving and writing go on by themselves', async () => {
    const full: Fault[] = [
      { call: 'file.write', path: 'journal', nth: 4, times: 2, code: 'ENOSPC' },
      { call: 'file.write', path: '工学课坊/.gxk-', nth: 2, times: 2, code: 'ENOSPC' },
    ];
    const shell = await machine.start({ faults: full });
    const teacher = await shell.create();
    await teacher.save('甲').catch(() => undefined);
    const waiting = teacher.entries.slice();
    await expect
      .poll(() =>
        teacher.hand(waiting).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    shell.clock.advance(30_000);
    await expect
      .poll(async () => {
        shell.clock.advance(10_000);
        return nameInFile(teacher.path);
      })
      .toBe('甲');
  });
});

describe('a place that cannot make folders durable (sticks, network drives)', () => {
  it.each(['EINVAL', 'ENOTSUP', 'ENOSYS'])(
    '%s: everything is saved, written and exported, and what is promised less is said once',
    async (code) => {
      const faults: Fault[] = [{ call: 'syncFolder', nth: 1, times: null, code }];
      const shell = await machine.start({ faults });
      await shell.ask('app:info');
      shell.clock.advance(2_000);
      const teacher = await shell.create();
      for (const name of ['甲', '乙']) {
        await teacher.save(name);
        expect(await teacher.writeNow()).toMatchObject({ state: 'written', message: '' });
      }
      expect(await nameInFile(teacher.path)).toBe('乙');
      const { session } = teacher.project;
      const names = ['a.docx'];
      const { folder } = await shell.ask('export:plan', { session, folder: null, names });
      const bytes = new TextEncoder().encode('一');
      const files = [{ name: 'a.docx', content: bytes, ifTouched: 'skip' as const }];
      const written = await shell.ask('export:write', { session, folder, files });
      expect(written.outcome).toBe('written');
      const told = shell.events.flatMap((event) => (event.type === 'notice' ? event.message : []));
      expect(told.filter((words) => words.startsWith('存放日志的磁盘'))).toHaveLength(1);
      expect(told.filter((words) => words.startsWith('“文档/工学课坊”不能确认'))).toHaveLength(1);
    },
  );

  it('nothing is told before the page can hear it', async () => {
    const faults: Fault[] = [{ call: 'syncFolder', nth: 1, times: null, code: 'EINVAL' }];
    const shell = await machine.start({ faults });
    await shell.create();
    expect(shell.events.filter(({ type }) => type === 'notice')).toEqual([]);
    await shell.ask('app:info');
    shell.clock.advance(2_000);
    expect(shell.events.filter(({ type }) => type === 'notice')).not.toEqual([]);
  });

  it('a folder that fails for good after the file has its name: not called 没有写进去, and tried again', async () => {
    const faults: Fault[] = [];
    const shell = await machine.start({ faults });
    const teacher = await shell.create();
    await teacher.save('甲');
    faults.push({ call: 'syncFolder', path: machine.projects, nth: 1, code: 'EIO' });
    const { state, message } = await teacher.writeNow();
    expect(state).toBe('failed');
    expect(message).toContain('已经写上去，但磁盘没有确认存稳');
    expect(await nameInFile(teacher.path)).toBe('甲');
    expect(await teacher.writeNow()).toMatchObject({ state: 'written' });
  });
});

describe('the order of things', () => {
  const isCall =
    (call: DiskCall, part: string) =>
    (one: Happening): boolean =>
      'call' in one && one.call === call && one.path.includes(part);

  it('fsync of the journal precedes every 已保存', async () => {
    const shell = await machine.start();
    const teacher = await shell.create();
    for (const name of ['甲', '乙', '丙']) await teacher.save(name);
    let from = 0;
    for (const seq of [1, 2, 3]) {
      const to = shell.happenings.findIndex((one) => 'saved' in one && one.saved === seq);
      const between = shell.happenings.slice(from, to);
      const write = between.findLastIndex(isCall('file.write', '/journal/'));
      const sync = between.findLastIndex(isCall('file.sync', '/journal/'));
      expect(write).toBeGreaterThanOrEqual(0);
      expect(sync).toBeGreaterThan(write);
      from = to;
    }
  });

  it('fsync of file and folder, rename and reading back precede every 已写入', async () => {
    const shell = await machine.start();
    const teacher = await shell.create();
    await teacher.save('甲');
    await teacher.writeNow();
    const end = shell.happenings.findIndex((one) => 'written' in one && one.written === 1);
    const before = shell.happenings.slice(0, end);
    const folder = dirname(teacher.path);
    const steps = [
      before.findLastIndex(isCall('file.write', `${folder}/.gxk-`)),
      before.findLastIndex(isCall('file.sync', `${folder}/.gxk-`)),
      before.findLastIndex(isCall('rename', teacher.path)),
      before.findLastIndex(isCall('syncFolder', folder)),
      before.findLastIndex(isCall('readFile', teacher.path)),
    ];
    expect(steps).toEqual([...steps].sort((left, right) => left - right));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  });

  it('the profile deleted while running: the journal is built anew from memory', async () => {
    const shell = await machine.start();
    const teacher = await shell.create();
    await teacher.save('甲');
    await rm(machine.userData, { recursive: true });
    await teacher.save('乙');
    const again = await (await machine.start()).open(teacher.path);
    expect(again.name).toBe('乙');
  });
});
