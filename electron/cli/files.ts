import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { newId } from '@shared/core/kernel/id';
import { mostPackedBytes } from '@shared/formats/project-file/limits';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { codeOf, type DiskStat } from '../main/files/disk';
import { ioCause } from '../main/files/io-cause';
import { replaceFile, type Replacing } from '../main/files/replace-file';
import { withWeakPlaces } from '../main/files/weak-places';
import { readWhereItFits } from '../reader/read-apart';
import { badInput, cannotWrite, checkGoingOn } from './outcome';
import { startReader } from './start-reader';
import type { World } from './verb';

/** The disk as window and command line use it; of a place that promises less is said so once. */
export function toolsOf(world: World): Replacing {
  const { clock, random } = world;
  const said = new Set<string>();
  const disk = withWeakPlaces(world.disk, (folder) => {
    const place = folder.startsWith(world.profile ?? folder) ? '记录导出的位置' : `“${folder}”`;
    if (said.has(place)) return;
    said.add(place);
    world.say(
      `提示：${place}不能确认断电后文件还在（多见于U盘、网络盘）；已写好并读回核对，拔出以前请先安全弹出。`,
    );
  });
  return { disk, clock, word: () => newId('gxk', random).slice(-12) };
}

/** Where a path leads that was given from the folder the command runs in. */
export function placeOf(name: string, { folder }: World): string {
  if (isAbsolute(name)) return resolve(name);
  if (folder !== null) return resolve(folder, name);
  throw badInput(`现在所在的文件夹已经不在了，找不到“${name}”；请换到别的文件夹，或写完整的路径。`);
}

/** Reads the project file a command names. */
export async function readProject(name: string, world: World): Promise<ProjectFile> {
  const bytes = await readBytes(name, world);
  const read = await readWhereItFits(bytes, readProjectFile, startReader);
  if (!read.ok) throw badInput(`${name}：${read.failure.message}`);
  return read.value;
}

async function readBytes(name: string, world: World): Promise<Uint8Array> {
  const { disk } = world;
  const path = placeOf(name, world);
  try {
    const real = await disk.realPath(path);
    const found = await disk.stat(real);
    if (found !== null && found.type !== 'file') throw badInput(`“${name}”不是文件。`);
    if ((found?.size ?? 0) > mostPackedBytes) {
      throw badInput(`“${name}”太大，不是工学课坊的项目文件。`);
    }
    return await disk.readFile(real);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw badInput(`找不到文件“${name}”。`);
    const cause = ioCause(error);
    if (cause === undefined) throw error;
    throw badInput(`读不了文件“${name}”：${cause}（${codeOf(error)}）。`);
  }
}

/** What lies at a place a command wants to write to; null when nothing does. */
export async function foundAt(path: string, world: World): Promise<DiskStat | null> {
  return orCannotWrite(`看不了“${basename(path)}”现在的样子`, () => world.disk.stat(path));
}

/** The bytes of what lies there; null when nothing does. */
export async function bytesIfThere(path: string, world: World): Promise<Uint8Array | null> {
  return orCannotWrite(`看不了“${basename(path)}”现在的内容`, async () => {
    const found = await world.disk.stat(path);
    return found === null ? null : world.disk.readFile(path);
  });
}

/** True when Word, WPS or LibreOffice has left the mark beside a file that says they hold it open. */
export async function isOpenElsewhere(path: string, world: World): Promise<boolean> {
  const name = basename(path);
  for (const mark of [`~$${name}`, `~$${name.slice(2)}`, `.~lock.${name}#`]) {
    if ((await foundAt(join(dirname(path), mark), world)) !== null) return true;
  }
  return false;
}

/** Makes a folder and those above it. */
export async function makeFolder(path: string, world: World): Promise<void> {
  await orCannotWrite(`建不了文件夹“${path}”`, () => world.disk.makeFolder(path));
}

/**
 * Writes a project file as a whole. It is read by the reader before a byte is written and compared
 * with what lies on the disk afterwards, so that nothing is called written that does not open.
 */
export async function writeProject(path: string, bytes: Uint8Array, world: World): Promise<void> {
  const read = readProjectFile(bytes);
  if (!read.ok) throw cannotWrite(`做出来的项目文件读不回来，没有写入：${read.failure.message}`);
  await orCannotWrite(`写不了“${basename(path)}”`, () =>
    replaceFile(toolsOf(world), { path, bytes }, () => {
      checkGoingOn(world);
      return Promise.resolve();
    }),
  );
}

/** Does something with the disk; what it answers becomes a sentence and the exit code of a place that cannot be written. */
export async function orCannotWrite<Value>(
  what: string,
  action: () => Promise<Value>,
): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    const cause = ioCause(error);
    if (cause === undefined) throw error;
    throw cannotWrite(`${what}：${cause}。`);
  }
}
