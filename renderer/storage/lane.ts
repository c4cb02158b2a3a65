/** Starts something later; answers how to call it off. */
export type After = (milliseconds: number, run: () => void) => () => void;

export interface LaneOptions<Item> {
  /** Most items sent at once. */
  readonly most: number;
  readonly after: After;
  /** Sends items in order; null = done, else what went wrong in Chinese. */
  readonly send: (items: readonly Item[]) => Promise<string | null>;
  readonly onSent: (last: Item) => void;
  readonly onFailed: (message: string) => void;
  /** Told when a send takes longer than a teacher would wait without a word. */
  readonly onSlow: () => void;
}

export interface Lane<Item> {
  readonly take: (item: Item) => void;
  /** Resolves when all is sent, or when an attempt made after the call has failed. */
  readonly flush: () => Promise<void>;
  /** Sends nothing more by itself. */
  readonly stop: () => void;
}

const slowMilliseconds = 2_500;
const retryMilliseconds = [2_000, 5_000, 10_000] as const;
const longestWait = 30_000;

/**
 * Sends items one batch after another, in order, and never drops one: what fails stays first in line
 * and is tried again, with the newer ones behind it.
 */
export function createLane<Item>(options: LaneOptions<Item>): Lane<Item> {
  return new OrderedLane(options);
}

class OrderedLane<Item> implements Lane<Item> {
  private readonly waiting: Item[] = [];
  private sending: Promise<boolean> | null = null;
  private failures = 0;
  private callOff: (() => void) | null = null;
  private stopped = false;

  constructor(private readonly options: LaneOptions<Item>) {}

  take(item: Item): void {
    this.waiting.push(item);
    if (this.callOff === null) void this.start();
  }

  async flush(): Promise<void> {
    // A batch on its way takes along what came while it went.
    if (this.sending !== null) await this.sending;
    if (this.waiting.length > 0) await this.start();
  }

  stop(): void {
    this.stopped = true;
    this.callOff?.();
  }

  private start(): Promise<boolean> {
    this.callOff?.();
    this.callOff = null;
    this.sending ??= this.run().then((done) => {
      this.sending = null;
      if (!done && !this.stopped) this.retryLater();
      return done;
    });
    return this.sending;
  }

  private async run(): Promise<boolean> {
    // Lets everything of the same moment into one batch.
    await Promise.resolve();
    while (this.waiting.length > 0 && !this.stopped) {
      if (!(await this.attempt())) return false;
      this.failures = 0;
    }
    return true;
  }

  private async attempt(): Promise<boolean> {
    const { most, after, send, onSent, onFailed, onSlow } = this.options;
    const batch = this.waiting.slice(0, most);
    const inTime = after(slowMilliseconds, onSlow);
    const message = await send(batch);
    inTime();
    if (message !== null) {
      onFailed(message);
      return false;
    }
    this.waiting.splice(0, batch.length);
    const last = batch.at(-1);
    if (last !== undefined) onSent(last);
    return true;
  }

  private retryLater(): void {
    const wait = retryMilliseconds[this.failures] ?? longestWait;
    this.failures += 1;
    this.callOff = this.options.after(wait, () => {
      void this.start();
    });
  }
}
