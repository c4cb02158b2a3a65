import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackupInfo } from '@shared/ipc/contract';
import { localDay, readBackupName, backupStem } from '@electron/main/backups/backup-names';
import { Machine, majorNameOf, type RunningShell, StillClock, type Teacher } from '../machine';

const minute = 60_000;
const day = 24 * 60 * minute;
let machine: Machine;
let clock: StillClock;
let shell: RunningShell;
beforeEach(async () => {
  machine = new Machine();
  clock = new StillClock();
  shell = await machine.start({ clock });
});
afterEach(() => {
  machine.remove();
});

async function work(teacher: Teacher, names: readonly string[], pause: number): Promise<void> {
  for (const name of names) {
    clock.advance(pause);
    await teacher.save(name);
    await teacher.writeNow();
  }
}

function of(backups: readonly BackupInfo[], reason: BackupInfo['reason']): BackupInfo[] {
  return backups.filter((backup) => backup.reason === reason);
}

it('keeps one at once, one a day, and one every ten minutes of work at most', async () => {
  const teacher = await shell.create();
  expect(await shell.ask('backups:list')).toMatchObject([
    { reason: 'daily', title: '汽车维修', verified: true, counts: { major: 1, majorLevel: 1 } },
  ]);
  await work(teacher, ['一', '二', '三'], minute);
  expect(await shell.ask('backups:list')).toHaveLength(1);
  await work(teacher, ['四'], 10 * minute);
  await work(teacher, ['五'], day);
  const backups = await shell.ask('backups:list');
  expect(backups.map(({ reason, title }) => [reason, title])).toEqual([
    ['daily', '五'],
    ['auto', '四'],
    ['daily', '汽车维修'],
  ]);
});

it('keeps the last 20 and 30 days, and every one of them can be restored', async () => {
  const teacher = await shell.create();
  const names = Array.from({ length: 25 }, (_, index) => `自动 ${String(index)}`);
  await work(teacher, names, 11 * minute);
  const days = Array.from({ length: 33 }, (_, index) => `每日 ${String(index)}`);
  await work(teacher, days, day);
  const backups = await shell.ask('backups:list');
  expect(of(backups, 'auto').length).toBeLessThanOrEqual(20);
  expect(of(backups, 'daily')).toHaveLength(30);
  expect(of(backups, 'daily')[0]?.title).toBe('每日 32');
  for (const { handle, title } of backups) {
    const look = await shell.ask('backups:look', { handle });
    expect(majorNameOf(look.records)).toBe(title);
    const restored = shell.teacher(await shell.ask('backups:restore', { handle }));
    expect(restored.name).toBe(title);
    expect(restored.path).toContain('备份恢复');
    expect(restored.standing.projectId).toBe(teacher.standing.projectId);
  }
  expect(await readdir(machine.projects)).toHaveLength(backups.length + 2);
});

it('a state that does not descend from the good backups pushes none of them out', async () => {
  const teacher = await shell.create();
  const names = Array.from({ length: 22 }, (_, index) => `好 ${String(index)}`);
  await work(teacher, names, 11 * minute);
  const good = (await shell.ask('backups:list')).filter(({ title }) => title.startsWith('好'));
  const { backups } = shell.services;
  const bytes = shell.shell.projects.current?.bytes();
  if (bytes?.ok !== true) throw new Error('no bytes');
  const { projectId } = teacher.standing;
  for (let step = 0; step < 40; step += 1) {
    clock.advance(11 * minute);
    const hash = step.toString(16).padStart(64, '0');
    const head = { copyId: 'cp0000000000000000', seq: step + 1, changeHash: hash };
    const standing = { projectId, head, lineage: {} };
    await backups.keepRegular({ bytes: bytes.value, standing, title: '空' });
  }
  const left = await shell.ask('backups:list');
  for (const { fileName } of good) {
    expect(left.map((backup) => backup.fileName)).toContain(fileName);
  }
});

it('a backup that fails is noted and never stops the work', async () => {
  const other = new Machine();
  const running = await other.start({
    faults: [{ path: '备份', nth: 1, times: null, code: 'ENOSPC' }],
  });
  const teacher = await running.create();
  await teacher.save('甲');
  expect(await teacher.writeNow()).toMatchObject({ state: 'written' });
  expect(running.logged.some((line) => line.startsWith('backup failed'))).toBe(true);
  other.remove();
});

it('one that was changed or put there by hand is shown as not verified; strange files are passed over', async () => {
  await shell.create();
  const [first] = await shell.ask('backups:list');
  const bytes = await readFile(join(machine.backups, first!.fileName));
  await writeFile(join(machine.backups, '手放的.gxk'), bytes);
  await writeFile(join(machine.backups, '坏.gxk'), 'ruined');
  const backups = await shell.ask('backups:list');
  expect(backups.map(({ fileName, verified }) => [fileName, verified])).toEqual(
    expect.arrayContaining([
      ['手放的.gxk', false],
      [first!.fileName, true],
    ]),
  );
  expect(backups).toHaveLength(2);
});

it('names tell time and reason without the list', () => {
  const at = new Date(2026, 10, 21, 16, 5, 0);
  for (const reason of ['auto', 'daily', 'before-upgrade', 'set-aside'] as const) {
    const name = `${backupStem('汽车维修 中级', at, reason)}.gxk`;
    expect(readBackupName(name)).toEqual({ at, reason });
  }
  expect(readBackupName('汽车维修.gxk')).toBeUndefined();
  expect(localDay(at)).toBe('2026-11-21');
});

