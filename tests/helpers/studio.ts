import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { seededRandom } from '@shared/core/kernel/random';
import { createStudio } from '@renderer/app/create-studio';
import type { Studio } from '@renderer/state/studio';
import { createDexieDrafts } from '@renderer/storage/dexie-drafts';
import { DraftsDatabase } from '@renderer/storage/drafts-database';
import { createMemoryPlatform, type MemoryPlatform } from './memory-platform';

/** Time that passes only when a test says so. */
export interface TestTime {
  readonly clock: () => string;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Lets time pass and runs what was due. */
  readonly pass: (milliseconds: number) => void;
}

export function testTime(): TestTime {
  let now = Date.UTC(2026, 10, 21, 8, 0, 0);
  let waiting: { at: number; run: () => void }[] = [];
  return {
    clock: () => new Date(now).toISOString(),
    after(milliseconds, run) {
      const due = { at: now + milliseconds, run };
      waiting.push(due);
      return () => {
        waiting = waiting.filter((other) => other !== due);
      };
    },
    pass(milliseconds) {
      now += milliseconds;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}

/** A drafts database of its own, in memory. */
export function memoryDrafts(): DraftsDatabase {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  return new DraftsDatabase('drafts-of-a-test');
}

/** The window without a window: everything but the drawing, over a shell in memory. */
export function testStudio(): {
  readonly studio: Studio;
  readonly platform: MemoryPlatform;
  readonly database: DraftsDatabase;
  readonly time: TestTime;
} {
  const time = testTime();
  const random = seededRandom(7);
  const platform = createMemoryPlatform({ random, clock: time.clock });
  const database = memoryDrafts();
  const drafts = createDexieDrafts(database);
  const studio = createStudio({ platform, drafts, random, clock: time.clock, after: time.after });
  return { studio, platform, database, time };
}

/** What hangs on other tasks (database, replies) settles. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}
