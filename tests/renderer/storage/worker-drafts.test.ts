import { describe, expect, it } from 'vitest';
import { originHash, type Standing } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';
import { samples } from '@shared/core/samples/index';
import type { Drafts } from '@renderer/state/drafts';
import { createDexieDrafts } from '@renderer/storage/dexie-drafts';
import type { DraftsAnswer, DraftsMessage } from '@renderer/storage/drafts-call';
import { serveDrafts } from '@renderer/storage/serve-drafts';
import { createWorkerDrafts, type DraftsPort } from '@renderer/storage/worker-drafts';
import { memoryDrafts, settled, testTime } from '../../helpers/studio';

const projectId = 'pj0000000000000001';
const standing: Standing = {
  projectId,
  head: { copyId: 'cp0000000000000001', seq: 0, changeHash: originHash(projectId) },
  lineage: {},
};
const records = [...projectOf(samples[0]?.records(seededRandom(3)) ?? []).records.values()];
const many: readonly AnyRecord[] = Array.from({ length: 10 }, (_, index) =>
  records.map((record) => ({ ...record, id: `${record.id}${String(index)}` })),
).flat();

interface FakeWorker extends DraftsPort {
  readonly received: DraftsMessage[];
  readonly isEnded: () => boolean;
  /** As a worker does that cannot be loaded or falls over. */
  readonly fail: (message: string) => void;
}

/** A worker in the same thread; everything said is cloned as between real ones. */
function fakeWorker(change: (drafts: Drafts) => Drafts): FakeWorker {
  const database = memoryDrafts();
  const hearing: ((event: unknown) => void)[] = [];
  const failing: ((event: unknown) => void)[] = [];
  const received: DraftsMessage[] = [];
  let ended = false;
  const answer = (data: DraftsAnswer) => {
    const event = { data: structuredClone(data) };
    if (!ended) for (const hear of hearing) hear(event);
  };
  const take = serveDrafts(change(createDexieDrafts(database)), database.windowState, answer);
  return {
    received,
    isEnded: () => ended,
    postMessage(message) {
      if (ended) return;
      received.push(message);
      void take(structuredClone(message));
    },
    addEventListener: ((type: 'message' | 'error', listen: (event: unknown) => void) => {
      (type === 'message' ? hearing : failing).push(listen);
    }) as DraftsPort['addEventListener'],
    terminate() {
      ended = true;
    },
    fail(message) {
      for (const hear of failing) hear({ message });
    },
  };
}

function office(change: (drafts: Drafts) => Drafts = (drafts) => drafts) {
  const workers: FakeWorker[] = [];
  const time = testTime();
  const { drafts, windowRows } = createWorkerDrafts(() => {
    const worker = fakeWorker(change);
    workers.push(worker);
    return worker;
  }, time.after);
  const worker = () => {
    const last = workers.at(-1);
    if (last === undefined) throw new Error('no worker was started');
    return last;
  };
  return { drafts, windowRows, workers, worker, time };
}

describe('drafts behind a worker', () => {
  it('give back what was kept, and know it from anything else', async () => {
    const { drafts } = office();
    expect(await drafts.read(standing.head.copyId)).toBeUndefined();
    await drafts.rebuild({ standing, records, entries: [] });
    const copy = await drafts.read(standing.head.copyId);
    expect(copy?.records.length).toBe(records.length);
    expect(new Set(copy?.records)).toEqual(new Set(records));
    expect(await drafts.heads()).toMatchObject([{ standing, records: records.length }]);
    expect(await drafts.matches(standing, records)).toBe(true);
    expect(await drafts.matches(standing, records.slice(1))).toBe(false);
  });

  it('remember how the window stood', async () => {
    const { windowRows } = office();
    expect(await windowRows.get('columns')).toBeUndefined();
    await windowRows.put({ key: 'columns', value: { sideOpen: false } });
    expect(await windowRows.get('columns')).toMatchObject({ value: { sideOpen: false } });
  });

  it('are sent at leisure, so that typing has its turn in between', async () => {
    const { drafts, worker, time } = office();
    const kept = drafts.rebuild({ standing, records: many, entries: [] });
    await settled();
    expect(sent(worker())).toBeLessThan(many.length);
    while (sent(worker()) < many.length) {
      time.pass(60);
      await settled();
    }
    await kept;
    expect((await drafts.heads())[0]?.records).toBe(many.length);
  });

  it('are sent without a rest as long as somebody waits for them', async () => {
    const { drafts, worker } = office();
    const first = drafts.rebuild({ standing, records: many, entries: [] });
    await settled();
    const relax = drafts.hurry?.();
    await first;
    await drafts.rebuild({ standing, records: many, entries: [] });
    relax?.();
    void drafts.rebuild({ standing, records: many, entries: [] });
    await settled();
    expect(sent(worker())).toBeLessThan(3 * many.length);
    expect(sent(worker())).toBeGreaterThan(2 * many.length);
  });
});

describe('a worker of the drafts that has trouble', () => {
  it('says what went wrong by its name and goes on', async () => {
    let full = true;
    const { drafts, workers } = office((real) => ({
      ...real,
      append: (entries, to) =>
        full
          ? Promise.reject(new DOMException('disk full', 'QuotaExceededError'))
          : real.append(entries, to),
    }));
    await expect(drafts.append([], standing)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    full = false;
    expect(await drafts.append([], standing)).toBe('behind');
    expect(workers.length).toBe(1);
  });

  it('fails what it was asked when it stops, and the next question starts another', async () => {
    const { drafts, worker, workers } = office((real) => ({
      ...real,
      heads: () =>
        workers.length === 1 ? new Promise<never>(() => undefined) : Promise.resolve([]),
    }));
    const heads = drafts.heads();
    const first = worker();
    first.fail('out of memory');
    await expect(heads).rejects.toThrow('out of memory');
    expect(first.isEnded()).toBe(true);
    expect(await drafts.heads()).toEqual([]);
    expect(workers.length).toBe(2);
  });

  it('never takes half of the records for all of them when it stops in between', async () => {
    const { drafts, worker, time } = office();
    const kept = drafts.rebuild({ standing, records: many, entries: [] });
    await settled();
    worker().fail('out of memory');
    await drafts.heads();
    const failed = expect(kept).rejects.toThrow('stopped');
    drafts.hurry?.();
    time.pass(60);
    await failed;
    expect(await drafts.heads()).toEqual([]);
  });

  it('fails the question when it cannot even be started', async () => {
    let starts = 0;
    const { drafts } = createWorkerDrafts(() => {
      starts += 1;
      const worker = fakeWorker((real) => real);
      if (starts > 1) throw new Error('no more workers');
      queueMicrotask(() => {
        worker.fail('not found');
      });
      return worker;
    }, testTime().after);
    await settled();
    await expect(drafts.heads()).rejects.toThrow('no more workers');
  });
});

function sent(worker: FakeWorker): number {
  return worker.received.reduce(
    (sum, message) => sum + (message.type === 'records' ? message.records.length : 0),
    0,
  );
}
