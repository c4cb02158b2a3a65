import type { ShellEvent } from '@shared/ipc/contract';
import type { Clock } from './clock';

/** How long after its first question the page certainly hears what it was not asked. */
const untilHeard = 2_000;

/** Sentences for the teacher that belong to no answer: each is told once, and not before the page can hear it. */
export class Notices {
  readonly #emit: (event: ShellEvent) => void;
  readonly #clock: Clock;
  readonly #told = new Set<string>();
  #isHeard = false;
  #waiting: string[] = [];

  constructor(emit: (event: ShellEvent) => void, clock: Clock) {
    this.#emit = emit;
    this.#clock = clock;
  }

  say(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    if (this.#isHeard) this.#emit({ type: 'notice', message, tone: 'refusal' });
    else this.#waiting.push(message);
  }

  /** The page has come up and asked its first question. */
  pageCameUp(): void {
    this.#clock.later(untilHeard, () => {
      this.#isHeard = true;
      for (const message of this.#waiting.splice(0))
        this.#emit({ type: 'notice', message, tone: 'refusal' });
    });
  }
}
