import { constants } from 'node:fs';
import {
  access,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat as followed,
  unlink,
  type FileHandle,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { mostPackedBytes } from '@shared/formats/project-file/limits';
import { codeOf, type Disk, type DiskFile, type DiskStat } from './disk';

/** The real disk. */
export const nodeDisk: Disk = {
  open: async (path, mode) => diskFile(await open(path, mode === 'new' ? 'wx' : 'r+', 0o644)),
  readFile: readBounded,
  readAt,
  stat,
  identity: async (path) => {
    const { ino, birthtimeNs } = await lstat(path, { bigint: true });
    return `${String(ino)}-${String(birthtimeNs)}`;
  },
  realPath: (path) => realpath(path),
  list: (path) => readdir(path),
  makeFolder,
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  syncFolder,
  checkWritable: (path) => access(path, constants.W_OK),
};

function diskFile(handle: FileHandle): DiskFile {
  return {
    write: (bytes, position) => writeAll(handle, bytes, position),
    sync: () => handle.sync(),
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
  };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Not `recursive`: Node never ends where a folder is there but takes no other, as `/proc`. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (await isFolder(path)) return;
    const parent = dirname(path);
    if (codeOf(error) !== 'ENOENT' || parent === path) throw error;
    if (!(await isFolder(parent))) await makeFolder(parent);
    await makeInside(path);
  }
}

/** The folder above may have been made by another meanwhile, and this one too. */
async function makeInside(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (!(await isFolder(path))) throw error;
  }
}

/** Links followed: a link to a folder is one to work in. */
async function isFolder(path: string): Promise<boolean> {
  return followed(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readBounded(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > mostPackedBytes) throw tooLarge(path, size);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function tooLarge(path: string, size: number): Error {
  const error = new Error(`EFBIG: ${String(size)} bytes, read '${path}'`);
  return Object.assign(error, { code: 'EFBIG' });
}

async function readAt(path: string, at: number, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await handle.read(bytes, done, length - done, at + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  } finally {
    await handle.close();
  }
}

async function stat(path: string): Promise<DiskStat | null> {
  try {
    const found = await lstat(path);
    const type = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    return { type, size: found.size, modified: found.mtimeMs };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for fsync; NTFS journals its names itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
