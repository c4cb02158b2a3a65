import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Machine, majorNameOf, nameInFile } from '../machine';

let here: Machine;
let there: Machine;
beforeEach(() => {
  here = new Machine();
  there = new Machine();
});
afterEach(() => {
  here.remove();
  there.remove();
});

describe('a file that travels', () => {
  it('school → home → school, edited on one side: no question', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('在校');
    await teacher.close();
    const home = await there.start();
    const away = join(there.documents, '汽车维修.gxk');
    await home.create('别的');
    await copyFile(path, away);
    const atHome = await home.open(away);
    expect(atHome.name).toBe('在校');
    await atHome.save('在家');
    await atHome.close();
    await copyFile(away, path);
    const back = await (await here.start()).open(path, [teacher.draft()]);
    expect(back.name).toBe('在家');
    expect(back.project.notices).toEqual([]);
    await back.save('又在校');
    await back.close();
    await copyFile(path, away);
    const again = await (await there.start()).open(away, [atHome.draft()]);
    expect(again.name).toBe('又在校');
    // The steps of home are known where they were made.
    expect(again.project.entries.map(({ label }) => label)).toEqual([]);
  });

  it('edited on both sides: two different drafts, both kept, whichever is taken', async () => {
    for (const take of ['mine', 'theirs'] as const) {
      const mine = new Machine();
      const colleague = new Machine();
      const teacher = await (await mine.start()).create();
      const { path } = teacher;
      await teacher.close();
      const other = await colleague.start();
      await other.create('占位');
      const stick = join(colleague.documents, 'stick.gxk');
      await copyFile(path, stick);
      const theirs = await other.open(stick);
      for (let step = 0; step < 20; step += 1) await theirs.save(`同事 ${String(step)}`);
      await theirs.close();
      const again = await (await mine.start()).open(path);
      await again.save('我的');
      await copyFile(stick, path);
      const shell = await mine.start();
      const reply = await shell.openPath(path, [again.draft()]);
      expect(reply).toMatchObject({
        outcome: 'twoHeads',
        mine: { title: '我的', lastSteps: ['改名为“我的”'] },
        theirs: { title: '同事 19' },
      });
      if (reply.outcome !== 'twoHeads') return;
      const settled = shell.teacher(
        await shell.ask('project:settleHeads', { choice: reply.choice, take }),
      );
      const [kept, aside] = take === 'mine' ? ['我的', '同事 19'] : ['同事 19', '我的'];
      expect(settled.name).toBe(kept);
      await settled.save('接着写');
      await settled.close();
      expect(await nameInFile(path)).toBe('接着写');
      const backups = await shell.ask('backups:list');
      const put = backups.find(({ reason }) => reason === 'set-aside');
      expect(put?.verified).toBe(true);
      const look = await shell.ask('backups:look', { handle: put!.handle });
      expect(majorNameOf(look.records)).toBe(aside);
      const calm = await (await mine.start()).openPath(path, [again.draft(), settled.draft()]);
      expect(calm.outcome).toBe('ready');
      mine.remove();
      colleague.remove();
    }
  });

  it('a foreign newer copy elsewhere opens for itself and leaves mine alone', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('我的');
    await teacher.writeNow();
    const other = await there.start();
    await other.create('占位');
    const stick = join(there.documents, 'stick.gxk');
    await copyFile(path, stick);
    const theirs = await other.open(stick);
    await theirs.save('同事的');
    await theirs.close();
    const shell = await here.start();
    const opened = await shell.open(stick);
    expect(opened.name).toBe('同事的');
    await opened.close();
    expect((await shell.open(path)).name).toBe('我的');
  });
});

