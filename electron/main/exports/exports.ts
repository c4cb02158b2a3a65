import { dirname, extname, join } from 'node:path';
import type { IpcArgs, IpcValue } from '@shared/ipc/contract';
import { type ExportRun, isOurs } from '@shared/ipc/export-run';
import { codeOf } from '../files/disk';
import { digest } from '../files/digest';
import { writeFailure } from '../files/io-failure';
import { replaceFile } from '../files/replace-file';
import { freePath, safeFileName } from '../files/safe-name';
import type { Services } from '../services';
import { ExportRuns, type KeptRun, type WrittenPaper } from './export-runs';

type Plan = IpcValue<'export:plan'>;
type FileState = Plan['files'][number]['state'];
type WriteRequest = IpcArgs<'export:write'>[0]['files'][number];
type Outcome = IpcValue<'export:write'>['files'][number];
/** What the papers were made from. */
export type ExportSource = Pick<ExportRun, 'projectId' | 'copyId' | 'seq' | 'changeHash' | 'title'>;

class ChangedMeanwhile extends Error {
  readonly code = 'ECHANGED';
}

/** Writes papers into a folder without ever replacing silently what somebody has changed or holds open. */
export class Exports {
  readonly #services: Services;
  readonly #runs: ExportRuns;

  constructor(services: Services) {
    this.#services = services;
    this.#runs = new ExportRuns(services, services.folders.userData, services.random);
  }

  async plan(folder: string, names: readonly string[]): Promise<Plan> {
    const files: Plan['files'] = [];
    const runs = await this.#known();
    for (const name of names) {
      files.push({ name, state: await this.#stateOf(join(folder, safeFileName(name)), runs) });
    }
    return {
      folder: this.#services.handles.mint('folder', folder),
      place: this.#services.place(folder),
      files,
    };
  }

  /** The runs of this machine, newest first, with papers that are still kept. */
  async kept(): Promise<readonly KeptRun[]> {
    return (await this.#runs.read()).filter(({ hasPapers }) => hasPapers);
  }

  async #known(): Promise<readonly ExportRun[]> {
    return (await this.#runs.read()).map(({ run }) => run);
  }

  async #stateOf(path: string, runs: readonly ExportRun[]): Promise<FileState> {
    const { disk } = this.#services;
    const found = await disk.stat(path);
    if (found === null) return 'new';
    if (await this.#isHeld(path)) return 'open';
    if (found.type !== 'file') return 'touched';
    const sha256 = digest(await disk.readFile(path));
    return isOurs(runs, path, sha256) ? 'ours' : 'touched';
  }

  /** Word and WPS leave `~$…`, LibreOffice `.~lock.…#` beside an open file; Windows refuses to open it for writing. */
  async #isHeld(path: string): Promise<boolean> {
    const { disk } = this.#services;
    const folder = dirname(path);
    const name = path.slice(folder.length + 1);
    for (const mark of [`.~lock.${name}#`, `~$${name}`, `~$${name.slice(2)}`]) {
      if ((await disk.stat(join(folder, mark))) !== null) return true;
    }
    try {
      const file = await disk.open(path, 'existing');
      await file.close();
      return false;
    } catch (error) {
      return ['EBUSY', 'EPERM', 'ETXTBSY'].includes(codeOf(error));
    }
  }

  async write(
    folder: string,
    requests: readonly WriteRequest[],
    source: ExportSource,
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const written: WrittenPaper[] = [];
    const runs = await this.#known();
    for (const request of requests) {
      const { outcome, file } = await this.#writeOne(folder, request, runs);
      outcomes.push(outcome);
      if (file !== undefined) written.push(file);
    }
    if (written.length > 0) await this.#note(source, written);
    return outcomes;
  }

  async #note(source: ExportSource, written: readonly WrittenPaper[]): Promise<void> {
    try {
      await this.#runs.note(source, written);
    } catch (error) {
      // The papers are written; without the note the next export asks once more.
      this.#services.log(`export not noted: ${writeFailure(error).reason}`);
    }
  }

  async #writeOne(
    folder: string,
    { name, bytes, ifTouched }: WriteRequest,
    runs: readonly ExportRun[],
  ): Promise<{ outcome: Outcome; file?: WrittenPaper }> {
    const base = { name, writtenAs: '', sha256: '', message: '' };
    const safe = safeFileName(name);
    let path = join(folder, safe);
    try {
      await this.#services.disk.makeFolder(folder);
      const state = await this.#stateOf(path, runs);
      const isTheirs = state === 'touched' || state === 'open';
      if (isTheirs && ifTouched === 'skip') {
        return { outcome: { ...base, state: 'skipped' } };
      }
      if (state === 'open' && ifTouched === 'replace') {
        const message = `“${safe}”正在别的程序里打开，没有写入。请先关闭它，或改名导出。`;
        return { outcome: { ...base, state: 'failed', message } };
      }
      if (isTheirs && ifTouched === 'rename') path = await this.#freeName(folder, safe);
      await this.#replace(path, bytes);
      const sha256 = digest(bytes);
      const writtenAs = path.slice(folder.length + 1);
      const file = { path, name: writtenAs, sha256, bytes };
      return { outcome: { ...base, writtenAs, sha256, state: 'written' }, file };
    } catch (error) {
      const message = `“${safe}”没有写出：${writeFailure(error).message}`;
      return { outcome: { ...base, state: 'failed', message } };
    }
  }

  /** Replaces what was judged, not what another program puts there in the meantime. */
  async #replace(path: string, bytes: Uint8Array): Promise<void> {
    const { disk } = this.#services;
    const judged = await disk.stat(path);
    await replaceFile(this.#services, { path, bytes }, async () => {
      const now = await disk.stat(path);
      if (now?.size !== judged?.size || now?.modified !== judged?.modified) {
        throw new ChangedMeanwhile();
      }
    });
  }

  #freeName(folder: string, name: string): Promise<string> {
    const extension = extname(name).slice(1);
    const stem = extension === '' ? name : name.slice(0, -extension.length - 1);
    return freePath(this.#services.disk, folder, { stem, extension });
  }
}
