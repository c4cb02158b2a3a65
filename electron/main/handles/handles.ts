import { newId } from '@shared/core/kernel/id';
import type { Random } from '@shared/core/kernel/random';

/** What a handle stands for; a handle of one kind is never taken for another. */
export type HandleKind = 'project' | 'backup' | 'folder' | 'export' | 'journal';

/**
 * Opaque names for paths. The window holds handles only; one exists only for what a person chose
 * (dialog, drop, double click) or what the shell itself has listed. Valid for this run.
 */
export class Handles {
  readonly #random: Random;
  readonly #paths = new Map<string, { readonly kind: HandleKind; readonly path: string }>();
  readonly #minted = new Map<string, string>();

  constructor(random: Random) {
    this.#random = random;
  }

  mint(kind: HandleKind, path: string): string {
    const key = `${kind}:${path}`;
    const known = this.#minted.get(key);
    if (known !== undefined) return known;
    const handle = newId('h', this.#random);
    this.#minted.set(key, handle);
    this.#paths.set(handle, { kind, path });
    return handle;
  }

  /** The path of a handle that was minted for this purpose; undefined for everything else. */
  resolve(kind: HandleKind, handle: string): string | undefined {
    const found = this.#paths.get(handle);
    return found?.kind === kind ? found.path : undefined;
  }
}
