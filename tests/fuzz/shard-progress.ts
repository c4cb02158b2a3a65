import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layer, Mutant } from './mutants';
import type { Uses } from './use-project';

interface State {
  next: number;
  /** Processor seconds spent. */
  seconds: number;
  readonly counts: Record<string, Record<string, number>>;
  readonly used: { changes: number; refusals: number };
  /** Each kind of trouble once, with how often and one mutant that shows it. */
  readonly troubles: Record<string, { times: number; index: number; layer: Layer }>;
}

const folder = '.cache/mutants';
/** So many are done between two notes of where a long shard stands. */
const stride = 500;

/** What a shard has found so far; kept on disk in the long form, so that it goes on where it was stopped. */
export class ShardProgress {
  readonly #seed: number;
  readonly #path: string | null;
  #wanted: number;
  readonly #state: State;

  constructor({ seed, wanted, isKept }: { seed: number; wanted: number; isKept: boolean }) {
    this.#seed = seed;
    this.#wanted = wanted;
    this.#path = isKept ? join(folder, `seed-${String(seed)}.json`) : null;
    this.#state = this.#kept() ?? {
      next: 0,
      seconds: 0,
      counts: {},
      used: { changes: 0, refusals: 0 },
      troubles: {},
    };
  }

  #kept(): State | undefined {
    if (this.#path === null || !existsSync(this.#path)) return undefined;
    return JSON.parse(readFileSync(this.#path, 'utf8')) as State;
  }

  /** Tries one mutant alone. */
  only(index: number): void {
    this.#state.next = index;
    this.#wanted = index + 1;
  }

  *left(): Generator<number> {
    let since = process.cpuUsage();
    for (; this.#state.next < this.#wanted; this.#state.next += 1) {
      if (this.#state.next % stride === 0) {
        const { user, system } = process.cpuUsage(since);
        this.#state.seconds += (user + system) / 1e6;
        since = process.cpuUsage();
        this.#keep();
      }
      yield this.#state.next;
    }
    const { user, system } = process.cpuUsage(since);
    this.#state.seconds += (user + system) / 1e6;
    this.#keep();
  }

  #keep(): void {
    if (this.#path === null) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${this.#path}.tmp`, JSON.stringify(this.#state, null, 1));
    renameSync(`${this.#path}.tmp`, this.#path);
  }

  note(layer: Layer, outcome: string, used?: Uses): void {
    const of = (this.#state.counts[layer] ??= {});
    of[outcome] = (of[outcome] ?? 0) + 1;
    this.#state.used.changes += used?.changes ?? 0;
    this.#state.used.refusals += used?.refusals ?? 0;
  }

  trouble({ index, layer }: Mutant, doing: string, what: string): void {
    const known = (this.#state.troubles[`${doing} · ${what}`] ??= { times: 0, index, layer });
    known.times += 1;
  }

  troubles(): readonly string[] {
    return Object.entries(this.#state.troubles)
      .sort(([, left], [, right]) => right.times - left.times)
      .map(
        ([what, { times, index, layer }]) =>
          `${what} (${String(times)} times, first GONGXUE_SEED=${String(this.#seed)} GONGXUE_MUTANT=${String(index)}, layer ${layer})`,
      );
  }

  layersReached(): readonly string[] {
    return Object.keys(this.#state.counts).sort();
  }

  report(): string {
    const { next, seconds, used, counts } = this.#state;
    const lines = Object.entries(counts).map(([layer, outcomes]) => {
      const parts = Object.entries(outcomes).map(
        ([outcome, count]) => `${outcome} ${String(count)}`,
      );
      return `  ${layer.padEnd(11)} ${parts.sort().join(', ')}`;
    });
    return [
      `${String(next)} mutants of seed ${String(this.#seed)} in ${seconds.toFixed(0)} s of processor time`,
      ...lines.sort(),
      `  commands: ${String(used.changes)} changes, ${String(used.refusals)} refusals`,
    ].join('\n');
  }
}
