import { join } from 'node:path';
import { idPattern } from '@shared/core/kernel/id';
import { codeOf, type Disk } from '../files/disk';
import { type JournalPeek, peekJournal } from './journal-state';

/** All journals of this machine: one folder per copy in `userData/journal`. */
export interface JournalStore {
  readonly folderOf: (copyId: string) => string;
  /** Every journal that can be looked at. */
  readonly peekAll: () => Promise<readonly JournalPeek[]>;
}

export function journalStore(disk: Disk, root: string): JournalStore {
  return {
    folderOf: (copyId) => join(root, copyId),
    peekAll: async () => {
      if ((await disk.stat(root))?.type !== 'folder') return [];
      const peeks: JournalPeek[] = [];
      for (const name of await disk.list(root)) {
        if (!idPattern.test(name)) continue;
        const peek = await tryPeek(disk, join(root, name));
        if (peek?.meta.copyId === name) peeks.push(peek);
      }
      return peeks;
    },
  };
}

/** A folder that the disk refuses is no reason to open nothing; what it holds stays as it is. */
async function tryPeek(disk: Disk, folder: string): Promise<JournalPeek | undefined> {
  try {
    return await peekJournal(disk, folder);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}
