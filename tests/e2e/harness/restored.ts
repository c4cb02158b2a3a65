import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { sha256Hex } from '@shared/core/kernel/hash';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';

const backupsFolder = '备份';

/** One backup as the app reads it and as it lies in the file, unzipped without the app's own code. */
export interface Restored {
  readonly path: string;
  readonly text: string;
}

/** Every backup in a 文档 folder, wherever the projects lie; none when the folder is gone. */
export async function backupsIn(documents: string): Promise<readonly string[]> {
  const names = await readdir(documents, { recursive: true }).catch(ifMissing);
  return (
    names
      .filter((name) => name.endsWith('.gxk') && name.split('/').includes(backupsFolder))
      // What could not be read is kept as it was found.
      .filter((name) => !name.includes('（损坏）'))
      .map((name) => join(documents, name))
  );
}

/**
 * Every backup a test has made is restored and compared: it opens, its bytes agree with the list of
 * backups, and its records are those that lie in the file. Answers what was read. Those that are `known`
 * as they lie there are passed over, and the others are known from then on.
 */
export async function restoreBackups(
  documents: string,
  known = new Set<string>(),
): Promise<readonly Restored[]> {
  const marked = await Promise.all((await backupsIn(documents)).map(markOf));
  const unknown = marked.filter(({ mark }) => !known.has(mark));
  const restored = await Promise.all(unknown.map(({ path }) => restore(path)));
  for (const { mark } of unknown) known.add(mark);
  return restored;
}

/** A file as it lies there: another size or another time of writing is another file. */
async function markOf(path: string) {
  const { size, mtimeMs, ino } = await stat(path);
  return { path, mark: [path, size, mtimeMs, ino].join(' ') };
}

async function restore(path: string): Promise<Restored> {
  const name = basename(path);
  const bytes = new Uint8Array(await readFile(path));
  const opened = readProjectFile(bytes);
  if (!opened.ok) throw new Error(`${name}: ${opened.failure.detail}`);
  const listed = JSON.parse(await readFile(join(path, '..', '备份清单.json'), 'utf8')) as Listed;
  expect(listed.find(({ fileName }) => fileName === name)?.sha256, name).toBe(sha256Hex(bytes));
  const text = strFromU8(unzipSync(bytes)['project.json'] ?? new Uint8Array());
  const { records } = JSON.parse(text) as { readonly records: readonly object[] };
  // A field that says nothing does not stand in the file.
  expect(opened.value.records, name).toMatchObject(records);
  return { path, text };
}

type Listed = readonly { readonly fileName: string; readonly sha256: string }[];

function ifMissing(cause: unknown): string[] {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw cause;
}
