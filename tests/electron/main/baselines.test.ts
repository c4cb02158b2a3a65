import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nextEntry, storeEntry } from '@shared/core/changes/entry';
import { makeBaseline } from '@shared/core/commands/make-baseline';
import { seededRandom } from '@shared/core/kernel/random';
import { contentHash } from '@shared/core/model/content-hash';
import { projectOf } from '@shared/core/model/project';
import { Machine, type RunningShell, type Teacher } from '../machine';

const id = 'bl00000000000000aa';
const paperId = 'ke00000000000000aa';
const paper = new TextEncoder().encode('课程标准，送审的那一份');

let machine: Machine;
let out: string;
beforeEach(() => {
  machine = new Machine();
  out = join(machine.home, '取出');
  mkdirSync(out);
});
afterEach(() => {
  machine.remove();
});

const hashOf = (teacher: Teacher) => contentHash(projectOf(teacher.records.values()));

/** Lays a frozen state down, as far as the disk of the machine. */
function keep(
  shell: RunningShell,
  teacher: Teacher,
  ...[projectHash = hashOf(teacher), fileName = '课程标准.docx']: readonly string[]
) {
  return shell.ask('baseline:keep', {
    session: teacher.project.session,
    ...{ id, stage: 'submitted', name: '送审稿', note: '报教务处', by: '王老师' },
    projectHash,
    papers: [
      {
        ...{ id: paperId, name: fileName, paper: 'majorStandard' },
        ...{ layout: 'major-standard.national', subjectId: null, bytes: paper },
      },
    ],
  });
}

/** Freezes and notes it, as the window does. */
async function freeze(shell: RunningShell, teacher: Teacher) {
  const { files } = await keep(shell, teacher);
  const result = makeBaseline.run(
    projectOf(teacher.records.values()),
    {
      ...{ id, stage: 'submitted', name: '送审稿', note: '报教务处', date: '2026-11-25' },
      projectHash: hashOf(teacher),
      papers: files.map(({ name, ...file }) => ({ ...file, fileName: name })),
    },
    { random: seededRandom(1) },
  );
  if (!result.ok) throw new Error(result.failure.message);
  const { label, group, change } = result.value;
  const entry = nextEntry(teacher.standing.head, {
    ...{ action: 'do', of: null, command: 'make-baseline', label, group, author: '', change },
    at: '2026-11-25T08:00:00.000Z',
  });
  await teacher.hand([storeEntry(entry)]);
}

async function listed(shell: RunningShell, teacher: Teacher) {
  return shell.ask('baseline:list', { session: teacher.project.session });
}

async function takeOut(shell: RunningShell, teacher: Teacher) {
  return shell.ask('kept:save', {
    ...{ session: teacher.project.session, from: { baseline: id }, names: ['课程标准.docx'] },
  });
}

it('what is frozen travels in the project file and gives the same paper back', async () => {
  const shell = await machine.start();
  const teacher = await shell.create();
  const { path } = teacher;
  await freeze(shell, teacher);
  await teacher.close();
  const later = await machine.start({ picks: [out] });
  const again = await later.open(path);
  expect(await listed(later, again)).toMatchObject([
    { id, name: '送审稿', by: '王老师', note: '报教务处', state: 'whole', stage: 'submitted' },
  ]);
  expect(await takeOut(later, again)).toMatchObject({ outcome: 'written' });
  expect(readFileSync(join(out, '课程标准.docx')).equals(paper)).toBe(true);
  const { session } = again.project;
  const records = await later.ask('baseline:records', { session, id });
  expect(records.map((record) => record.kind)).toContain('major');
  expect(records.some((record) => record.kind === 'baseline')).toBe(false);
});

it('what is frozen is there after a kill in the very next moment', async () => {
  const shell = await machine.start();
  const teacher = await shell.create();
  await freeze(shell, teacher);
  const later = await machine.start();
  const again = await later.open(teacher.path);
  expect(await listed(later, again)).toMatchObject([{ id, state: 'whole' }]);
});

it('a copy made by 另存为 and one restored from a backup have it too', async () => {
  const place = join(machine.home, '副本.gxk');
  const shell = await machine.start({ picks: [place] });
  const teacher = await shell.create();
  // Long enough after the first backup for another one.
  shell.clock.advance(24 * 60 * 60 * 1_000);
  await freeze(shell, teacher);
  await teacher.writeNow();
  const copy = await shell.ask('project:saveAs', { session: teacher.project.session });
  const copied = shell.teacher(copy!);
  expect(await listed(shell, copied)).toMatchObject([{ id, state: 'whole' }]);
  await copied.close();
  const backups = await shell.ask('backups:list');
  const newest = backups.find(({ counts }) => counts.baseline === 1);
  const restored = shell.teacher(await shell.ask('backups:restore', { handle: newest!.handle }));
  expect(await listed(shell, restored)).toMatchObject([{ id, state: 'whole' }]);
});

it('papers of another state than the one that is saved are not frozen', async () => {
  const shell = await machine.start();
  const teacher = await shell.create();
  await expect(keep(shell, teacher, 'f'.repeat(64))).rejects.toThrow('刚刚又改过');
  expect(await listed(shell, teacher)).toEqual([]);
});

it('when the disk is full nothing is frozen, and what was saved stays', async () => {
  const shell = await machine.start();
  const teacher = await shell.create();
  const { rename } = shell.services.disk;
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  Object.assign(shell.services.disk, { rename: () => Promise.reject(full) });
  await expect(keep(shell, teacher)).rejects.toThrow('磁盘已满');
  Object.assign(shell.services.disk, { rename });
  await teacher.save('甲');
  const later = await machine.start();
  expect((await later.open(teacher.path)).name).toBe('甲');
});

it('a paper of the last exports is had again byte for byte, beside what lies there', async () => {
  const shell = await machine.start({ picks: [out, out] });
  const teacher = await shell.create();
  const { session } = teacher.project;
  const { folder } = await shell.ask('export:plan', { session, folder: null, names: ['a.docx'] });
  const files = [{ name: 'a.docx', content: paper, ifTouched: 'skip' as const }];
  await shell.ask('export:write', { session, folder, files });
  const [kept] = await shell.ask('keptExports:list');
  const wish = { session: null, from: { run: kept!.run }, names: ['a.docx'] };
  await shell.ask('kept:save', wish);
  await shell.ask('kept:save', wish);
  expect(readdirSync(out).sort()).toEqual(['a.docx', 'a（2）.docx']);
  for (const name of readdirSync(out)) {
    expect(readFileSync(join(out, name)).equals(paper)).toBe(true);
  }
  expect(await shell.ask('keptExports:list')).toHaveLength(1);
});

it.each(['别人的.gxk', 'a.exe', 'a.docx.lnk'])(
  'what a frozen state holds and gives back are papers: not %s',
  async (name) => {
    const shell = await machine.start({ picks: [out] });
    const teacher = await shell.create();
    const { session } = teacher.project;
    await expect(keep(shell, teacher, hashOf(teacher), name)).rejects.toThrow('not-permitted');
    // A file that somebody else made may hold one.
    const wish = { session, from: { baseline: id }, names: [name] };
    await expect(shell.ask('kept:save', wish)).rejects.toThrow('not-permitted');
    expect(readdirSync(out)).toEqual([]);
  },
);
