import { newId } from '@shared/core/kernel/id';
import type { Random } from '@shared/core/kernel/random';

/** PDFs that are made and wait to be written: the window has only their names, never their bytes. */
export class PrintedSheets {
  readonly #random: Random;
  readonly #sheets = new Map<string, Uint8Array<ArrayBuffer>>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** Puts a PDF aside; the handle by which it is written. */
  keep(bytes: Uint8Array<ArrayBuffer>): string {
    const handle = newId('h', this.#random);
    this.#sheets.set(handle, bytes);
    return handle;
  }

  /** The PDF of a handle; undefined once it is written or another export has begun. */
  find(handle: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#sheets.get(handle);
  }

  /** Lets go of all: they are written, called off, or another export begins. */
  clear(): void {
    this.#sheets.clear();
  }
}
