import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Machine } from '../machine';

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

const chosen = {
  theme: 'dark',
  author: '王老师',
  school: '某某技师学院',
  scale: 125,
  fonts: { 方正小标宋简体: '华文中宋', 仿宋_GB2312: 'FandolFang R' },
} as const;

describe('what the machine remembers', () => {
  it('is there after a restart', async () => {
    const shell = await machine.start({ picks: ['/一处/项目', '/一处/备份'] });
    const folders = { projectsFolder: machine.projects, backupsFolder: machine.backups };
    expect((await shell.ask('app:info')).settings).toMatchObject({ ...folders, scale: 100 });
    await shell.ask('settings:set', { ...chosen, fonts: { ...chosen.fonts } });
    await shell.ask('settings:pickFolder', 'projects');
    await shell.ask('settings:pickFolder', 'backups');
    const again = await machine.start();
    expect((await again.ask('app:info')).settings).toEqual({
      ...chosen,
      projectsFolder: '/一处/项目',
      backupsFolder: '/一处/备份',
    });
  });

  it('changes only what was given, and draws the window larger at once', async () => {
    const shell = await machine.start();
    await shell.ask('settings:set', { author: '李老师' });
    const settings = await shell.ask('settings:set', { scale: 150 });
    expect(settings).toMatchObject({ author: '李老师', scale: 150 });
    expect(shell.happenings).toContainEqual({ scaled: 150 });
    expect(shell.shell.scale()).toBe(150);
  });

  it.each([{ scale: 79 }, { scale: 201 }, { scale: 99.5 }, { fonts: { 宋体: 'a; } *{' } }])(
    'refuses %j',
    async (part) => {
      const shell = await machine.start();
      await expect(shell.ask('settings:set', part as object)).rejects.toThrow('bad-request');
    },
  );

  it('a choice that cannot be read is as if it had not been made; the others stay', async () => {
    mkdirSync(machine.userData, { recursive: true });
    const stored = { theme: 'dark', author: '王老师', scale: 7, fonts: 3, projectsFolder: '/甲' };
    writeFileSync(join(machine.userData, 'settings.json'), JSON.stringify(stored));
    const { settings } = await (await machine.start()).ask('app:info');
    expect(settings).toMatchObject({ theme: 'dark', author: '王老师', scale: 100, fonts: {} });
    expect(settings.projectsFolder).toBe('/甲');
  });
});
