import { join } from 'node:path';
import { appScheme } from '@shared/platform/platform';
import type { Disk } from './disk';
import { wholeLength } from './leveldb-log';

/** Cuts what a kill left half written at the end of the drafts' newest log; answers how many bytes. */
export async function cutDraftTail(disk: Disk, userData: string): Promise<number> {
  const folder = join(userData, 'IndexedDB', `${appScheme}_studio_0.indexeddb.leveldb`);
  if ((await disk.stat(folder))?.type !== 'folder') return 0;
  const logs = (await disk.list(folder)).filter((name) => /^\d+\.log$/.test(name));
  const newest = logs
    .sort((left, right) => Number.parseInt(left, 10) - Number.parseInt(right, 10))
    .at(-1);
  if (newest === undefined) return 0;
  const path = join(folder, newest);
  const log = await disk.readFile(path);
  const whole = wholeLength(log);
  if (whole === log.length) return 0;
  const file = await disk.open(path, 'existing');
  try {
    await file.truncate(whole);
    await file.sync();
  } finally {
    await file.close();
  }
  return log.length - whole;
}
