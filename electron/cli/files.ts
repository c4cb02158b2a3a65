import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { newId } from '@shared/core/kernel/id';
import { mostPackedBytes } from '@shared/formats/project-file/limits';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { badInput, cannotWrite, codeOf } from './outcome';
import type { World } from './verb';

/** Reads the project file a command names. */
export async function readProject(name: string, { folder }: World): Promise<ProjectFile> {
  const read = readProjectFile(await readBytes(resolve(folder, name), name));
  if (!read.ok) throw badInput(`${name}：${read.failure.message}`);
  return read.value;
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw badInput(`“${name}”不是文件。`);
    if (found.size > mostPackedBytes) throw badInput(`“${name}”太大，不是工学课坊的项目文件。`);
    return await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw badInput(`找不到文件“${name}”。`);
    if (code !== '') throw badInput(`读不了文件“${name}”（${code}）。`);
    throw error;
  }
}

/** The bytes of a file, or null when there is none. */
export async function bytesIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    if (code === 'ENOTDIR') throw cannotWrite(`“${dirname(path)}”不是文件夹，没有写入。`);
    throw cannotWrite(`看不了“${path}”现在的内容（${code}），没有写入。`);
  }
}

/** True when Word, WPS or LibreOffice has left the mark beside a file that says they hold it open. */
export async function isOpenElsewhere(path: string): Promise<boolean> {
  const name = basename(path);
  const marks = [`~$${name}`, `~$${name.slice(2)}`, `.~lock.${name}#`];
  for (const mark of marks) {
    if ((await bytesIfThere(join(dirname(path), mark))) !== null) return true;
  }
  return false;
}

/** Makes a folder and those above it. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw cannotWrite(`建不了文件夹“${path}”（${codeOf(error)}），没有写入。`);
  }
}

/** Writes a file as a whole: temporary file beside it, fsync, rename, fsync of the folder. Half a file is never left. */
export async function writeWhole(path: string, bytes: Uint8Array, world: World): Promise<void> {
  // Named as the window names its own, which sweeps away what a kill left behind.
  const word = newId('gxk', world.random).slice(-12);
  const temporary = join(dirname(path), `.gxk-${word}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw cannotWrite(`写不了“${basename(path)}”：${whyNot(codeOf(error))}。`);
  }
  await syncFolder(dirname(path));
}

/** Makes the new name durable. Windows and some network drives cannot sync a folder and do not need to. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(codeOf(error))) throw error;
  }
}

function whyNot(code: string): string {
  switch (code) {
    case 'ENOSPC':
      return '磁盘已满';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '没有写入的权限，或者文件正被别的程序打开';
    case 'EBUSY':
      return '文件正被别的程序打开';
    case 'ENOENT':
    case 'ENOTDIR':
      return '文件夹不存在';
    case 'EISDIR':
      return '这个名字是一个文件夹';
    default:
      return `系统报告 ${code}`;
  }
}
