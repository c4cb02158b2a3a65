import { join } from 'node:path';
import { z } from 'zod';
import type { Random } from '@shared/core/kernel/random';
import { newId } from '@shared/core/kernel/id';
import { jsonFile, type JsonFile } from '../files/json-file';
import { type Replacing, writeNew } from '../files/replace-file';

const keptRuns = 20;
const mostPaths = 5_000;

const ledgerSchema = z.object({
  /** Path → SHA-256 of what we wrote there last, newest last. */
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
  /** Kept runs, oldest first. */
  runs: z.array(z.string()),
});
type Ledger = z.output<typeof ledgerSchema>;

/** Remembers what was exported where, and keeps a copy of the last 20 export runs to match papers that come back. */
export class ExportLedger {
  readonly #tools: Replacing;
  readonly #folder: string;
  readonly #file: JsonFile<Ledger>;
  readonly #random: Random;

  constructor(tools: Replacing, userData: string, random: Random) {
    this.#tools = tools;
    this.#folder = join(userData, 'exports');
    this.#random = random;
    this.#file = jsonFile(tools, join(this.#folder, 'ledger.json'), {
      schema: ledgerSchema,
      empty: { files: [], runs: [] },
    });
  }

  /** What we wrote to a path last; undefined when we never did. */
  async digestOf(path: string): Promise<string | undefined> {
    return (await this.#file.read()).files.findLast((file) => file.path === path)?.sha256;
  }

  /** Notes one run and keeps its files; older runs beyond the last 20 go. */
  async note(
    files: readonly {
      readonly path: string;
      readonly name: string;
      readonly sha256: string;
      readonly bytes: Uint8Array;
    }[],
  ): Promise<void> {
    const { disk } = this.#tools;
    const run = newId('ex', this.#random);
    const folder = join(this.#folder, run);
    await disk.makeFolder(folder);
    for (const { name, bytes } of files) await writeNew(disk, join(folder, name), bytes);
    const ledger = await this.#file.read();
    const paths = new Set(files.map(({ path }) => path));
    const others = ledger.files.filter(({ path }) => !paths.has(path));
    const noted = files.map(({ path, sha256 }) => ({ path, sha256 }));
    const runs = [...ledger.runs, run];
    for (const old of runs.slice(0, -keptRuns)) await disk.removeFolder(join(this.#folder, old));
    await this.#file.write({
      files: [...others, ...noted].slice(-mostPaths),
      runs: runs.slice(-keptRuns),
    });
  }
}
