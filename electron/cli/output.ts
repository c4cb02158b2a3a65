import type { Writable } from 'node:stream';
import { codeOf } from '../main/files/disk';
import { ioCause } from '../main/files/io-cause';
import { exitCodes } from './outcome';

/** Standard output, watched: a full disk behind it must not look like success. */
export class OutputWatch {
  readonly #stream: Writable;
  #trouble: Error | null = null;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error) => {
      this.#trouble ??= error;
    });
  }

  write(text: string): void {
    this.#stream.write(text);
  }

  /** What went wrong, once all of it has arrived or failed; null also for a reader that had seen enough (`| head`). */
  async trouble(): Promise<Error | null> {
    await new Promise<void>((resolve) => {
      this.#stream.write('', (error) => {
        if (error !== null && error !== undefined) this.#trouble ??= error;
        resolve();
      });
    });
    return codeOf(this.#trouble) === 'EPIPE' ? null : this.#trouble;
  }
}

/** The exit code when what was printed may not have arrived. */
export function endingOf(code: number, trouble: Error | null, say: (text: string) => void): number {
  if (trouble === null || code !== exitCodes.done) return code;
  say(`结果没有写出来：${ioCause(trouble) ?? trouble.message}。`);
  return exitCodes.cannotWrite;
}
