import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeDisk } from '../../../electron/main/files/node-disk';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongxue-disk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a folder that several make at the same moment, with those above it, is there for all of them', async () => {
  for (let round = 0; round < 30; round += 1) {
    const wanted = ['a/b/c', 'a/b/c', 'a/b/d', 'a/b', 'a/e/f'].map((path) =>
      join(folder, String(round), path),
    );
    await Promise.all([...wanted, ...wanted].map((path) => nodeDisk.makeFolder(path)));
    for (const path of wanted) expect((await stat(path)).isDirectory(), path).toBe(true);
  }
});

it('where a file stands in the way it says so', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(nodeDisk.makeFolder(join(folder, 'file', 'a', 'b'))).rejects.toMatchObject({
    code: 'ENOTDIR',
  });
  await expect(nodeDisk.makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
});
