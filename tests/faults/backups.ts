import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { sha256Hex } from '@shared/core/kernel/hash';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import type { TestHome } from '../e2e/harness/launch';
import { numbersIn, type Witness } from './typist';

const backupsFolder = '备份';

/** Every backup in a home, wherever the projects lie. */
export async function backupsIn({ documents }: TestHome): Promise<readonly string[]> {
  const names = await readdir(documents, { recursive: true });
  return names
    .filter((name) => name.endsWith('.gxk') && name.split('/').includes(backupsFolder))
    .map((name) => join(documents, name));
}

/**
 * The restore drill after every trial: each backup opens, its parts agree with their checksums, and
 * what stands in it is a state that was noted when it was the newest: not a mixture of two, not one
 * that never was.
 */
export async function expectBackupsRestore(
  home: TestHome,
  ...witnesses: readonly Witness[]
): Promise<number> {
  const backups = await backupsIn(home);
  expect(backups.length, 'a written project has a backup').toBeGreaterThan(0);
  for (const path of backups) {
    const bytes = new Uint8Array(await readFile(path));
    const opened = readProjectFile(bytes);
    if (!opened.ok) throw new Error(`${basename(path)}: ${opened.failure.detail}`);
    const text = strFromU8(unzipSync(bytes)['project.json'] ?? new Uint8Array());
    expect(listedDigest(await list(path), basename(path)), basename(path)).toBe(sha256Hex(bytes));
    const held = numbersIn(text);
    expect(numbersIn(JSON.stringify(opened.value.records)), basename(path)).toEqual(held);
    const isNoted = witnesses.some((witness) => witness.hasNoted(held));
    expect(isNoted, `${basename(path)} holds ${held.join('、')}, which was never a state`).toBe(
      true,
    );
  }
  return backups.length;
}

type Listed = readonly { readonly fileName: string; readonly sha256: string }[];

async function list(path: string): Promise<Listed> {
  const file = join(path, '..', '备份清单.json');
  return JSON.parse(await readFile(file, 'utf8')) as Listed;
}

function listedDigest(listed: Listed, name: string): string | undefined {
  return listed.find(({ fileName }) => fileName === name)?.sha256;
}
