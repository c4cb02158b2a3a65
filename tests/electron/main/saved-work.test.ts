import { cpSync, readFileSync } from 'node:fs';
import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '@shared/core/kernel/hash';
import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import type { AsidePlace } from '@shared/ipc/contract';
import { Machine, nameInFile, type RunningShell, type Teacher } from '../machine';

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

async function asideOf(shell: RunningShell): Promise<AsidePlace[]> {
  return (await shell.ask('start:list')).aside;
}

async function openAside(shell: RunningShell, place: AsidePlace): Promise<Teacher> {
  return shell.teacher(await shell.ask('aside:open', { handle: place.handle }));
}

/** The names of the major in everything that was put aside, opened one after another. */
async function namesAside(machine: Machine): Promise<string[]> {
  const names: string[] = [];
  const count = (await asideOf(await machine.start())).length;
  for (let at = 0; at < count; at += 1) {
    const shell = await machine.start();
    const places = await asideOf(shell);
    const teacher = await openAside(shell, places[at]!);
    names.push(teacher.name);
    await teacher.close();
  }
  return names;
}

describe('a profile copied to a second computer', () => {
  /** Three changes here, six there, on the same project; the file of there over the one of here. */
  async function bothWrote(copyProfile: () => Promise<void> | void) {
    const first = await (await here.start()).create();
    const { path } = first;
    await first.save('共同的');
    await first.close();
    await copyProfile();
    const away = join(there.documents, '汽车维修.gxk');
    const other = await there.start();
    await other.create('占位');
    await copyFile(path, away);
    const mine = await (await here.start()).open(path);
    for (const name of ['甲', '乙', '丙']) await mine.save(name);
    await mine.close();
    // The second computer has no such folder: its journal goes with the file.
    await rename(path, `${path}.here`);
    const theirs = await other.open(away);
    for (let step = 1; step <= 6; step += 1) await theirs.save(`那边 ${String(step)}`);
    await theirs.close();
    await copyFile(away, path);
    return { path, mine, theirs };
  }
  const copyProfile = () => {
    cpSync(here.userData, there.userData, { recursive: true, preserveTimestamps: true });
  };
  /** What the file system says of the copy is what it said of the first: nobody can see it. */
  const unseenCopy = () => {
    copyProfile();
    const note = JSON.parse(readFileSync(join(here.userData, 'profile.json'), 'utf8')) as object;
    there.pretends = new Map([['profile.mark', seenIn(note)]]);
  };
  const seenIn = (note: object) => (note as { seen: string }).seen.split(' ')[0]!;

  it.each([
    ['that is noticed', copyProfile],
    ['that nobody can notice', unseenCopy],
  ])('%s: what each wrote is there, and the teacher is asked', async (_name, copy) => {
    const { path, mine } = await bothWrote(copy);
    const shell = await here.start();
    const reply = await shell.openPath(path, [mine.draft()]);
    expect(reply).toMatchObject({
      outcome: 'twoHeads',
      mine: {
        title: '丙',
        lastSteps: ['改名为“丙”', '改名为“乙”', '改名为“甲”', '改名为“共同的”'],
      },
      theirs: { title: '那边 6' },
    });
    if (reply.outcome !== 'twoHeads') return;
    const ready = shell.teacher(
      await shell.ask('project:settleHeads', { choice: reply.choice, take: 'theirs' }),
    );
    expect(ready.name).toBe('那边 6');
    await ready.save('合在一起');
    await ready.close();
    expect(await asideOf(await here.start())).toMatchObject([
      { source: 'copy', reason: 'set-aside', title: '丙' },
    ]);
    expect(await namesAside(here)).toEqual(['丙']);
  });

  it('each goes on under a name of its own, however often the file is carried to and fro', async () => {
    const { path, theirs, mine } = await bothWrote(copyProfile);
    expect(theirs.standing.head.copyId).not.toBe(mine.standing.head.copyId);
    const shell = await here.start();
    const reply = await shell.openPath(path);
    if (reply.outcome !== 'twoHeads') throw new Error(JSON.stringify(reply));
    const again = shell.teacher(
      await shell.ask('project:settleHeads', { choice: reply.choice, take: 'mine' }),
    );
    await again.save('丁');
    await again.close();
    const away = join(there.documents, '汽车维修.gxk');
    const before = await (await there.start()).openPath(away);
    expect(before.outcome).toBe('ready');
    await copyFile(path, away);
    expect((await (await there.start()).openPath(away)).outcome).toBe('twoHeads');
  });

  it('mine is taken though the other uses my name: from then on I have another', async () => {
    const { path, mine } = await bothWrote(unseenCopy);
    const shell = await here.start();
    const reply = await shell.openPath(path);
    if (reply.outcome !== 'twoHeads') throw new Error(JSON.stringify(reply));
    const again = shell.teacher(
      await shell.ask('project:settleHeads', { choice: reply.choice, take: 'mine' }),
    );
    expect(again.name).toBe('丙');
    await again.save('丁');
    expect(again.standing.head.copyId).not.toBe(mine.standing.head.copyId);
    await again.close();
    expect((await (await here.start()).open(path)).name).toBe('丁');
    expect(await namesAside(here)).toEqual(['那边 6']);
  });

  it('only copied and read there: the file that comes back asks nothing', async () => {
    const first = await (await here.start()).create();
    const { path } = first;
    await first.save('甲');
    await first.close();
    copyProfile();
    const away = join(there.documents, '汽车维修.gxk');
    const other = await there.start();
    await other.create('占位');
    await copyFile(path, away);
    const theirs = await other.open(away);
    await theirs.save('那边');
    await theirs.close();
    await copyFile(away, path);
    const back = await (await here.start()).open(path);
    expect(back.name).toBe('那边');
    expect(back.project.notices).toEqual([]);
  });
});

