import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '@electron/cli/run';
import { type DiskCall, type Fault, faultDisk } from '@electron/main/files/fault-disk';
import { nodeDisk } from '@electron/main/files/node-disk';
import { seededRandom } from '@shared/core/kernel/random';
import { samples } from '@shared/core/samples/index';
import { StillClock } from '../machine';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '工学 disk '));
  await mkdir(join(folder, 'work'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Circumstances {
  readonly faults?: readonly Fault[];
  /** Asked to end once this call is made on a path with this in it. */
  readonly stopAt?: { readonly call: DiskCall; readonly path: string };
  readonly workingFolder?: string | null;
}

/** Runs the command line on a disk that answers as told. */
async function gongxue(words: readonly string[], circumstances: Circumstances = {}) {
  const { faults = [], stopAt, workingFolder = join(folder, 'work') } = circumstances;
  const said: string[] = [];
  let isStopped = false;
  const code = await runCommandLine(words, {
    folder: workingFolder,
    random: seededRandom(words.join(' ').length),
    disk: faultDisk(nodeDisk, {
      faults,
      record: (call, path) => {
        if (stopAt?.call === call && path.includes(stopAt.path)) isStopped = true;
      },
    }),
    clock: new StillClock(),
    printData: () => undefined,
    say: (text) => said.push(text),
    isStopped: () => isStopped,
    profile: join(folder, 'memory'),
  });
  return { code, said };
}

const make = ['new', '--sample', samples[0]?.id ?? '', '--out', 'P.gxk'];
const exportAll = ['export', 'P.gxk', '--paper', 'all', '--out', '导出'];
const freeze = ['baseline', 'P.gxk', '--name', '送审稿', '--out', '送审.gxk'];

/** Everything that lies there, with its bytes. */
async function laid(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const entries = await readdir(join(folder, 'work'), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    found.set(entry.name, bytes.toString('base64'));
  }
  return found;
}

const answers = [
  ...[
    'EACCES',
    'ENOENT',
    'ENOTDIR',
    'EISDIR',
    'ELOOP',
    'EMFILE',
    'ENFILE',
    'ENAMETOOLONG',
    'EROFS',
  ],
  ...['ENOSPC', 'EDQUOT', 'EIO', 'EBUSY', 'EPERM', 'ETXTBSY', 'ESTALE', 'EFBIG', 'ENXIO', 'ENODEV'],
  ...['EINVAL', 'ENOTSUP', 'ENOSYS', 'EEXIST', 'ENOTEMPTY', 'ENOMEM', 'EINTR', 'EAGAIN', 'EXDEV'],
  ...['ETIMEDOUT', 'ENOTCONN', 'EHOSTDOWN', 'EREMOTEIO', 'ENOTBLK'],
];

it.each(answers)(
  'a place that answers %s: one sentence, exit code 3, nothing left',
  async (code) => {
    for (const call of ['open', 'rename'] as const) {
      const { code: exit, said } = await gongxue(make, {
        faults: [{ call, nth: 1, times: null, code }],
      });
      expect([exit, said.length, said[0]?.includes(' at ')]).toEqual([3, 1, false]);
      expect(said[0]).toMatch(/^写不了“P\.gxk”：[^：]+。$/);
      expect(await laid()).toEqual(new Map());
    }
  },
);

it.each(answers)(
  'a file that answers %s when it is read: one sentence, exit code 2',
  async (code) => {
    await writeFile(join(folder, 'work', 'P.gxk'), 'x');
    for (const call of ['realPath', 'readFile'] as const) {
      const info = await gongxue(['info', 'P.gxk'], { faults: [{ call, nth: 1, code }] });
      expect([info.code, info.said.length]).toEqual([2, 1]);
      expect(info.said[0]).toContain('“P.gxk”');
    }
  },
);

const calls: readonly DiskCall[] = [
  ...(['stat', 'makeFolder', 'open', 'file.write', 'file.sync', 'file.close'] as const),
  ...(['rename', 'readFile', 'list', 'remove', 'syncFolder'] as const),
];

it.each(calls)(
  'whichever %s of an export fails: all papers are there, or none, in words',
  async (call) => {
    await gongxue(make);
    const before = await laid();
    for (let nth = 1, isHit = true; isHit; nth += call === 'stat' ? 4 : 1) {
      isHit = false;
      const fault: Fault = { call, nth, code: 'EIO' };
      const { code, said } = await gongxue(exportAll, { faults: [fault] });
      const after = await laid();
      const papers = [...after.keys()].filter((name) => name.endsWith('.docx'));
      isHit = code !== 0 || said.some((one) => one.startsWith('提示'));
      expect([0, 2, 3]).toContain(code);
      expect(papers).toHaveLength(code === 0 ? 5 : 0);
      expect([...after.keys()].filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect(after.get('P.gxk')).toBe(before.get('P.gxk'));
      await rm(join(folder, 'work', '导出'), { recursive: true, force: true });
    }
  },
);

it('a disk that is full at the fifth paper keeps the five old ones as they were', async () => {
  await gongxue(make);
  await gongxue(exportAll);
  const old = await laid();
  await gongxue([...make.slice(0, -1), 'Another.gxk']);
  const [changed = ''] = [...old.keys()].filter((name) => name.endsWith('.docx'));
  await writeFile(join(folder, 'work', '导出', changed), '别人改过的');
  const before = await laid();
  expect(before.size).toBe(old.size + 1);
  const faults: Fault[] = [{ call: 'rename', path: '导出', nth: 3, times: 1, code: 'ENOSPC' }];
  const words = ['export', 'Another.gxk', ...exportAll.slice(2), '--force'];
  const { code, said } = await gongxue(words, { faults });
  expect([code, said.length]).toEqual([3, 1]);
  expect(said[0]).toMatch(/^写不了“导出\/.+\.docx”：磁盘已满。没有写入任何文件。$/);
  expect(await laid()).toEqual(before);
});

it('a paper that a virus scanner holds for a moment is waited for', async () => {
  await gongxue(make);
  for (const code of ['EBUSY', 'EPERM']) {
    const faults: Fault[] = [{ call: 'rename', path: '.docx', nth: 2, times: 3, code }];
    expect(await gongxue(exportAll, { faults })).toMatchObject({ code: 0 });
    await rm(join(folder, 'work', '导出'), { recursive: true });
  }
});

it.each([
  { words: exportAll, at: { call: 'rename', path: '.docx' } },
  { words: exportAll, at: { call: 'file.sync', path: '导出' } },
  { words: freeze, at: { call: 'file.sync', path: '.gxk-' } },
  { words: freeze, at: { call: 'readFile', path: 'P.gxk' } },
] as const)('Ctrl+C during $words.0 ($at.call): nothing of it stays', async ({ words, at }) => {
  await gongxue(make);
  const before = await laid();
  const { code, said } = await gongxue(words, { stopAt: at });
  expect([code, said]).toEqual([130, ['已中断，没有写入任何文件。']]);
  expect(await laid()).toEqual(before);
});

it.each(['EINVAL', 'ENOTSUP', 'ENOSYS'])(
  'a stick or network drive that answers %s to fsync of a folder: written, and said once that it promises less',
  async (code) => {
    const faults: Fault[] = [{ call: 'syncFolder', nth: 1, times: null, code }];
    const made = await gongxue(make, { faults });
    expect([made.code, made.said.length]).toEqual([0, 2]);
    expect(made.said[0]).toContain('不能确认断电后文件还在');
    const exported = await gongxue(exportAll, { faults });
    expect(exported.code).toBe(0);
    expect(exported.said.filter((one) => one.includes('导出”不能确认'))).toHaveLength(1);
    expect((await laid()).size).toBe(6);
  },
);

it('where fsync of the folder fails for good, it is not said that nothing was written', async () => {
  const faults: Fault[] = [{ call: 'syncFolder', nth: 1, code: 'EIO' }];
  const { code, said } = await gongxue(make, { faults });
  expect([code, said]).toEqual([3, ['写不了“P.gxk”：已经写上去，但磁盘没有确认存稳。']]);
  expect([...(await laid()).keys()]).toEqual(['P.gxk']);
});

it('a working folder that was deleted: said in words; a whole path still works', async () => {
  await gongxue(make);
  const gone = await gongxue(['info', 'P.gxk'], { workingFolder: null });
  expect([gone.code, gone.said.length]).toEqual([2, 1]);
  expect(gone.said[0]).toContain('现在所在的文件夹已经不在了');
  const whole = ['info', join(folder, 'work', 'P.gxk')];
  expect(await gongxue(whole, { workingFolder: null })).toMatchObject({ code: 0 });
});
