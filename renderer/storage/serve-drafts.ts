import type { AnyRecord } from '@shared/core/model/record';
import type { Drafts } from '../state/drafts';
import type { DraftsAnswer, DraftsCall, DraftsMessage } from './drafts-call';
import type { WindowRows } from './window-rows';

/** Answers the calls of the window; what goes wrong is an answer as well. */
export function serveDrafts(
  drafts: Drafts,
  rows: WindowRows,
  answer: (answer: DraftsAnswer) => void,
): (message: DraftsMessage) => Promise<void> {
  const batches = new Batches();
  return async (message) => {
    if (message.type === 'records') {
      batches.add(message.batch, message.records);
      return;
    }
    const { id, call } = message;
    try {
      answer({ id, ok: true, value: await run(call, { drafts, rows, batches }) });
    } catch (cause) {
      const { name, message: words } = cause instanceof Error ? cause : new Error(String(cause));
      answer({ id, ok: false, error: { name, message: words } });
    }
  };
}

/** The records that were sent ahead of the call they belong to. */
class Batches {
  readonly #records = new Map<number, AnyRecord[]>();

  add(batch: number, records: readonly AnyRecord[]): void {
    const before = this.#records.get(batch);
    if (before === undefined) this.#records.set(batch, [...records]);
    else for (const record of records) before.push(record);
  }

  /** A batch belongs to one call: it is not kept after it. */
  taken(batch: number): readonly AnyRecord[] {
    const records = this.#records.get(batch) ?? [];
    this.#records.delete(batch);
    return records;
  }
}

interface Served {
  readonly drafts: Drafts;
  readonly rows: WindowRows;
  readonly batches: Batches;
}

function run(call: DraftsCall, { drafts, rows, batches }: Served): PromiseLike<unknown> {
  switch (call.name) {
    case 'heads':
      return drafts.heads();
    case 'read':
      return drafts.read(call.copyId);
    case 'matches':
      return drafts.matches(call.standing, batches.taken(call.batch));
    case 'rebuild': {
      const { standing, entries, batch } = call;
      return drafts.rebuild({ standing, entries, records: batches.taken(batch) });
    }
    case 'append':
      return drafts.append(call.entries, call.standing);
    case 'windowGet':
      return rows.get(call.key);
    case 'windowPut':
      return rows.put(call.row);
  }
}
