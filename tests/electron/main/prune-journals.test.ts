import { copyFileSync, existsSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Machine, StillClock, type Teacher } from '../machine';

let school: Machine;
let house: Machine;
beforeEach(() => {
  school = new Machine();
  house = new Machine();
});
afterEach(() => {
  school.remove();
  house.remove();
});

const journalOf = (machine: Machine, copyId: string) => join(machine.userData, 'journal', copyId);
const snapshotsIn = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('snapshot'));

/** Makes everything in a journal older than a month. */
function age(folder: string, clock: StillClock, days: number): void {
  const then = clock.now() / 1000 - days * 24 * 60 * 60;
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), then, then);
}

/** Written at school, carried home, edited there and brought back: the journal of school is left behind. */
async function carried(days = 40) {
  const clock = new StillClock();
  const first = await (await school.start({ clock })).create();
  const { path } = first;
  for (const name of ['一', '二', '三']) await first.save(name);
  await first.close();
  const stick = join(house.home, 'stick.gxk');
  copyFileSync(path, stick);
  const home = await house.start({ clock, seed: 77 });
  const atHome = await home.open(stick);
  await atHome.save('在家');
  await atHome.close();
  copyFileSync(stick, path);
  const left = journalOf(school, first.standing.head.copyId);
  age(left, clock, days);
  const shell = await school.start({ clock });
  const again = await shell.open(path);
  await again.save('又在校');
  return { shell, again, path, left, clock };
}

describe('a journal that was left behind', () => {
  it('gives up its snapshots after a month, and keeps its entries for the history', async () => {
    const { again, path, left, clock } = await carried();
    await again.close();
    expect(snapshotsIn(left)).toEqual([]);
    expect(readdirSync(left)).toContain('log-000000000.jsonl');
    const shell = await school.start({ clock });
    const next = await shell.open(path);
    expect(next.name).toBe('又在校');
    expect(next.project.notices).toEqual([]);
    rmSync(path);
    expect((await (await school.start({ clock })).open(path)).name).toBe('又在校');
  });

  it('keeps everything when it rested less than a month', async () => {
    const { again, left } = await carried(20);
    await again.close();
    expect(snapshotsIn(left)).toHaveLength(1);
  });

  it('keeps everything while the journal that took over cannot be read to its end', async () => {
    const { again, left, clock, path } = await carried();
    const name = again.standing.head.copyId;
    const shell = await school.start({
      clock,
      faults: [{ call: 'readFile', path: `${name}/log`, nth: 2, times: null, code: 'EIO' }],
    });
    const other = await shell.open(path);
    await other.close();
    expect(snapshotsIn(left)).toHaveLength(1);
  });

  it('keeps everything when the file was not written', async () => {
    const { again, left, path } = await carried();
    rmSync(path);
    expect(await again.close()).toMatchObject({ state: 'missing' });
    expect(snapshotsIn(left)).toHaveLength(1);
  });

  it('is not left behind while its own file lies there: 另存为 leaves two that live on', async () => {
    const clock = new StillClock();
    const second = join(school.documents, '另一份.gxk');
    const shell = await school.start({ clock, picks: [second] });
    const first = await shell.create();
    const { path } = first;
    await first.save('一');
    const reply = await shell.ask('project:saveAs', { session: first.project.session });
    const copy: Teacher = shell.teacher(reply!);
    await copy.save('二');
    const left = journalOf(school, first.standing.head.copyId);
    age(left, clock, 100);
    await copy.close();
    expect(snapshotsIn(left)).toHaveLength(1);
    expect((await shell.open(path)).name).toBe('一');
  });

  it('its old file, brought from elsewhere, opens as a new copy and loses nothing', async () => {
    const { again, path, left, clock } = await carried();
    const old = join(school.home, '旧.gxk');
    const backups = join(school.projects, '备份');
    await again.close();
    const name = readdirSync(backups).find((one) => one.endsWith('.gxk'))!;
    copyFileSync(join(backups, name), old);
    const shell = await school.start({ clock });
    const older = await shell.open(old);
    await older.save('旧的接着写');
    const killed = await school.start({ clock });
    expect((await killed.open(old)).name).toBe('旧的接着写');
    expect((await killed.open(path)).name).toBe('又在校');
    expect(existsSync(left)).toBe(true);
  });
});
