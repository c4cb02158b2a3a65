import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProgram } from '@electron/cli/start-reader';
import { nodeDisk } from '@electron/main/files/node-disk';
import { lookIntoProject } from '@electron/main/files/project-file';
import { readApart } from '@electron/reader/read-apart';
import { projectOf } from '@shared/core/model/project';
import { bombs } from '../../shared/formats/project-file/bombs';
import { aProjectFile } from '../../shared/formats/project-file/project-parts';

const folder = mkdtempSync(join(tmpdir(), 'gongxue-bombs-'));
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  const programs = [
    { entryPoints: ['tests/electron/reader/probe.ts'], outfile: at('probe.cjs') },
    { entryPoints: ['electron/reader/index.ts'], outfile: at('reader.cjs') },
  ];
  for (const program of programs) {
    await build({
      ...program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      alias: {
        '@shared': join(process.cwd(), 'shared'),
        '@electron': join(process.cwd(), 'electron'),
      },
    });
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Probed {
  readonly message: string | null;
  readonly detail: string | null;
  readonly kilobytes: number;
  readonly seconds: number;
}

/** Reads a file in a process of its own with a heap that hardly holds more than the program. */
function probed(name: string, bytes: Uint8Array): Probed {
  writeFileSync(at(name), bytes);
  const args = ['--max-old-space-size=128', at('probe.cjs'), at(name)];
  const out = execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 300_000 });
  rmSync(at(name));
  return JSON.parse(out) as Probed;
}

describe('a file made to take all memory and time', () => {
  it.each([...bombs.keys()])('%s: is refused in a sentence, in 300 MB', (name) => {
    const bytes = bombs.get(name)?.() ?? new Uint8Array(0);
    const { message, detail, kilobytes, seconds } = probed('bomb.gxk', bytes);
    console.log(
      `${name}: ${(bytes.length / 1e6).toFixed(1)} MB, ${(kilobytes / 1000).toFixed(0)} MB, ${seconds.toFixed(2)} s, ${detail ?? 'opens'}`,
    );
    expect(message).toMatch(/\p{Script=Han}[^]*。$/u);
    expect(kilobytes).toBeLessThan(300_000);
  });
});

describe('the look at a file for a list', () => {
  const looked = async (path: string) => {
    let bytes = 0;
    const disk = {
      ...nodeDisk,
      readFile: () => Promise.reject(new Error('The whole file was read.')),
      readAt: async (name: string, from: number, length: number) => {
        const piece = await nodeDisk.readAt(name, from, length);
        bytes += piece.length;
        return piece;
      },
    };
    return { look: await lookIntoProject(disk, path), bytes };
  };

  it('reads the directory, the manifest and the summary of a large file and nothing else', async () => {
    const media = new Map([['picture.png', crypto.getRandomValues(new Uint8Array(60_000))]]);
    const file = aProjectFile({ media });
    writeFileSync(at('large.gxk'), file);
    const { look, bytes } = await looked(at('large.gxk'));
    expect(look.ok && look.value.title).toBe('汽车维修');
    expect(file.length).toBeGreaterThan(60_000);
    expect(bytes).toBeLessThan(5_000);
  });

  it('reads nothing of a file of two gigabytes, and a few bytes of a smaller one that is empty', async () => {
    writeFileSync(at('sparse.gxk'), '');
    truncateSync(at('sparse.gxk'), 1_900_000_000);
    const huge = await looked(at('sparse.gxk'));
    expect(huge).toMatchObject({ look: { ok: false, failure: { reason: 'too-large' } }, bytes: 0 });
    await expect(nodeDisk.readFile(at('sparse.gxk'))).rejects.toMatchObject({ code: 'EFBIG' });
    truncateSync(at('sparse.gxk'), 190_000_000);
    const { look, bytes } = await looked(at('sparse.gxk'));
    expect(look).toMatchObject({ ok: false, failure: { reason: 'damaged' } });
    expect(bytes).toBeLessThan(100);
  });

  it.each(['as many entries as a zip can have', 'a summary of millions of values'])(
    'refuses %s',
    async (name) => {
      writeFileSync(at('listed.gxk'), bombs.get(name)?.() ?? '');
      const { look } = await looked(at('listed.gxk'));
      expect(look.ok).toBe(false);
    },
  );

  it('refuses a file that became shorter while it was looked at', async () => {
    writeFileSync(at('cut.gxk'), aProjectFile());
    const disk = {
      ...nodeDisk,
      readAt: async (name: string, from: number, length: number) =>
        (await nodeDisk.readAt(name, from, length)).subarray(0, from === 0 ? 4 : 9),
    };
    expect((await lookIntoProject(disk, at('cut.gxk'))).ok).toBe(false);
  });
});

describe('a large file', () => {
  const start = (heap: number) => startProgram(at('reader.cjs'), heap);

  it('is read by a process of its own, and is the same project', async () => {
    const read = await readApart(aProjectFile(), start);
    expect(read.ok && projectOf(read.value.records).records.size).toBe(2);
  });

  it('is refused there in the same words', async () => {
    const read = await readApart(aProjectFile().subarray(0, 300), start);
    expect(read).toMatchObject({ ok: false, failure: { reason: 'damaged' } });
  });

  it('is refused when the process runs out of its memory', async () => {
    // A heap in which not even the program fits stands for a file that wants more than it may.
    const read = await readApart(aProjectFile(), () => startProgram(at('reader.cjs'), 1));
    expect(read).toMatchObject({ ok: false, failure: { reason: 'too-large' } });
    expect(read.ok ? '' : read.failure.message).toMatch(/^打开这个项目文件要用的内存或时间/);
  });

  it('is refused when the process cannot be started', async () => {
    const read = await readApart(aProjectFile(), () => startProgram(at('nothing.cjs'), 64));
    expect(read).toMatchObject({ ok: false, failure: { reason: 'too-large' } });
  });
});
