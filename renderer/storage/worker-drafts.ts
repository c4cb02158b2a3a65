import type { AnyRecord } from '@shared/core/model/record';
import type { DraftCopy, Drafts } from '../state/drafts';
import type { DraftsAnswer, DraftsCall, DraftsMessage } from './drafts-call';
import type { WindowRow } from './drafts-database';
import type { After } from './lane';
import type { WindowRows } from './window-rows';

/** The part of a Worker that is used here. */
export interface DraftsPort {
  postMessage: (message: DraftsMessage) => void;
  addEventListener: {
    (type: 'message', listen: (event: MessageEvent<DraftsAnswer>) => void): void;
    (type: 'error', listen: (event: ErrorEvent) => void): void;
  };
  terminate: () => void;
}

/** A few milliseconds of copying at most, then typing has its turn. */
const recordsAtOnce = 400;
const restMilliseconds = 60;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/**
 * The drafts behind a worker: what IndexedDB and the hashes of the rows cost is paid there. A worker
 * that stops fails what it was asked, and the next call starts another.
 */
export function createWorkerDrafts(
  start: () => DraftsPort,
  after: After,
): { readonly drafts: Drafts; readonly windowRows: WindowRows } {
  const line = new Line(start, after);
  return {
    drafts: {
      heads: () => line.ask({ name: 'heads' }) as ReturnType<Drafts['heads']>,
      read: (copyId) => line.ask({ name: 'read', copyId }) as Promise<DraftCopy | undefined>,
      matches: async (standing, records) =>
        (await line.askWith(records, (batch) => ({ name: 'matches', standing, batch }))) === true,
      rebuild: async ({ standing, records, entries }) => {
        await line.askWith(records, (batch) => ({ name: 'rebuild', standing, entries, batch }));
      },
      append: (entries, standing) =>
        line.ask({ name: 'append', entries, standing }) as ReturnType<Drafts['append']>,
      hurry: () => line.hurry(),
    },
    windowRows: {
      get: (key) => line.ask({ name: 'windowGet', key }) as Promise<WindowRow | undefined>,
      put: (row) => line.ask({ name: 'windowPut', row }),
    },
  };
}

class Line {
  readonly #start: () => DraftsPort;
  readonly #after: After;
  readonly #waiting = new Map<number, Waiting>();
  readonly #resting = new Set<() => void>();
  #port: DraftsPort | null;
  #calls = 0;
  /** How many wait for what is sent at leisure. */
  #hurried = 0;

  constructor(start: () => DraftsPort, after: After) {
    this.#start = start;
    this.#after = after;
    this.#port = this.#connect();
  }

  ask(call: DraftsCall): Promise<unknown> {
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      const port = (this.#port ??= this.#connect());
      this.#waiting.set(id, { resolve, reject });
      port.postMessage({ type: 'call', id, call });
    });
  }

  /** Sends records a few at a time, then asks with them. */
  async askWith(
    records: Iterable<AnyRecord>,
    callOf: (batch: number) => DraftsCall,
  ): Promise<unknown> {
    this.#calls += 1;
    const batch = this.#calls;
    const port = (this.#port ??= this.#connect());
    let some: AnyRecord[] = [];
    for (const record of records) {
      some.push(record);
      if (some.length < recordsAtOnce) continue;
      port.postMessage({ type: 'records', batch, records: some });
      some = [];
      if (this.#hurried === 0) await this.#rest();
    }
    port.postMessage({ type: 'records', batch, records: some });
    // A worker that was started meanwhile has none of the records.
    if (port !== this.#port)
      throw new Error('The drafts worker stopped while it was sent the records.');
    return this.ask(callOf(batch));
  }

  /** Sends without rests until the answered function is called. */
  hurry(): () => void {
    this.#hurried += 1;
    for (const wake of this.#resting) wake();
    let waits = true;
    return () => {
      if (waits) this.#hurried -= 1;
      waits = false;
    };
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        callOff();
        this.#resting.delete(wake);
        resolve();
      };
      const callOff = this.#after(restMilliseconds, wake);
      this.#resting.add(wake);
    });
  }

  #connect(): DraftsPort {
    const port = this.#start();
    port.addEventListener('message', ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.ok) waiting?.resolve(data.value);
      else waiting?.reject(named(data.error));
    });
    port.addEventListener('error', ({ message }) => {
      port.terminate();
      if (this.#port === port) this.#port = null;
      const lost = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { reject } of lost) reject(new Error(`The drafts worker stopped: ${message}`));
    });
    return port;
  }
}

function named({ name, message }: { readonly name: string; readonly message: string }): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