describe('a profile that is only somewhere else', () => {
  async function written() {
    const teacher = await (await here.start()).create();
    await teacher.save('甲');
    await teacher.save('乙');
    return { teacher, path: teacher.path };
  }

  it('moved to another disk, or put back from a backup of the day before: no question, nothing missing', async () => {
    const { teacher, path } = await written();
    await teacher.close();
    const old = `${here.userData}-old`;
    cpSync(here.userData, old, { recursive: true });
    const more = await (await here.start()).open(path);
    await more.save('丙');
    await more.close();
    await rm(here.userData, { recursive: true });
    await rename(old, here.userData);
    const again = await (await here.start()).open(path);
    expect(again.name).toBe('丙');
    expect(again.project.notices).toEqual([]);
    await again.save('丁');
    await again.close();
    expect((await (await here.start()).open(path)).name).toBe('丁');
  });

  it('copied while edits are only saved: they are there, and are written under a new name', async () => {
    const { teacher, path } = await written();
    const old = `${here.userData}-old`;
    cpSync(here.userData, old, { recursive: true });
    await rm(here.userData, { recursive: true });
    await rename(old, here.userData);
    const again = await (await here.start()).open(path);
    expect(again.name).toBe('乙');
    expect(again.standing.head.copyId).not.toBe(teacher.standing.head.copyId);
    expect(again.project.entries.map(({ label }) => label)).toEqual(['改名为“甲”', '改名为“乙”']);
    await again.close();
    expect(await nameInFile(path)).toBe('乙');
  });

  it('renamed with its folder: it goes on under its own name', async () => {
    const { teacher, path } = await written();
    await teacher.close();
    const moved = `${here.userData}-moved`;
    await rename(here.userData, moved);
    await rename(moved, here.userData);
    const again = await (await here.start()).open(path);
    expect(again.standing).toEqual(teacher.standing);
  });

  it('its note damaged: nothing is missing, the note is kept, and a new one serves from then on', async () => {
    const { path } = await written();
    await writeFile(join(here.userData, 'profile.json'), '{');
    const again = await (await here.start()).open(path);
    expect(again.name).toBe('乙');
    await again.save('丙');
    const next = await (await here.start()).open(path);
    expect(next.name).toBe('丙');
    expect(next.standing).toEqual(again.standing);
  });
});

