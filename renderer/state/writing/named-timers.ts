/** A few timers by name; each runs at most once at a time. */
export class NamedTimers<Name extends string> {
  readonly #running = new Map<Name, ReturnType<typeof setTimeout>>();

  /** Starts one anew. */
  restart(name: Name, milliseconds: number, run: () => void): void {
    this.stop(name);
    const timer = setTimeout(() => {
      this.#running.delete(name);
      run();
    }, milliseconds);
    this.#running.set(name, timer);
  }

  /** Starts one unless it is running. */
  begin(name: Name, milliseconds: number, run: () => void): void {
    if (!this.#running.has(name)) this.restart(name, milliseconds, run);
  }

  stop(...names: readonly Name[]): void {
    for (const name of names) {
      clearTimeout(this.#running.get(name));
      this.#running.delete(name);
    }
  }
}
