/** Runs actions one after another, in the order they were asked for. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  run<Value>(action: () => Promise<Value>): Promise<Value> {
    const next = this.#last.then(action, action);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Comes back when everything asked for so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
