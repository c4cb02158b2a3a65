import { basename, dirname } from 'node:path';
import type { WriteState } from '@shared/ipc/contract';
import { instant } from '../clock';
import { digest } from '../files/digest';
import { writeFailure } from '../files/io-failure';
import { replaceFile, type Replacing } from '../files/replace-file';

const outsideMessage =
  '文件被别的程序或别的人改过了，没有写入。您的内容已保存在本机；请选择怎样处理。';
const missingMessage = '文件不在原处了，没有写入。您的内容已保存在本机。';

/** Thrown between the check of the target and the rename, when it has changed after all. */
class OutsideChange extends Error {}

/** What a writer starts from: the bytes it may replace (null = nothing lies there yet). */
export interface KnownFile {
  readonly sha256: string | null;
  readonly writtenAt: string;
  readonly writtenSeq: number;
}

/**
 * Writes the project file of one session. Never replaces bytes that are not the ones this session
 * has read or written: a file changed by somebody else stays as it is.
 */
export class FileWriter {
  readonly path: string;
  readonly #tools: Replacing;
  readonly #place: (path: string) => string;
  /** Digests of what may lie at the path: what was read or written, and what was last tried. */
  #known: ReadonlySet<string>;
  #mayBeMissing: boolean;
  #state: WriteState;

  constructor(
    tools: Replacing,
    target: { readonly path: string; readonly known: KnownFile },
    place: (path: string) => string,
  ) {
    const { path, known } = target;
    this.path = path;
    this.#tools = tools;
    this.#place = place;
    this.#known = new Set(known.sha256 === null ? [] : [known.sha256]);
    this.#mayBeMissing = known.sha256 === null;
    const { writtenAt, writtenSeq } = known;
    this.#state = { state: 'written', writtenAt, writtenSeq, file: this.#file(), message: '' };
  }

  get state(): WriteState {
    return this.#state;
  }

  /** Says that something newer than the file is saved; a trouble that was told stays told. */
  noteWaiting(): boolean {
    if (this.#state.state !== 'written') return false;
    this.#state = { ...this.#state, state: 'waiting' };
    return true;
  }

  /** Says in words why nothing could be written. */
  noteFailed(message: string): void {
    this.#state = { ...this.#state, state: 'failed', message };
  }

  /** Lets the next write replace whatever lies there now; the caller has put it in safety. */
  async accept(): Promise<void> {
    const found = await this.#tools.disk.stat(this.path);
    this.#mayBeMissing = found === null;
    if (found === null) return;
    this.#known = new Set([digest(await this.#tools.disk.readFile(this.path))]);
  }

  /** Writes the file; the answer is the new state, never an exception. */
  async write(bytes: Uint8Array, seq: number): Promise<WriteState> {
    try {
      const obstacle = await this.#obstacle();
      this.#state = obstacle ?? (await this.#replace(bytes, seq));
    } catch (error) {
      this.#state =
        error instanceof OutsideChange
          ? { ...this.#state, state: 'changedOutside', message: outsideMessage }
          : { ...this.#state, state: 'failed', message: writeFailure(error).message };
    }
    return this.#state;
  }

  async #obstacle(): Promise<WriteState | undefined> {
    const { disk } = this.#tools;
    const found = await disk.stat(this.path);
    if (found === null) {
      if (this.#mayBeMissing) return undefined;
      return { ...this.#state, state: 'missing', message: missingMessage };
    }
    if (found.type === 'file' && this.#known.has(digest(await disk.readFile(this.path)))) {
      return undefined;
    }
    return { ...this.#state, state: 'changedOutside', message: outsideMessage };
  }

  async #replace(bytes: Uint8Array, seq: number): Promise<WriteState> {
    const { disk, clock } = this.#tools;
    if (this.#mayBeMissing) await disk.makeFolder(dirname(this.path));
    const checked = await disk.stat(this.path);
    const sha256 = digest(bytes);
    const before = this.#known;
    this.#known = new Set([...before, sha256]);
    await replaceFile(this.#tools, { path: this.path, bytes }, async () => {
      const now = await disk.stat(this.path);
      if (now?.size !== checked?.size || now?.modified !== checked?.modified) {
        throw new OutsideChange();
      }
    });
    this.#known = new Set([sha256]);
    this.#mayBeMissing = false;
    const writtenAt = instant(clock.now());
    return { state: 'written', writtenAt, writtenSeq: seq, file: this.#file(), message: '' };
  }

  #file(): WriteState['file'] {
    return { fileName: basename(this.path), place: this.#place(dirname(this.path)) };
  }
}