describe('another project lies where mine was, and my edits are only saved', () => {
  async function replaced() {
    const shell = await here.start();
    const stranger = await shell.create('焊接加工');
    await stranger.close();
    const other = join(here.projects, '焊接加工.gxk');
    const teacher = await shell.create();
    await teacher.save('没写进文件的');
    await copyFile(other, teacher.path);
    return { path: teacher.path };
  }

  it('the file lies there damaged: the start screen says that opening it brings back what is held here', async () => {
    const teacher = await (await here.start()).create();
    await teacher.save('没写进文件的');
    await writeFile(teacher.path, 'no project any more');
    const shell = await here.start();
    const listed = (await shell.ask('start:list')).recent.find(
      ({ fileName }) => fileName === '汽车维修.gxk',
    );
    expect(listed).toMatchObject({ state: 'unreadable' });
    expect(listed?.note).toMatch(/。打开时会用本机保存的内容找回。$/);
    expect((await shell.open(teacher.path)).name).toBe('没写进文件的');
  });

  it('the next start offers them, opens them, and leaves the stranger alone', async () => {
    const { path } = await replaced();
    const shell = await here.start();
    const places = await asideOf(shell);
    expect(places).toMatchObject([
      { source: 'journal', reason: 'unwritten', title: '汽车维修', fileName: '汽车维修.gxk' },
    ]);
    const teacher = await openAside(shell, places[0]!);
    expect(teacher.name).toBe('没写进文件的');
    expect(teacher.path).not.toBe(path);
    expect(await nameInFile(teacher.path)).toBe('没写进文件的');
    expect(await nameInFile(path)).toBe('焊接加工');
    await teacher.save('接着写');
    await teacher.close();
    expect(await asideOf(await here.start())).toEqual([]);
  });

  it('opened from 最近, the stranger opens, a sentence tells, and mine is a copy that opens', async () => {
    const { path } = await replaced();
    const opened = await (await here.start()).open(path);
    expect(opened.name).toBe('焊接加工');
    expect(opened.project.notices).toHaveLength(1);
    expect(opened.project.notices[0]).toContain('收起来的');
    await opened.close();
    expect(await asideOf(await here.start())).toMatchObject([
      { source: 'copy', reason: 'place-taken', title: '没写进文件的' },
    ]);
    expect(await namesAside(here)).toEqual(['没写进文件的']);
    expect((await (await here.start()).open(path)).project.notices).toEqual([]);
  });

  it('when its own file turns up elsewhere, the edits go with it', async () => {
    const shell = await here.start();
    const teacher = await shell.create();
    const { path } = teacher;
    const elsewhere = join(here.documents, '挪走了.gxk');
    await teacher.save('没写进文件的');
    await copyFile(path, elsewhere);
    const stranger = await (await there.start()).create('焊接加工');
    await copyFile(stranger.path, path);
    await (await (await here.start()).open(path)).close();
    expect((await (await here.start()).open(elsewhere)).name).toBe('没写进文件的');
  });

  it('the backups cannot be written: the stranger opens, and mine is offered at the next start', async () => {
    const { path } = await replaced();
    const shell = await here.start({
      faults: [{ call: 'open', path: '备份', nth: 1, times: null, code: 'ENOSPC' }],
    });
    await (await shell.open(path)).close();
    const places = await asideOf(await here.start());
    expect(places).toMatchObject([{ source: 'journal', reason: 'unwritten' }]);
    expect(await namesAside(here)).toEqual(['没写进文件的']);
  });

  it('taken off the list they are a copy among the backups first, and off the list after it', async () => {
    await replaced();
    const shell = await here.start();
    const [place] = await asideOf(shell);
    await shell.ask('aside:forget', { handle: place!.handle });
    expect(await asideOf(shell)).toEqual([]);
    expect(await asideOf(await here.start())).toEqual([]);
    const backups = await shell.ask('backups:list');
    const kept = backups.find(({ reason }) => reason === 'unwritten');
    const look = await shell.ask('backups:look', { handle: kept!.handle });
    expect(look.records.find(({ kind }) => kind === 'major')).toMatchObject({
      name: '没写进文件的',
    });
    const full = await here.start({
      faults: [{ call: 'open', path: '备份', nth: 1, times: null, code: 'ENOSPC' }],
    });
    expect(await asideOf(full)).toEqual([]);
  });

  it('not off the list while they cannot become a copy', async () => {
    await replaced();
    const full = await here.start({
      faults: [{ call: 'open', path: '备份', nth: 1, times: null, code: 'ENOSPC' }],
    });
    const [place] = await asideOf(full);
    await expect(full.ask('aside:forget', { handle: place!.handle })).rejects.toThrow('备份文件夹');
    expect(await asideOf(full)).toHaveLength(1);
  });
});

