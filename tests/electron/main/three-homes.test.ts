import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Machine, nameInFile } from '../machine';

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
