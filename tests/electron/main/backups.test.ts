import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
  const { readFile } = await import('node:fs/promises');
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
