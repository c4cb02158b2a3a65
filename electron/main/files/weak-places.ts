import { isAbsolute, relative } from 'node:path';
import { codeOf, type Disk } from './disk';

/** Answers of file systems that cannot make names durable when asked (sticks, network drives), or do not let us ask. */
const cannotSync: readonly string[] = [
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
  'EBADF',
  'EPERM',
  'EACCES',
];

/**
 * A disk that goes on where a folder cannot be made durable: what was written is there and is read
 * back, only less is promised about a power cut. `told` hears of each such folder once; a fault of the
 * disk (EIO) stays one.
 */
export function withWeakPlaces(disk: Disk, told: (folder: string) => void): Disk {
  const known = new Set<string>();
  return {
    ...disk,
    syncFolder: async (folder) => {
      try {
        await disk.syncFolder(folder);
      } catch (error) {
        if (!cannotSync.includes(codeOf(error))) throw error;
        if (known.has(folder)) return;
        known.add(folder);
        told(folder);
      }
    },
  };
}

/** What is said of such a place, once: what still holds and what does not. */
export function weakPlaceWords(
  folder: string,
  { userData, place }: { readonly userData: string; readonly place: (folder: string) => string },
): string {
  const inside = relative(userData, folder);
  const isProfile = inside === '' || !(inside.startsWith('..') || isAbsolute(inside));
  return isProfile
    ? '存放日志的磁盘不能确认断电后文件还在（多见于U盘、网络盘）：每一步照常写入，但突然断电时最后几步可能丢失。请常常关闭项目，让项目文件写好。'
    : `“${place(folder)}”不能确认断电后文件还在（多见于U盘、网络盘）：文件已写好并读回核对，拔出以前请先安全弹出。`;
}
