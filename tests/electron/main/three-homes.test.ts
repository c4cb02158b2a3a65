import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

describe('a project on one machine', () => {
  it('lies in 文档/工学课坊 from its first moment', async () => {
    const shell = await here.start();
    const teacher = await shell.create();
    expect(teacher.path).toBe(join(here.projects, '汽车维修.gxk'));
    expect(await nameInFile(teacher.path)).toBe('汽车维修');
    const second = await shell.create();
    expect(second.path).toBe(join(here.projects, '汽车维修（2）.gxk'));
  });

  it('comes back as it was saved when the program was killed before it wrote the file', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    await teacher.save('乙');
    expect(await nameInFile(path)).toBe('汽车维修');
    const shell = await here.start();
    const again = await shell.open(path);
    expect(again.name).toBe('乙');
    expect(again.project.notices).toEqual([]);
    expect(again.project.standing).toEqual(teacher.standing);
    expect(again.project.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    await again.writeNow();
    expect(await nameInFile(path)).toBe('乙');
  });

  it('writes the file some seconds after a pause in typing', async () => {
    const shell = await here.start();
    const teacher = await shell.create();
    shell.events.length = 0;
    await teacher.save('甲');
    shell.clock.advance(2_000);
    expect(await nameInFile(teacher.path)).toBe('汽车维修');
    shell.clock.advance(2_000);
    await expect.poll(() => nameInFile(teacher.path)).toBe('甲');
    await expect.poll(() => shell.events).toHaveLength(2);
    expect(shell.events).toMatchObject([
      { write: { state: 'waiting', writtenSeq: 0 } },
      { write: { state: 'written', writtenSeq: 1 } },
    ]);
  });

  it('keeps the undo of 500 steps over three restarts', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    for (let step = 1; step <= 1_300; step += 1) teacher.write(`第 ${String(step)} 步`);
    for (let at = 0; at < 1_300; at += 100) await teacher.hand(teacher.entries.slice(at, at + 100));
    await teacher.close();
    for (const name of ['一', '二', '三']) {
      const shell = await here.start();
      const again = await shell.open(path);
      expect(again.project.entries.length).toBeGreaterThanOrEqual(1_300);
      expect(again.project.entries).toEqual(
        [...teacher.entries, ...again.project.entries.slice(1_300)].slice(-2_000),
      );
      await again.save(name);
    }
    expect((await (await here.start()).open(path)).name).toBe('三');
  });

  it('takes entries that are sent again, and refuses others in their place', async () => {
    const teacher = await (await here.start()).create();
    const first = teacher.write('甲');
    const { changeHash } = await teacher.hand([first]);
    expect(await teacher.hand([first])).toEqual({ seq: 1, changeHash });
    const second = teacher.write('乙');
    expect(await teacher.hand([first, second])).toMatchObject({ seq: 2 });
    await expect(
      teacher.hand([{ ...first, label: '别的', changeHash: '0'.repeat(64) }]),
    ).rejects.toThrow('chain-broken');
    const third = teacher.write('丙');
    await expect(teacher.hand([{ ...third, label: '改过' }])).rejects.toThrow('chain-broken');
    await teacher.hand([third]);
  });

  it('goes on with its journal when the file was renamed by hand', async () => {
    const teacher = await (await here.start()).create();
    await teacher.save('甲');
    const moved = join(here.projects, '改了名.gxk');
    await rename(teacher.path, moved);
    const again = await (await here.start()).open(moved);
    expect(again.name).toBe('甲');
    expect(again.standing.head.copyId).toBe(teacher.standing.head.copyId);
  });

  it('leaves the journal with its file when the file was copied by hand', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    const copy = join(here.projects, '副本.gxk');
    await copyFile(path, copy);
    const shell = await here.start();
    const other = await shell.open(copy);
    expect(other.name).toBe('汽车维修');
    await other.save('副本');
    await other.close();
    expect((await shell.open(path)).name).toBe('甲');
    expect(await nameInFile(copy)).toBe('副本');
  });
});