describe('backups go on', () => {
  const told = () =>
    shell.events.flatMap((event) => (event.type === 'backups' ? [event.message] : []));
  const titles = async () =>
    (await shell.ask('backups:list'))
      .filter(({ reason }) => reason !== 'set-aside')
      .map(({ title }) => title);

  it('after one was made while the clock stood a year ahead: as ever, and that one is not in the way', async () => {
    const teacher = await shell.create();
    await work(teacher, ['一年以后'], 365 * day);
    clock.advance(-365 * day);
    for (let number = 1; number <= 40; number += 1)
      await work(teacher, [`第${String(number)}天`], day);
    const left = await titles();
    expect(left).toContain('第40天');
    expect(left).toContain('第39天');
    expect(of(await shell.ask('backups:list'), 'daily')).toHaveLength(30);
    // The oldest by ancestry went first, whatever time it bears.
    expect(left).not.toContain('一年以后');
  });

  it('after the clock was set back to 1970', async () => {
    const teacher = await shell.create();
    await work(teacher, ['今天'], day);
    clock.advance(-56 * 365 * day);
    await work(teacher, ['旧钟 一', '旧钟 二'], 11 * minute);
    expect(await titles()).toEqual(expect.arrayContaining(['今天', '旧钟 一', '旧钟 二']));
  });

  it.each(['readFile', 'stat'] as const)(
    'with a file among them that the disk refuses (%s): it hides no other and stops nothing',
    async (call) => {
      const teacher = await shell.create();
      await teacher.close();
      await writeFile(join(machine.backups, '读不出来.gxk'), 'x');
      shell = await machine.start({
        clock,
        faults: [{ call, path: '读不出来', nth: 1, times: null, code: 'EIO' }],
      });
      const again = await shell.open(join(machine.projects, '汽车维修.gxk'));
      await work(again, ['一', '二', '三'], day);
      expect(await titles()).toEqual(expect.arrayContaining(['一', '二', '三']));
      expect(told().filter((message) => message !== '')).toEqual([]);
    },
  );

  it('with a list of them that is damaged: it is kept, and the new ones are noted in another', async () => {
    const teacher = await shell.create();
    await writeFile(join(machine.backups, '备份清单.json'), '[{');
    await work(teacher, ['一'], day);
    const names = await readdir(machine.backups);
    const kept = names.find((name) => name.startsWith('备份清单（损坏）'));
    expect(await readFile(join(machine.backups, kept!), 'utf8')).toBe('[{');
    expect(await shell.ask('backups:list')).toMatchObject([
      { title: '一', verified: true },
      { title: '汽车维修', verified: false },
    ]);
  });

  it('with a list that the disk refuses: nobody writes over it', async () => {
    const teacher = await shell.create();
    await teacher.close();
    const path = join(machine.backups, '备份清单.json');
    const before = await readFile(path, 'utf8');
    shell = await machine.start({
      clock,
      faults: [{ call: 'readFile', path: '备份清单', nth: 1, times: null, code: 'EIO' }],
    });
    const again = await shell.open(join(machine.projects, '汽车维修.gxk'));
    await work(again, ['一'], day);
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(await shell.ask('backups:list')).toHaveLength(1);
  });
});

describe('backups that cannot be made or read are said', () => {
  async function without(faults: Parameters<Machine['start']>[0]) {
    await (await shell.create()).close();
    shell = await machine.start({ clock, ...faults });
    return shell.open(join(machine.projects, '汽车维修.gxk'));
  }
  const told = () =>
    shell.events.flatMap((event) => (event.type === 'backups' ? [event.message] : []));

  it('after a day without one, in words and once, over restarts; and no more when one is made', async () => {
    const full = [
      { call: 'open' as const, path: '备份/.gxk-', nth: 1, times: null, code: 'ENOSPC' },
    ];
    const teacher = await without({ faults: full });
    await work(teacher, ['一'], day);
    await work(teacher, ['二'], 12 * 60 * minute);
    expect(told()).toEqual([]);
    await teacher.close();
    shell = await machine.start({ clock, faults: full });
    const again = await shell.open(join(machine.projects, '汽车维修.gxk'));
    await work(again, ['三', '四'], 13 * 60 * minute);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/一天以上没有做成备份.*磁盘已满/);
    await again.close();
    shell = await machine.start({ clock });
    const calm = await shell.open(join(machine.projects, '汽车维修.gxk'));
    await work(calm, ['五'], day);
    expect(told()).toEqual([]);
    expect((await shell.ask('backups:list'))[0]?.title).toBe('五');
  });

  it('once a week one is read whole: one that the disk gives no more is named', async () => {
    const teacher = await shell.create();
    await work(teacher, ['一', '二'], day);
    await teacher.close();
    for (const name of await readdir(machine.backups)) {
      if (!name.endsWith('.gxk')) continue;
      const bytes = await readFile(join(machine.backups, name));
      bytes[bytes.length >> 1]! ^= 1;
      const { atime, mtime } = await stat(join(machine.backups, name));
      await writeFile(join(machine.backups, name), bytes);
      await utimes(join(machine.backups, name), atime, mtime);
    }
    expect(told()).toEqual([]);
    const again = await shell.open(join(machine.projects, '汽车维修.gxk'));
    await work(again, ['三'], 8 * day);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/备份“.*\.gxk”读不出来了/);
    await work(again, ['四'], day);
    expect(told()).toHaveLength(1);
  });
});
