import { heads } from './draft-heads';
import { DraftsDatabase } from './drafts-database';
import type { DraftsMessage } from './drafts-call';
import { lateDrafts } from './late-drafts';
import { serveDrafts } from './serve-drafts';

/** Keeps the drafts off the typing path: their hashes and rows cost nothing where a teacher types. */
const database = new DraftsDatabase();
// The heads are asked for while the window begins, and everything else when it is there.
const drafts = lateDrafts(
  () => heads(database),
  async () => (await import('./checked-drafts')).createDexieDrafts(database),
);
const take = serveDrafts(drafts, database.windowState, (answer) => {
  if (!answer.ok) database.reopen();
  globalThis.postMessage(answer);
});

globalThis.addEventListener('message', ({ data }: MessageEvent<DraftsMessage>) => {
  void take(data);
});
