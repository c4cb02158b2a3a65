import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, type Change, changeOf } from '@shared/core/changes/change';
import { type Entry, nextEntry } from '@shared/core/changes/entry';
import { forkStanding, originHash, type Standing } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { type Project, projectOf } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { createDexieDrafts } from '@renderer/storage/dexie-drafts';
import { digestOf } from '@renderer/storage/record-digest';
import { memoryDrafts } from '../../helpers/studio';

const projectId = 'pj0000000000000001';
const start: Standing = {
  projectId,
  head: { copyId: 'cp0000000000000001', seq: 0, changeHash: originHash(projectId) },
  lineage: {},
};
const project = projectOf(starterRecords('汽车维修', seededRandom(1)));

function renamed(from: Project, name: string): Change {
  const [record] = [...from.records.values()].filter(({ kind }) => kind === 'major');
  if (record === undefined) throw new Error('no major');
  return changeOf([{ id: record.id, before: record, after: { ...record, name } as AnyRecord }]);
}

function entryAfter(standing: Standing, change: Change): { entry: Entry; next: Standing } {
  const entry = nextEntry(standing.head, {
    action: 'do',
    of: null,
    command: 'edit-field',
    label: '改名',
    group: null,
    at: '2026-11-21T08:00:00.000Z',
    author: '',
    change,
  });
  const { seq, changeHash } = entry;
  return { entry, next: { ...standing, head: { ...standing.head, seq, changeHash } } };
}

async function keptDrafts() {
  const database = memoryDrafts();
  const drafts = createDexieDrafts(database);
  await drafts.rebuild({
    standing: start,
    records: [...project.records.values()],
    entries: [],
  });
  return { database, drafts };
}

describe('drafts in IndexedDB', () => {
  it('ask for strict durability by name', () => {
    const database = memoryDrafts();
    expect((database as unknown as { _options: unknown })._options).toMatchObject({
      chromeTransactionDurability: 'strict',
    });
  });

  it('give back exactly what was put in, with the digest that belongs to it', async () => {
    const { database, drafts } = await keptDrafts();
    const { entry, next } = entryAfter(start, renamed(project, '新能源汽车维修'));
    expect(await drafts.append([entry], next)).toBe('kept');
    const now = apply(project, entry.change);
    const copy = await drafts.read(start.head.copyId);
    expect(copy?.standing).toEqual(next);
    expect(copy?.entries).toEqual([entry]);
    expect(digestOf(copy?.records ?? [])).toBe(digestOf(now.records.values()));
    expect((await database.copies.get(start.head.copyId))?.generation).toBe(2);
    expect(await drafts.matches(next, now.records.values())).toBe(true);
  });

  it('take entries only right behind their own head', async () => {
    const { drafts } = await keptDrafts();
    const first = entryAfter(start, renamed(project, '甲'));
    const second = entryAfter(first.next, renamed(apply(project, first.entry.change), '乙'));
    expect(await drafts.append([second.entry], second.next)).toBe('behind');
    expect(await drafts.append([first.entry, second.entry], second.next)).toBe('kept');
    // The same ones again change nothing.
    expect(await drafts.append([first.entry, second.entry], second.next)).toBe('kept');
    expect((await drafts.read(start.head.copyId))?.entries).toHaveLength(2);
  });

  it('are not believed when a row is missing or altered', async () => {
    const { database, drafts } = await keptDrafts();
    const [row] = await database.records.toArray();
    if (row === undefined) throw new Error('no row');
    await database.records.put({ ...row, record: { ...row.record, name: '被改过' } });
    expect(await drafts.read(start.head.copyId)).toBeUndefined();
    await database.records.delete([row.copyId, row.id]);
    expect(await drafts.heads()).toEqual([]);
    expect(await drafts.read(start.head.copyId)).toBeUndefined();
  });

  it('drop a copy that the new one contains, and keep one that it does not', async () => {
    const { database, drafts } = await keptDrafts();
    const mine = entryAfter(start, renamed(project, '甲'));
    await drafts.append([mine.entry], mine.next);
    const other = forkStanding(start, 'cp0000000000000002');
    const theirs = entryAfter(other, renamed(project, '乙'));
    const records = [...apply(project, theirs.entry.change).records.values()];
    await drafts.rebuild({ standing: theirs.next, records, entries: [theirs.entry] });
    expect(await database.copies.count()).toBe(2);
    const child = entryAfter(forkStanding(mine.next, 'cp0000000000000003'), renamed(project, '丙'));
    await drafts.rebuild({ standing: child.next, records, entries: [child.entry] });
    const left = (await database.copies.toArray()).map(({ copyId }) => copyId);
    expect(left.sort()).toEqual(['cp0000000000000002', 'cp0000000000000003']);
  });

  it('keep a copy that another only claims to go beyond: a file can claim any number', async () => {
    const { database, drafts } = await keptDrafts();
    const mine = entryAfter(start, renamed(project, '甲'));
    await drafts.append([mine.entry], mine.next);
    const stranger = {
      ...mine.next,
      head: { ...mine.next.head, seq: 9, changeHash: originHash('pj0000000000000002') },
    };
    const claiming = forkStanding(stranger, 'cp0000000000000003');
    const theirs = entryAfter(claiming, renamed(project, '丙'));
    const records = [...apply(project, theirs.entry.change).records.values()];
    await drafts.rebuild({ standing: theirs.next, records, entries: [theirs.entry] });
    const copy = await drafts.read(start.head.copyId);
    expect(copy?.entries).toEqual([mine.entry]);
    expect(await database.copies.count()).toBe(2);
  });

  it('keep count and digest true through any run of changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 8 }), { maxLength: 12 }), async (names) => {
        const { drafts } = await keptDrafts();
        let standing = start;
        let now = project;
        for (const name of names) {
          const { entry, next } = entryAfter(standing, renamed(now, name));
          if (entry.change.length === 0) continue;
          now = apply(now, entry.change);
          standing = next;
          expect(await drafts.append([entry], next)).toBe('kept');
        }
        expect(await drafts.matches(standing, now.records.values())).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