describe('a file that says it goes on from mine', () => {
  async function mine() {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('甲');
    await teacher.save('我的');
    await teacher.close();
    const file = readProjectFile(await readFile(path));
    if (!file.ok) throw new Error(file.failure.detail);
    return { path, teacher, file: file.value };
  }

  it('with a number my journal never had: it is a second draft, not a later one', async () => {
    const { path, teacher, file } = await mine();
    const { copyId } = teacher.standing.head;
    const forged = writeProjectFile({
      media: new Map(),
      exports: new Map(),
      foreign: null,
      records: file.records.filter(({ kind }) => kind === 'major'),
      standing: {
        projectId: file.standing.projectId,
        head: { copyId: 'cp0000000000000000', seq: 1, changeHash: 'a'.repeat(64) },
        lineage: { [copyId]: { seq: 999, changeHash: 'b'.repeat(64) } },
      },
      sha256: sha256Hex,
    });
    if (!forged.ok) throw new Error(forged.failure.detail);
    await writeFile(path, forged.value);
    const shell = await here.start();
    const reply = await shell.openPath(path);
    expect(reply).toMatchObject({ outcome: 'twoHeads', mine: { title: '我的' } });
    // Opened elsewhere first, it does not get in by that way either.
    const elsewhere = join(here.documents, '转一转.gxk');
    await copyFile(path, elsewhere);
    const round = await (await here.start()).open(elsewhere);
    await round.save('转了一圈');
    await round.close();
    await rename(elsewhere, path);
    expect((await (await here.start()).openPath(path)).outcome).toBe('twoHeads');
  });

  it('and names my last change as its own, with other records: mine goes on, and it is kept as a copy that is told of', async () => {
    const { path, file } = await mine();
    const again = await (await here.start()).open(path);
    await again.save('接着写的');
    const rewritten = writeProjectFile({
      ...file,
      records: file.records.map((record) =>
        record.kind === 'major' ? { ...record, name: '别人改写的' } : record,
      ),
      sha256: sha256Hex,
    });
    if (!rewritten.ok) throw new Error(rewritten.failure.detail);
    await writeFile(path, rewritten.value);
    const opened = await (await here.start()).open(path);
    expect(opened.name).toBe('接着写的');
    expect(opened.project.notices).toEqual([expect.stringContaining('收起来的') as string]);
    await opened.close();
    expect(await nameInFile(path)).toBe('接着写的');
    expect(await namesAside(here)).toContain('别人改写的');
  });

  it('and names my last change, with my records, as after a crash: nothing is kept or told', async () => {
    const { path } = await mine();
    const again = await (await here.start()).open(path);
    await again.save('接着写的');
    const opened = await (await here.start()).open(path);
    expect(opened.name).toBe('接着写的');
    expect(opened.project.notices).toEqual([]);
    await opened.close();
    expect(await asideOf(await here.start())).toEqual([]);
  });

  it('and really does, but was emptied: it opens, and mine lies beside it as a copy', async () => {
    const { path, teacher, file } = await mine();
    const { copyId, seq, changeHash } = teacher.standing.head;
    const emptied = writeProjectFile({
      media: new Map(),
      exports: new Map(),
      foreign: null,
      records: file.records
        .filter(({ kind }) => kind === 'major')
        .map((record) => ({ ...record, name: '空' })),
      standing: {
        projectId: file.standing.projectId,
        head: { copyId: 'cp0000000000000000', seq: 1, changeHash: 'a'.repeat(64) },
        lineage: { [copyId]: { seq, changeHash } },
      },
      sha256: sha256Hex,
    });
    if (!emptied.ok) throw new Error(emptied.failure.detail);
    await writeFile(path, emptied.value);
    const opened = await (await here.start()).open(path);
    expect(opened.name).toBe('空');
    await opened.close();
    const places = await asideOf(await here.start());
    expect(places).toMatchObject([{ source: 'copy', reason: 'replaced', title: '我的' }]);
    expect(await namesAside(here)).toContain('我的');
  });
});