describe('each home deleted', () => {
  it('the file: it is written again from the journal, and one sentence says so', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    await rm(path);
    const shell = await here.start();
    const { recent } = await shell.ask('start:list');
    expect(recent).toMatchObject([{ state: 'missing' }]);
    const again = shell.teacher(
      await shell.ask('project:open', { handle: recent[0]!.handle, drafts: [] }),
    );
    expect(again.name).toBe('甲');
    expect(again.project.notices).toHaveLength(1);
    expect(await nameInFile(path)).toBe('甲');
  });

  it('the journal: what only the drafts still hold is asked of the window', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    await rm(join(here.userData, 'journal'), { recursive: true });
    const shell = await here.start();
    const reply = await shell.openPath(path, [teacher.draft()]);
    expect(reply).toMatchObject({ outcome: 'useDrafts', copyId: teacher.standing.head.copyId });
    if (reply.outcome !== 'useDrafts') return;
    const ready = shell.teacher(
      await shell.ask('project:adoptDrafts', teacher.adoption(reply.choice)),
    );
    expect(ready.name).toBe('甲');
    expect(ready.project.entries).toHaveLength(1);
    await ready.save('乙');
    expect((await (await here.start()).open(path)).name).toBe('乙');
  });

  it('journal and file: the drafts alone are enough', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    await rm(join(here.userData, 'journal'), { recursive: true });
    await rm(path);
    const shell = await here.start();
    const reply = await shell.openPath(path, [teacher.draft()]);
    if (reply.outcome !== 'useDrafts') throw new Error(JSON.stringify(reply));
    await shell.ask('project:adoptDrafts', teacher.adoption(reply.choice));
    expect(await nameInFile(path)).toBe('甲');
  });

  it('the drafts: nothing is missing and nothing is said', async () => {
    const teacher = await (await here.start()).create();
    await teacher.save('甲');
    const again = await (await here.start()).open(teacher.path, []);
    expect(again.name).toBe('甲');
    expect(again.project.notices).toEqual([]);
  });

  it('the whole profile: everything written is back on opening the file', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    await teacher.close();
    await rm(here.userData, { recursive: true });
    const shell = await here.start();
    const { documents } = await shell.ask('start:list');
    expect(documents).toMatchObject([{ fileName: '汽车维修.gxk', title: '甲', state: 'ok' }]);
    const again = await shell.open(path);
    expect(again.name).toBe('甲');
    expect(again.standing.head.copyId).not.toBe(teacher.standing.head.copyId);
    await again.save('乙');
    expect((await (await here.start()).open(path)).name).toBe('乙');
  });

  it('the file damaged: the journal gives it back and the damaged one is kept', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    await writeFile(path, 'ruined');
    const again = await (await here.start()).open(path);
    expect(again.name).toBe('甲');
    expect(again.project.notices).toHaveLength(1);
    expect(await nameInFile(path)).toBe('甲');
    const kept = (await readdir(here.backups)).filter((name) => name.includes('损坏'));
    expect(kept).toHaveLength(1);
    expect(await readFile(join(here.backups, kept[0]!), 'utf8')).toBe('ruined');
  });

  it('drafts that are ahead go on in the journal of their copy', async () => {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    teacher.write('没来得及保存');
    const shell = await here.start();
    const reply = await shell.openPath(path, [teacher.draft()]);
    if (reply.outcome !== 'useDrafts') throw new Error(JSON.stringify(reply));
    const ready = shell.teacher(
      await shell.ask('project:adoptDrafts', teacher.adoption(reply.choice)),
    );
    expect(ready.name).toBe('没来得及保存');
    expect(ready.project.notices).toHaveLength(1);
    expect(ready.standing).toEqual(teacher.standing);
    expect((await (await here.start()).open(path)).name).toBe('没来得及保存');
  });
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
