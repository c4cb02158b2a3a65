import type { Clock } from '../clock';

/** How long the window may take to hand over what was typed last. */
const longestFlush = 5_000;

/** The handshake before the window goes: it is asked to flush and answers with app:readyToClose. */
export class Closing {
  readonly #clock: Clock;
  #answer: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Asks, and comes back when the window has flushed or has taken too long. */
  flush(ask: () => void, longest: number = longestFlush): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.later(longest, resolve);
      this.#answer = () => {
        cancel();
        resolve();
      };
      ask();
    });
  }

  /** The window says it has flushed. */
  ready(): void {
    this.#answer?.();
    this.#answer = null;
  }
}
