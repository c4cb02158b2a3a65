import { basename, dirname } from 'node:path';
import { sha256Hex } from '@shared/core/kernel/hash';
import { papersProblem } from '@shared/core/model/limits';
import { isOurs } from '@shared/ipc/export-run';
import { type FileOfSet, SetProblem, writeTogether } from '../main/exports/write-together';
import { ioCause } from '../main/files/io-cause';
import { type ExportSource, noteRun, readRuns } from './export-records';
import { bytesIfThere, foundAt, isOpenElsewhere, makeFolder, toolsOf } from './files';
import { badInput, type CommandStop, cannotWrite, stopped } from './outcome';
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
 * Writes the files of one run, all or none, as the window does. Every place is looked at before the
 * first byte is written: one file that somebody has worked on since, or holds open, stops the whole
 * run, unless `force`. A file that is there already with the same bytes is left alone.
 */
export async function writeRun(
  { files, source, force }: ExportOfFiles,
  world: World,
): Promise<void> {
  const problem = papersProblem(files.length);
  if (problem !== undefined) throw badInput(problem);
  const runs = await readRuns(world);
  const toWrite: (RunFile & FileOfSet)[] = [];
  for (const one of files) {
    const judged = await foundAt(one.path, world);
    const there = await bytesIfThere(one.path, world);
    const sum = there === null ? null : sha256Hex(there);
    if (sum === sha256Hex(one.bytes)) continue;
    const isFree = sum === null || isOurs(runs, one.path, sum);
    if (!force) await checkReplaceable(one, isFree, world);
    toWrite.push({ ...one, judged });
  }
  for (const folder of new Set(toWrite.map(({ path }) => dirname(path)))) {
    await makeFolder(folder, world);
  }
  await writeAll(toWrite, world);
  await noteRun(source, files.map(writtenPaper), world);
}

async function writeAll(files: readonly (RunFile & FileOfSet)[], world: World): Promise<void> {
  try {
    await writeTogether(toolsOf(world), files, world.isStopped);
  } catch (error) {
    if (!(error instanceof SetProblem)) throw error;
    throw inWords(error, files);
  }
}

function inWords(problem: SetProblem, files: readonly RunFile[]): CommandStop | Error {
  const left = files.filter(({ path }) => problem.left.includes(path)).map(({ file }) => file);
  if (problem.path === null && left.length === 0) return stopped();
  const cause = problem.path === null ? '已中断' : ioCause(problem.cause);
  if (cause === undefined) return problem;
  const file = files.find(({ path }) => path === problem.path)?.file ?? '';
  const what = file === '' ? cause : `写不了“${file}”：${cause}`;
  if (left.length === 0) return cannotWrite(`${what}。没有写入任何文件。`);
  return cannotWrite(`${what}。磁盘没有让我们收回已经写好的：${left.join('、')}。`);
}

function writtenPaper({ path, bytes }: RunFile) {
  return { path, name: basename(path), sha256: sha256Hex(bytes), bytes };
}

async function checkReplaceable(
  { file, path }: RunFile,
  isFree: boolean,
  world: World,
): Promise<void> {
  if (!isFree) {
    throw cannotWrite(
      `“${file}”已有内容，不是上次导出的样子，没有写入任何文件；请换一个文件夹，要覆盖请加 --force。`,
    );
  }
  if (await isOpenElsewhere(path, world)) {
    throw cannotWrite(
      `“${file}”正被别的程序打开，没有写入任何文件；请先关掉它，确实没有打开的话请加 --force。`,
    );
  }
}
