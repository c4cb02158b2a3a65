import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { samples } from '@shared/core/samples/index';

let folder = '';
let program = '';
let work = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongxue-process-'));
  const build = `import { buildCommandLine } from './scripts/build.mjs'; await buildCommandLine(process.argv[1]);`;
  const checkout = fileURLToPath(new URL('../../..', import.meta.url));
  execFileSync(process.execPath, ['--input-type=module', '-e', build, folder], { cwd: checkout });
  program = join(folder, 'cli', 'gongxue.cjs');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  work = await mkdtemp(join(folder, 'work-'));
});

interface Ways {
  readonly cwd?: string;
  readonly stdout?: 'pipe' | number;
  readonly stderr?: 'pipe' | number;
  /** Asked to end at the first sign of work: a temporary file that turns up in this folder. */
  readonly interruptWhenWriting?: string;
}

/** The command line as a process of its own, the way a shell starts it. */
async function gongxue(words: readonly string[], ways: Ways = {}) {
  const { cwd = work, stdout = 'pipe', stderr = 'pipe', interruptWhenWriting } = ways;
  const env = { ...process.env, XDG_CONFIG_HOME: join(work, 'config') };
  // From a shell, which does not mind a folder that is gone.
  const child = spawn(process.execPath, [program, ...words], {
    ...{ cwd, env },
    stdio: ['ignore', stdout, stderr],
  });
  const said: string[] = [];
  child.stderr?.on('data', (part: Buffer) => said.push(part.toString()));
  child.stdout?.resume();
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  while (interruptWhenWriting !== undefined && child.exitCode === null) {
    const names = await readdir(interruptWhenWriting).catch(() => []);
    if (names.some((name) => name.endsWith('.tmp'))) child.kill('SIGINT');
    await new Promise(setImmediate);
  }
  return { code: await ended, said: said.join('') };
}

const make = ['new', '--sample', samples[0]?.id ?? '', '--out', 'P.gxk'];

describe.skipIf(process.platform !== 'linux')('the command line as a process', () => {
  it('a full disk behind its output is no success', async () => {
    const full = await open('/dev/full', 'w');
    const { code, said } = await gongxue(['samples', '--json'], { stdout: full.fd });
    expect([code, said]).toEqual([3, '结果没有写出来：磁盘已满。\n']);
    await full.close();
  });

  it('that nobody hears its words changes nothing of the result', async () => {
    const full = await open('/dev/full', 'w');
    expect(await gongxue(make, { stderr: full.fd })).toMatchObject({ code: 0 });
    expect(await gongxue(['info', 'nothing.gxk'], { stderr: full.fd })).toMatchObject({ code: 2 });
    expect(await readdir(work)).toContain('P.gxk');
    await full.close();
  });

  it('a folder that was deleted under it is said in words', async () => {
    const gone = join(work, 'gone');
    await mkdir(gone);
    const script = `rmdir '${gone}'; exec "$0" "$@"`;
    const child = spawn('sh', ['-c', script, process.execPath, program, 'info', 'P.gxk'], {
      cwd: gone,
    });
    const said: string[] = [];
    child.stderr.on('data', (part: Buffer) => said.push(part.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(2);
    expect(said.join('')).toMatch(/^现在所在的文件夹已经不在了.+\n$/);
    await rmdir(gone).catch(() => undefined);
  });

  it('a place that takes no folders ends in words, not never', async () => {
    expect(await gongxue(make)).toMatchObject({ code: 0 });
    const { code, said } = await gongxue([
      'export',
      'P.gxk',
      '--paper',
      'all',
      '--out',
      '/proc/x/y',
    ]);
    expect(code).toBe(3);
    expect(said).toMatch(/^建不了文件夹“\/proc\/x\/y”：.+。\n$/);
  });

  it('Ctrl+C while it writes: nothing or all of it stays, and nothing half', async () => {
    expect(await gongxue(make)).toMatchObject({ code: 0 });
    for (let time = 0; time < 2; time += 1) {
      const out = join(work, `导出${String(time)}`);
      const words = ['export', 'P.gxk', '--paper', 'all', '--out', out];
      const { code } = await gongxue(words, { interruptWhenWriting: out });
      const names = await readdir(out);
      expect(names.filter((name) => !name.endsWith('.docx'))).toEqual([]);
      expect([code, names.length]).toEqual(code === 0 ? [0, 5] : [130, 0]);
    }
  });
});
