import { describe, expect, it } from 'vitest';
import type { Drafts } from '@renderer/state/drafts';
import { createDexieDrafts } from '@renderer/storage/dexie-drafts';
import { heads } from '@renderer/storage/draft-heads';
import { lateDrafts } from '@renderer/storage/late-drafts';
import { memoryDrafts } from '../../helpers/studio';

const standing = {
  projectId: 'pj0000000000000001',
  head: { copyId: 'cp0000000000000001', seq: 0, changeHash: '0'.repeat(64) },
  lineage: {},
};

describe('drafts of which only the heads are there at once', () => {
  it('tells the heads without what checks and hashes records', async () => {
    const database = memoryDrafts();
    const drafts = lateDrafts(
      () => heads(database),
      () => Promise.reject(new Error('not asked for')),
    );
    expect(await drafts.heads()).toEqual([]);
  });

  it('does everything else as before, and makes the rest once', async () => {
    const database = memoryDrafts();
    let made = 0;
    const drafts = lateDrafts(
      () => heads(database),
      () => {
        made += 1;
        return Promise.resolve(createDexieDrafts(database));
      },
    );
    await drafts.rebuild({ standing, records: [], entries: [] });
    expect(await drafts.matches(standing, [])).toBe(true);
    expect((await drafts.read(standing.head.copyId))?.standing).toEqual(standing);
    expect(await drafts.append([], standing)).toBe('kept');
    expect((await drafts.heads()).map((head) => head.standing)).toEqual([standing]);
    expect(made).toBe(1);
  });

  it('a rest that could not be loaded fails what was asked, and is tried again', async () => {
    const database = memoryDrafts();
    const tries = [
      () => Promise.reject<Drafts>(new Error('no such file')),
      () => Promise.resolve(createDexieDrafts(database)),
    ];
    const drafts = lateDrafts(
      () => heads(database),
      () => tries.shift()?.() ?? Promise.reject(new Error('asked too often')),
    );
    await expect(drafts.read('cp0000000000000001')).rejects.toThrow('no such file');
    expect(await drafts.read('cp0000000000000001')).toBeUndefined();
  });
});
