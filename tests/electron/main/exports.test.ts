import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Fault } from '@electron/main/files/fault-disk';
import { Machine, type RunningShell, type Teacher } from '../machine';

let machine: Machine;
let shell: RunningShell;
let teacher: Teacher;
beforeEach(async () => {
  machine = new Machine();
  shell = await machine.start();
  teacher = await shell.create();
});
afterEach(() => {
  machine.remove();
});

const paper = (text: string) => new TextEncoder().encode(text);

async function plan(names: string[], folder: string | null = null) {
  return shell.ask('export:plan', { session: teacher.project.session, folder, names });
}

async function write(
  name: string,
  text: string,
  ifTouched: 'replace' | 'rename' | 'skip' = 'skip',
) {
  const { folder } = await plan([name]);
  const { session } = teacher.project;
  const reply = await shell.ask('export:write', {
    session,
    folder,
    files: [{ name, content: paper(text), ifTouched }],
  });
  return reply.files[0]!;
}

const inFolder = (name: string) => join(machine.projects, name);

it('goes beside the project file unless another folder is picked', async () => {
  expect((await plan(['a.docx'])).place).toBe('文档/工学课坊');
  expect(await write('课程标准.docx', '一')).toMatchObject({
    state: 'written',
    writtenAs: '课程标准.docx',
  });
  expect(readFileSync(inFolder('课程标准.docx'), 'utf8')).toBe('一');
});

it('replaces what it wrote itself and asks about what somebody touched', async () => {
  await write('a.docx', '一');
  expect((await plan(['a.docx', 'b.docx'])).files.map(({ state }) => state)).toEqual([
    'ours',
    'new',
  ]);
  expect(await write('a.docx', '二')).toMatchObject({ state: 'written' });
  writeFileSync(inFolder('a.docx'), '改过');
  expect((await plan(['a.docx'])).files[0]?.state).toBe('touched');
  expect(await write('a.docx', '三', 'skip')).toMatchObject({ state: 'skipped', writtenAs: '' });
  expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('改过');
  expect(await write('a.docx', '三', 'rename')).toMatchObject({ writtenAs: 'a（2）.docx' });
  expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('改过');
  expect(await write('a.docx', '三', 'replace')).toMatchObject({ state: 'written' });
  expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('三');
});

it.each(['.~lock.a.docx#', '~$a.docx', '~$docx'])(
  'touches nothing while another program holds the file (%s)',
  async (mark) => {
    await write('a.docx', '一');
    writeFileSync(inFolder(mark), '');
    expect((await plan(['a.docx'])).files[0]?.state).toBe('open');
    const replaced = await write('a.docx', '二', 'replace');
    expect(replaced.state).toBe('failed');
    expect(replaced.message).toContain('a.docx');
    expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('一');
    expect(await write('a.docx', '二', 'rename')).toMatchObject({ writtenAs: 'a（2）.docx' });
  },
);

it('makes names safe for Windows', async () => {
  expect(await write('课程:标准?.docx', '一')).toMatchObject({ writtenAs: '课程 标准.docx' });
  expect(await write('../../出去.docx', '一')).toMatchObject({ state: 'written' });
  expect(readdirSync(machine.projects)).toContain('出去.docx');
  expect(await write('CON.docx', '一')).toMatchObject({ writtenAs: '_CON.docx' });
});

it('keeps the papers of the last 20 exports, to match those that come back', async () => {
  for (let run = 0; run < 23; run += 1) {
    shell.clock.advance(1_000);
    await write('a.docx', String(run));
  }
  const kept = await shell.ask('keptExports:list');
  expect(kept).toHaveLength(20);
  const { copyId, seq, changeHash } = teacher.standing.head;
  expect(kept[0]).toMatchObject({
    by: 'window',
    title: '汽车维修',
    projectId: teacher.standing.projectId,
    place: { copyId, seq, changeHash },
    files: [{ name: 'a.docx', bytes: 2 }],
  });
  const texts = [];
  for (const { run } of kept) {
    const bytes = await shell.ask('keptExports:read', { run, name: 'a.docx' });
    texts.push(new TextDecoder().decode(bytes));
  }
  expect(texts.map(Number).sort((a, b) => a - b)).toEqual([...Array(20).keys()].map((n) => n + 3));
});

it('a kept paper that is damaged, gone or none of its run is not given', async () => {
  await write('a.docx', '一');
  const [kept] = await shell.ask('keptExports:list');
  const { run } = kept!;
  for (const name of ['b.docx', '.run.json', '../a.docx']) {
    await expect(shell.ask('keptExports:read', { run, name })).rejects.toThrow('没有留底');
  }
  const folder = join(machine.userData, 'exports');
  writeFileSync(join(folder, readdirSync(folder)[0]!, 'a.docx'), '二');
  await expect(shell.ask('keptExports:read', { run, name: 'a.docx' })).rejects.toThrow('损坏');
  await expect(
    shell.ask('keptExports:read', { run: 'h0000000000000000', name: 'a.docx' }),
  ).rejects.toThrow('not-permitted');
});