describe('a file changed by somebody else while it is open', () => {
  it('is never overwritten; mine goes beside it', async () => {
    const shell = await here.start();
    const teacher = await shell.create();
    const { path } = teacher;
    await teacher.save('甲');
    await writeFile(path, '别人的');
    expect(await teacher.writeNow()).toMatchObject({ state: 'changedOutside' });
    await teacher.save('乙');
    expect(await readFile(path, 'utf8')).toBe('别人的');
    const { session } = teacher.project;
    const moved = shell.teacher(
      await shell.ask('project:settleOutside', { session, take: 'mineBeside' }),
    );
    expect(moved.name).toBe('乙');
    expect(await nameInFile(moved.path)).toBe('乙');
    expect(moved.project.entries).toHaveLength(2);
    expect(await readFile(path, 'utf8')).toBe('别人的');
  });

  it('is taken when the teacher says so, and mine is kept', async () => {
    const shell = await here.start();
    const teacher = await shell.create();
    const { path } = teacher;
    const old = await readFile(path);
    await teacher.save('甲');
    await teacher.writeNow();
    await writeFile(path, old);
    await teacher.save('乙');
    expect(await teacher.writeNow()).toMatchObject({ state: 'changedOutside' });
    const { session } = teacher.project;
    const taken = shell.teacher(
      await shell.ask('project:settleOutside', { session, take: 'theirs' }),
    );
    expect(taken.name).toBe('汽车维修');
    const backups = await shell.ask('backups:list');
    const aside = backups.find(({ reason }) => reason === 'set-aside');
    const restored = shell.teacher(await shell.ask('backups:restore', { handle: aside!.handle }));
    expect(restored.name).toBe('乙');
    expect((await shell.openPath(path)).outcome).toBe('ready');
  });

  it('is written again when it is gone and the teacher says so', async () => {
    const shell = await here.start();
    const teacher = await shell.create();
    await teacher.save('甲');
    await rm(teacher.path);
    expect(await teacher.writeNow()).toMatchObject({ state: 'missing' });
    const { session } = teacher.project;
    await shell.ask('project:settleOutside', { session, take: 'writeAgain' });
    expect(await nameInFile(teacher.path)).toBe('甲');
  });
});

it('另存为 starts a copy of its own and leaves the first file as it was', async () => {
  const copy = join(here.documents, '另一份');
  const shell = await here.start({ picks: [copy] });
  const teacher = await shell.create();
  const { path } = teacher;
  await teacher.save('甲');
  const reply = await shell.ask('project:saveAs', { session: teacher.project.session });
  const second = shell.teacher(reply!);
  expect(second.path).toBe(`${copy}.gxk`);
  expect(second.project.entries).toHaveLength(1);
  await second.save('乙');
  await second.close();
  expect(await nameInFile(path)).toBe('甲');
  expect(await nameInFile(`${copy}.gxk`)).toBe('乙');
  expect((await shell.open(path)).name).toBe('甲');
});

describe('my drafts and a file that went another way, with no journal left', () => {
  /** Mine is only in the drafts of the window; a colleague's copy lies at its place. */
  async function onlyDrafts() {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.close();
    const other = await there.start();
    await other.create('占位');
    const stick = join(there.documents, 'stick.gxk');
    await copyFile(path, stick);
    const theirs = await other.open(stick);
    await theirs.save('同事的');
    await theirs.close();
    const again = await (await here.start()).open(path);
    await again.save('我的');
    await copyFile(stick, path);
    await rm(join(here.userData, 'journal'), { recursive: true });
    return { path, mine: again };
  }

  it.each([
    ['theirs', '同事的', '我的'],
    ['mine', '我的', '同事的'],
  ] as const)('takes %s, keeps the other once, and asks no more', async (take, open, aside) => {
    const { path, mine } = await onlyDrafts();
    const shell = await here.start();
    const asked = await shell.openPath(path, [mine.draft()]);
    if (asked.outcome !== 'twoHeads') throw new Error(JSON.stringify(asked));
    const reply = await shell.ask('project:settleHeads', { choice: asked.choice, take });
    if (reply.outcome !== 'useDrafts') throw new Error(JSON.stringify(reply));
    const ready = shell.teacher(
      await shell.ask('project:adoptDrafts', mine.adoption(reply.choice)),
    );
    expect(ready.name).toBe(open);
    await ready.close();
    for (let start = 0; start < 3; start += 1) {
      const calm = await here.start();
      const calmly = await calm.openPath(path, [mine.draft()]);
      expect(calmly.outcome).toBe('ready');
      expect(calm.teacher(calmly).name).toBe(open);
      const backups = await calm.ask('backups:list');
      const kept = backups.filter(({ reason }) => reason === 'set-aside');
      expect(kept).toHaveLength(1);
      const look = await calm.ask('backups:look', { handle: kept[0]!.handle });
      expect(majorNameOf(look.records)).toBe(aside);
    }
  });
});
