import '../jitless';
import { createDexieDrafts } from './dexie-drafts';
import { DraftsDatabase } from './drafts-database';
import type { DraftsMessage } from './drafts-call';
import { serveDrafts } from './serve-drafts';

/** Keeps the drafts off the typing path: their hashes and rows cost nothing where a teacher types. */
const database = new DraftsDatabase();
const take = serveDrafts(createDexieDrafts(database), database.windowState, (answer) => {
  globalThis.postMessage(answer);
});

globalThis.addEventListener('message', ({ data }: MessageEvent<DraftsMessage>) => {
  void take(data);
});