describe('a newer version wrote the file where my edits are only saved', () => {
  async function newer() {
    const teacher = await (await here.start()).create();
    const { path } = teacher;
    await teacher.save('只在本机');
    const parts = unzipSync(await readFile(path));
    const manifest = JSON.parse(strFromU8(parts['manifest.json']!)) as Record<string, unknown>;
    parts['manifest.json'] = strToU8(canonicalJson({ ...manifest, schemaVersion: '999.0' }));
    await writeFile(path, zipSync(parts));
    return { path, bytes: await readFile(path) };
  }

  it('going on with mine works, beside it, and the file is not touched', async () => {
    const { path, bytes } = await newer();
    const shell = await here.start();
    const { documents } = await shell.ask('start:list');
    expect(documents[0]?.state).toBe('newer');
    const teacher = await shell.open(path);
    expect(teacher.name).toBe('只在本机');
    expect(teacher.path).toBe(join(here.projects, '汽车维修（我的）.gxk'));
    expect(teacher.project.notices[0]).toMatch(/新版本写的.*（我的）/);
    await teacher.save('接着写');
    await teacher.close();
    expect(await nameInFile(join(here.projects, '汽车维修（我的）.gxk'))).toBe('接着写');
    expect(Buffer.compare(await readFile(path), bytes)).toBe(0);
    // After that it is what it is: a file of a newer version.
    expect((await (await here.start()).openPath(path)).outcome).toBe('failed');
    expect(await asideOf(await here.start())).toEqual([]);
  });

  it('in a profile that was copied as well', async () => {
    const { path } = await newer();
    const old = `${here.userData}-old`;
    cpSync(here.userData, old, { recursive: true });
    await rm(here.userData, { recursive: true });
    await rename(old, here.userData);
    const teacher = await (await here.start()).open(path);
    expect(teacher.name).toBe('只在本机');
    expect((await (await here.start()).openPath(path)).outcome).toBe('failed');
    expect(await asideOf(await here.start())).toEqual([]);
  });
});

it('the ordinary road, ten times to and fro: no question, no sentence, one line on the start screen', async () => {
  const first = await (await here.start()).create();
  const { path } = first;
  await first.save('在校 0');
  await first.close();
  const away = join(there.documents, '汽车维修.gxk');
  await (await there.start()).create('占位');
  for (let trip = 1; trip <= 10; trip += 1) {
    await copyFile(path, away);
    const home = await (await there.start()).open(away);
    expect([home.name, home.project.notices]).toEqual([`在校 ${String(trip - 1)}`, []]);
    await home.save(`在家 ${String(trip)}`);
    await home.close();
    await copyFile(away, path);
    const school = await (await here.start()).open(path);
    expect([school.name, school.project.notices]).toEqual([`在家 ${String(trip)}`, []]);
    await school.save(`在校 ${String(trip)}`);
    await school.close();
  }
  const places = await asideOf(await here.start());
  expect(places.every(({ reason }) => reason === 'replaced')).toBe(true);
  expect(places.length).toBeLessThanOrEqual(1);
});
