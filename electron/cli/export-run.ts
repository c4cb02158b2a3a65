import { dirname } from 'node:path';
import { sha256Hex } from '@shared/core/kernel/hash';
import { digestIn, noteRun, readLedger } from './export-ledger';
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

/**
 * Writes the files of one run, each as a whole. Every place is looked at before the first byte is
 * written: one file that somebody has worked on since, or holds open, stops the whole run, unless
 * `force`. A file that is there already with the same bytes is left alone.
 */
export async function writeRun(
  files: readonly RunFile[],
  force: boolean,
  world: World,
): Promise<void> {
  const ledger = await readLedger(world);
  const toWrite: RunFile[] = [];
  const done: RunFile[] = [];
  for (const one of files) {
    const there = await bytesIfThere(one.path);
    const sum = there === null ? null : sha256Hex(there);
    const isSame = sum === sha256Hex(one.bytes);
    const isOurs = sum === null || digestIn(ledger, one.path) === sum;
    if (!isSame && !force) await checkReplaceable(one, isOurs);
    (isSame ? done : toWrite).push(one);
  }
  try {
    for (const one of toWrite) {
      await makeFolder(dirname(one.path));
      await writeWhole(one.path, one.bytes, world);
      done.push(one);
    }
  } finally {
    await noteRun(ledger, done, world);
  }
}

async function checkReplaceable({ file, path }: RunFile, isOurs: boolean): Promise<void> {
  if (!isOurs) {
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
