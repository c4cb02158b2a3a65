import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestHome } from '../e2e/harness/launch';

/** The newest log of Chromium's store for the window's origin. */
export async function indexedDbLog(home: TestHome): Promise<string> {
  const folder = join(home.userData, 'IndexedDB', 'app_studio_0.indexeddb.leveldb');
  const logs = (await readdir(folder)).filter((name) => /^\d+\.log$/.test(name)).sort();
  expect(logs.length).toBeGreaterThan(0);
  return join(folder, logs.at(-1) ?? '');
}

/** The newest journal of this machine. */
export async function journalLog(home: TestHome): Promise<string> {
  const root = join(home.userData, 'journal');
  const copies = await readdir(root);
  const logs: { path: string; bytes: number }[] = [];
  for (const copy of copies) {
    const names = await readdir(join(root, copy));
    for (const name of names.filter((each) => /^log-\d+\.jsonl$/.test(each))) {
      const path = join(root, copy, name);
      logs.push({ path, bytes: (await readFile(path)).length });
    }
  }
  const largest = logs.sort((left, right) => right.bytes - left.bytes)[0];
  expect(largest?.bytes ?? 0).toBeGreaterThan(0);
  return largest?.path ?? '';
}
