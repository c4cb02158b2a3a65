import { dirname, extname, join } from 'node:path';
import type { IpcArgs, IpcValue } from '@shared/ipc/contract';
import { codeOf } from '../files/disk';
import { digest } from '../files/digest';
import { writeFailure } from '../files/io-failure';
import { replaceFile } from '../files/replace-file';
import { freePath, safeFileName } from '../files/safe-name';
import type { Services } from '../services';
import { ExportLedger } from './export-ledger';

type Plan = IpcValue<'export:plan'>;
type FileState = Plan['files'][number]['state'];
type WriteRequest = IpcArgs<'export:write'>[0]['files'][number];
type Outcome = IpcValue<'export:write'>['files'][number];
interface Written {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Writes papers into a folder without ever replacing silently what somebody has changed or holds open. */
export class Exports {
  readonly #services: Services;
  readonly #ledger: ExportLedger;

  constructor(services: Services) {
    this.#services = services;
    this.#ledger = new ExportLedger(services, services.folders.userData, services.random);
  }

  async plan(folder: string, names: readonly string[]): Promise<Plan> {
    const files: Plan['files'] = [];
    for (const name of names) {
      files.push({ name, state: await this.#stateOf(join(folder, safeFileName(name))) });
    }
    return {
      folder: this.#services.handles.mint('folder', folder),
      place: this.#services.place(folder),
      files,
    };
  }

  async #stateOf(path: string): Promise<FileState> {
    const { disk } = this.#services;
    const found = await disk.stat(path);
    if (found === null) return 'new';
    if (await this.#isHeld(path)) return 'open';
    if (found.type !== 'file') return 'touched';
    const sha256 = digest(await disk.readFile(path));
    return (await this.#ledger.digestOf(path)) === sha256 ? 'ours' : 'touched';
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

  async write(folder: string, requests: readonly WriteRequest[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const written: Written[] = [];
    for (const request of requests) {
      const { outcome, file } = await this.#writeOne(folder, request);
      outcomes.push(outcome);
      if (file !== undefined) written.push(file);
    }
    if (written.length > 0) await this.#note(written);
    return outcomes;
  }

  async #note(written: readonly Written[]): Promise<void> {
    try {
      await this.#ledger.note(written);
    } catch (error) {
      // The papers are written; without the note the next export asks once more.
      this.#services.log(`export not noted: ${writeFailure(error).reason}`);
    }
  }

  async #writeOne(
    folder: string,
    { name, bytes, ifTouched }: WriteRequest,
  ): Promise<{ outcome: Outcome; file?: Written }> {
    const base = { name, writtenAs: '', sha256: '', message: '' };
    const safe = safeFileName(name);
    let path = join(folder, safe);
    try {
      await this.#services.disk.makeFolder(folder);
      const state = await this.#stateOf(path);
      const isTheirs = state === 'touched' || state === 'open';
      if (isTheirs && ifTouched === 'skip') {
        return { outcome: { ...base, state: 'skipped' } };
      }
      if (state === 'open' && ifTouched === 'replace') {
        const message = `“${safe}”正在别的程序里打开，没有写入。请先关闭它，或改名导出。`;
        return { outcome: { ...base, state: 'failed', message } };
      }
      if (isTheirs && ifTouched === 'rename') path = await this.#freeName(folder, safe);
      await replaceFile(this.#services, { path, bytes });
      const sha256 = digest(bytes);
      const writtenAs = path.slice(folder.length + 1);
      const file = { path, name: writtenAs, sha256, bytes };
      return { outcome: { ...base, writtenAs, sha256, state: 'written' }, file };
    } catch (error) {
      const message = `“${safe}”没有写出：${writeFailure(error).message}`;
      return { outcome: { ...base, state: 'failed', message } };
    }
  }

  #freeName(folder: string, name: string): Promise<string> {
    const extension = extname(name).slice(1);
    const stem = extension === '' ? name : name.slice(0, -extension.length - 1);
    return freePath(this.#services.disk, folder, { stem, extension });
  }
}
