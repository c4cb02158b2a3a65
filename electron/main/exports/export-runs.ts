import { join } from 'node:path';
import { newId } from '@shared/core/kernel/id';
import type { Random } from '@shared/core/kernel/random';
import {
  type ExportRun,
  exportRunSchema,
  outdatedRuns,
  runFolderName,
  runFolders,
  runRecordName,
} from '@shared/ipc/export-run';
import { instant } from '../clock';
import { codeOf } from '../files/disk';
import {
  ReadBackError,
  removeQuietly,
  replaceFile,
  type Replacing,
  sameBytes,
  writeNew,
} from '../files/replace-file';

/** A paper that was written. */
export interface WrittenPaper {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A run and the folder its papers are kept in. */
export interface KeptRun {
  readonly folder: string;
  readonly run: ExportRun;
  /** False once only the record is left. */
  readonly hasPapers: boolean;
}

/**
 * What was exported on this machine, by window and command line: one folder per run with its record
 * and copies of its papers, kept for the last 20. A run counts once its record has its name.
 */
export class ExportRuns {
  readonly #tools: Replacing;
  readonly #folder: string;
  readonly #random: Random;

  readonly #by: ExportRun['by'];

  constructor(
    tools: Replacing,
    of: { readonly userData: string; readonly random: Random; readonly by: ExportRun['by'] },
  ) {
    this.#tools = tools;
    this.#folder = join(of.userData, 'exports');
    this.#random = of.random;
    this.#by = of.by;
  }

  /** All runs that are known, newest first. */
  async read(): Promise<readonly KeptRun[]> {
    const runs: KeptRun[] = [];
    for (const name of await this.#folders()) {
      const folder = join(this.#folder, name);
      const run = await this.#record(folder);
      if (run === undefined) continue;
      const names = await this.#tools.disk.list(folder);
      runs.push({ folder, run, hasPapers: run.files.some((file) => names.includes(file.name)) });
    }
    return runs;
  }

  async #folders(): Promise<readonly string[]> {
    const { disk } = this.#tools;
    if ((await disk.stat(this.#folder))?.type !== 'folder') return [];
    return runFolders(await disk.list(this.#folder));
  }

  /** The record of a run; undefined for one that was stopped before it had one, or that another program takes away just now. */
  async #record(folder: string): Promise<ExportRun | undefined> {
    try {
      const text = new TextDecoder().decode(
        await this.#tools.disk.readFile(join(folder, runRecordName)),
      );
      return exportRunSchema.safeParse(JSON.parse(text)).data;
    } catch (error) {
      if (error instanceof SyntaxError || codeOf(error) !== '') return undefined;
      throw error;
    }
  }

  /**
   * Keeps the papers of one run and notes it; those of older runs go. It counts once its record is read
   * as it will be read one day and every paper gives back its bytes; else nothing of it stays.
   */
  async note(
    of: Omit<ExportRun, 'format' | 'at' | 'by' | 'files'>,
    papers: readonly WrittenPaper[],
  ): Promise<void> {
    const { disk, clock } = this.#tools;
    const at = instant(clock.now());
    const folder = join(this.#folder, runFolderName(at, newId('ex', this.#random)));
    const files = papers.map(({ name, path, sha256, bytes }) => ({
      ...{ name, path, sha256 },
      bytes: bytes.length,
    }));
    const run: ExportRun = { format: 1, at, by: this.#by, ...of, files };
    await disk.makeFolder(folder);
    try {
      await this.#keep(folder, run, papers);
    } catch (error) {
      await disk.removeFolder(folder).catch(() => undefined);
      throw error;
    }
    await this.#prune();
  }

  async #keep(folder: string, run: ExportRun, papers: readonly WrittenPaper[]): Promise<void> {
    const { disk } = this.#tools;
    for (const { name, bytes } of papers) {
      const path = join(folder, name);
      await writeNew(disk, path, bytes);
      if (!sameBytes(await disk.readFile(path), bytes)) throw new ReadBackError(path);
    }
    const path = join(folder, runRecordName);
    const record = new TextEncoder().encode(`${JSON.stringify(run, null, 1)}\n`);
    await replaceFile(this.#tools, { path, bytes: record });
    if ((await this.#record(folder)) === undefined) throw new ReadBackError(path);
  }

  async #prune(): Promise<void> {
    const { disk } = this.#tools;
    const { withoutPapers, gone } = outdatedRuns(await this.#folders());
    for (const name of gone) await disk.removeFolder(join(this.#folder, name));
    for (const name of withoutPapers) {
      const folder = join(this.#folder, name);
      for (const { name: paper } of (await this.#record(folder))?.files ?? []) {
        await removeQuietly(disk, join(folder, paper));
      }
    }
  }
}
