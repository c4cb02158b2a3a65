import { dirname } from 'node:path';
import { sha256Hex } from '@shared/core/kernel/hash';
import { isOurs } from '@shared/ipc/export-run';
import { type ExportSource, noteRun, readRuns } from './export-records';
import { bytesIfThere, isOpenElsewhere, makeFolder, writeWhole } from './files';
import { cannotWrite } from './outcome';
import type { World } from './verb';

/** A file to be written. */
export interface RunFile {
  /** As told to the caller: the folder as it was given, and the name. */
  readonly file: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ExportOfFiles {
  readonly files: readonly RunFile[];
  readonly source: ExportSource;
  /** Replaces even what somebody has worked on. */
  readonly force: boolean;
}

/**
 * Writes the files of one run, each as a whole. Every place is looked at before the first byte is
 * written: one file that somebody has worked on since, or holds open, stops the whole run, unless
 * `force`. A file that is there already with the same bytes is left alone.
 */
export async function writeRun(
  { files, source, force }: ExportOfFiles,
  world: World,
): Promise<void> {
  const runs = await readRuns(world);
  const toWrite: RunFile[] = [];
  const done: RunFile[] = [];
  for (const one of files) {
    const there = await bytesIfThere(one.path);
    const sum = there === null ? null : sha256Hex(there);
    const isSame = sum === sha256Hex(one.bytes);
    const isFree = sum === null || isOurs(runs, one.path, sum);
    if (!isSame && !force) await checkReplaceable(one, isFree);
    (isSame ? done : toWrite).push(one);
  }
  try {
    for (const one of toWrite) {
      await makeFolder(dirname(one.path));
      await writeWhole(one.path, one.bytes, world);
      done.push(one);
    }
  } finally {
    await noteRun(source, done, world);
  }
}

async function checkReplaceable({ file, path }: RunFile, isFree: boolean): Promise<void> {
  if (!isFree) {
    throw cannotWrite(
      `“${file}”已有内容，不是上次导出的样子，没有写入任何文件；请换一个文件夹，要覆盖请加 --force。`,
    );
  }
  if (await isOpenElsewhere(path)) {
    throw cannotWrite(
      `“${file}”正被别的程序打开，没有写入任何文件；请先关掉它，确实没有打开的话请加 --force。`,
    );
  }
}