it('what another program writes in the very moment is not replaced', async () => {
  await write('a.docx', '一');
  const slow = await machine.start();
  const { open } = slow.services.disk;
  Object.assign(slow.services.disk, {
    open: async (path: string, mode: 'new' | 'existing') => {
      const file = await open(path, mode);
      if (mode === 'new' && path.startsWith(machine.projects)) {
        writeFileSync(inFolder('a.docx'), '别人刚写的');
      }
      return file;
    },
  });
  teacher = await slow.open(inFolder('汽车维修.gxk'));
  shell = slow;
  const failed = await write('a.docx', '二', 'replace');
  expect(failed).toMatchObject({ state: 'failed' });
  expect(failed.message).toContain('刚刚被别的程序改过');
  expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('别人刚写的');
});

it('a failed write leaves the old paper and says which', async () => {
  const full = await machine.start({
    faults: [{ call: 'rename', path: 'a.docx', nth: 2, times: null, code: 'ENOSPC' }],
  });
  teacher = await full.create('另一个');
  shell = full;
  await write('a.docx', '一');
  const failed = await write('a.docx', '二', 'replace');
  expect(failed).toMatchObject({ state: 'failed' });
  expect(failed.message).toContain('磁盘已满');
  expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('一');
  expect(readdirSync(machine.projects).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it('a failure in the middle of a set leaves every place as it was', async () => {
  const full = await machine.start({
    faults: [{ call: 'rename', path: 'b.docx', nth: 2, times: null, code: 'ENOSPC' }],
  });
  teacher = await full.create('另一个');
  shell = full;
  const { folder } = await plan(['a.docx', 'b.docx', 'c.docx']);
  const { session } = teacher.project;
  const set = (text: string, names: readonly string[]) =>
    shell.ask('export:write', {
      session,
      folder,
      files: names.map((name) => ({ name, content: paper(text), ifTouched: 'replace' as const })),
    });
  expect(await set('一', ['a.docx', 'b.docx'])).toMatchObject({ outcome: 'written' });
  const failed = await set('二', ['a.docx', 'c.docx', 'b.docx']);
  expect(failed.outcome).toBe('failed');
  expect(failed.files.map(({ state }) => state)).toEqual(['undone', 'undone', 'failed']);
  expect(failed.files[2]?.message).toContain('磁盘已满');
  expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('一');
  expect(readFileSync(inFolder('b.docx'), 'utf8')).toBe('一');
  const left = readdirSync(machine.projects).filter((name) => !name.endsWith('.gxk'));
  expect(left.filter((name) => name !== '备份').sort()).toEqual(['a.docx', 'b.docx']);
  expect(await shell.ask('keptExports:list')).toHaveLength(1);
});

it('a set that is called off while it is written leaves every place as it was', async () => {
  await write('a.docx', '一');
  const { rename } = shell.services.disk;
  Object.assign(shell.services.disk, {
    rename: async (from: string, to: string) => {
      // The teacher stops it after the first file has its name.
      if (to.endsWith('a.docx')) await shell.ask('export:cancel', { session });
      await rename(from, to);
    },
  });
  const { session } = teacher.project;
  const { folder } = await plan(['a.docx', 'b.docx']);
  const files = ['a.docx', 'b.docx'].map((name) => ({
    ...{ name, content: paper('二'), ifTouched: 'replace' as const },
  }));
  const reply = await shell.ask('export:write', { session, folder, files });
  expect(reply.outcome).toBe('cancelled');
  expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('一');
  const left = readdirSync(machine.projects).filter((name) => /docx|tmp/.test(name));
  expect(left).toEqual(['a.docx']);
});

it('what cannot be taken back is named, and keeps nothing else from being taken back', async () => {
  const faults = [
    { call: 'rename', path: 'c.docx', nth: 1, times: null, code: 'ENOSPC' },
    { call: 'remove', path: 'b.docx', nth: 1, times: null, code: 'EIO' },
  ] as const;
  shell = await machine.start({ faults });
  teacher = await shell.create('另一个');
  const { session } = teacher.project;
  const { folder } = await plan(['a.docx', 'b.docx', 'c.docx']);
  const files = ['a.docx', 'b.docx', 'c.docx'].map((name) => ({
    ...{ name, content: paper('一'), ifTouched: 'replace' as const },
  }));
  const reply = await shell.ask('export:write', { session, folder, files });
  expect(reply.files[2]?.message).toContain('“b.docx”，它们现在是新的');
  const left = readdirSync(machine.projects).filter((name) => /docx|tmp/.test(name));
  expect(left).toEqual(['b.docx']);
});

it('a set of which the folder cannot be made durable for good gives every place back', async () => {
  await write('a.docx', '一');
  const { projects: path } = machine;
  const faults: Fault[] = [];
  shell = await machine.start({ faults });
  teacher = await shell.create('另一个');
  faults.push({ call: 'syncFolder', path, nth: 1, times: null, code: 'EIO' });
  expect(await write('a.docx', '二', 'replace')).toMatchObject({ state: 'failed' });
  expect(readFileSync(inFolder('a.docx'), 'utf8')).toBe('一');
});

it('no empty file is written', async () => {
  const failed = await write('a.docx', '');
  expect(failed).toMatchObject({ state: 'failed' });
  expect(failed.message).toContain('没有做成，是空的');
  expect(readdirSync(machine.projects)).not.toContain('a.docx');
});

it('two files of one name each hear of their own place', async () => {
  const { folder } = await plan(['a.docx']);
  const { session } = teacher.project;
  const files = ['一', '二'].map((text) => ({
    ...{ name: 'a.docx', content: paper(text), ifTouched: 'rename' as const },
  }));
  const reply = await shell.ask('export:write', { session, folder, files });
  expect(reply.files.map(({ writtenAs }) => writtenAs)).toEqual(['a.docx', 'a（2）.docx']);
  for (const { writtenAs } of reply.files) {
    const text = writtenAs === 'a.docx' ? '一' : '二';
    expect(readFileSync(inFolder(writtenAs), 'utf8')).toBe(text);
  }
});

it('an export whose record could not be read again is not kept', async () => {
  shell = await machine.start({
    faults: [{ call: 'readFile', path: '.run.json', nth: 2, times: null, code: 'EIO' }],
  });
  teacher = await shell.create('另一个');
  expect(await write('a.docx', '一')).toMatchObject({ state: 'written' });
  expect(shell.logged.join()).toContain('export not noted');
  expect(readdirSync(join(machine.userData, 'exports'))).toEqual([]);
});

it('a picked folder is a handle; a handle of another kind or of nothing is refused', async () => {
  const elsewhere = join(machine.home, '别处');
  await mkdir(elsewhere);
  const picking = await machine.start({ picks: [elsewhere] });
  const other = await picking.create('丙');
  const { session } = other.project;
  const picked = await picking.ask('export:pickFolder', { session });
  const files = [{ name: 'a.docx', content: paper('一'), ifTouched: 'skip' as const }];
  const { folder: there } = await picking.ask('export:plan', {
    ...{ session, folder: picked!.folder, names: ['a.docx'] },
  });
  expect(there).toBe(picked!.folder);
  await picking.ask('export:write', { session, folder: there, files });
  expect(await readFile(join(elsewhere, 'a.docx'), 'utf8')).toBe('一');
  await writeFile(join(elsewhere, 'b.gxk'), '');
  const project = await picking.shell.admit(join(elsewhere, 'b.gxk'));
  for (const folder of [project!, 'h0000000000000000']) {
    await expect(picking.ask('export:write', { session, folder, files })).rejects.toThrow(
      'not-permitted',
    );
  }
});

it.each([
  '别人的.gxk',
  '别人的.GXK',
  '别人的.gxk ',
  '汽车维修.gxk',
  'a.docx.gxk',
  'a.exe',
  'a.lnk',
  '无',
])(
  'nothing but papers is exported: %j is refused, whatever the page answers for the teacher',
  async (name) => {
    const other = await shell.create('别人的');
    const before = readFileSync(inFolder('别人的.gxk'));
    const { session } = other.project;
    await expect(
      shell.ask('export:plan', { session, folder: null, names: ['a.docx', name] }),
    ).rejects.toThrow('not-permitted');
    const { folder } = await shell.ask('export:plan', {
      ...{ session, folder: null, names: ['a.docx'] },
    });
    const files = [{ name, content: paper('一'), ifTouched: 'replace' as const }];
    await expect(shell.ask('export:write', { session, folder, files })).rejects.toThrow(
      'not-permitted',
    );
    expect(readFileSync(inFolder('别人的.gxk'))).toEqual(before);
    expect(readdirSync(machine.projects).filter((one) => /docx|exe|lnk|无/.test(one))).toEqual([]);
  },
);

it('a folder takes only the papers that were last planned for it', async () => {
  const { session } = teacher.project;
  await plan(['a.docx']);
  const { folder } = await plan(['b.docx']);
  const write = (name: string) => {
    const files = [{ name, content: paper('一'), ifTouched: 'replace' as const }];
    return shell.ask('export:write', { session, folder, files });
  };
  await expect(write('a.docx')).rejects.toThrow('not-permitted');
  expect(await write('b.docx')).toMatchObject({ outcome: 'written' });
});

it('a folder that has become something else is not handed to the desktop', async () => {
  const { folder } = await plan(['a.docx']);
  await shell.ask('export:reveal', { folder });
  expect(shell.revealed).toEqual([machine.projects]);
  const elsewhere = join(machine.home, '程序.app');
  await mkdir(elsewhere);
  await shell.ask('export:reveal', { folder: shell.services.handles.mint('folder', elsewhere) });
  const file = join(machine.home, '文件');
  await writeFile(file, '');
  await shell.ask('export:reveal', { folder: shell.services.handles.mint('folder', file) });
  expect(shell.revealed).toEqual([machine.projects]);
});
