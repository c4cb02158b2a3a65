import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

interface StoredPart {
  readonly id: string;
  readonly after: Readonly<Record<string, unknown>> | null;
}
interface Line {
  readonly change?: readonly StoredPart[];
}

/** Length, sum and a space each, before the JSON of a line. */
const prefixLength = 18;

/**
 * What the journals of a profile hold of each record, read without the app's own code while the app writes: each
 * look reads only what has been added since the last.
 */
export class JournalWatch {
  readonly #root: string;
  readonly #read = new Map<string, { offset: number; rest: string }>();
  readonly #newest = new Map<string, string>();

  constructor(userData: string) {
    this.#root = join(userData, 'journal');
  }

  /** The newest text the journals hold of a record; undefined when it was never changed. */
  newest(id: string): string | undefined {
    return this.#newest.get(id);
  }

  /** Reads on; answers the texts that were added since the last look, by record, in their order. */
  look(): ReadonlyMap<string, readonly string[]> {
    const added = new Map<string, string[]>();
    for (const path of this.#logs()) {
      for (const { id, after } of this.#partsOf(path)) {
        const text = textOf(after);
        if (text === undefined) continue;
        added.set(id, [...(added.get(id) ?? []), text]);
        this.#newest.set(id, text);
      }
    }
    return added;
  }

  #logs(): readonly string[] {
    if (!existsSync(this.#root)) return [];
    return readdirSync(this.#root)
      .flatMap((copy) =>
        existsSync(join(this.#root, copy, 'meta.json'))
          ? readdirSync(join(this.#root, copy)).map((name) => join(this.#root, copy, name))
          : [],
      )
      .filter((path) => path.endsWith('.jsonl'))
      .sort();
  }

  *#partsOf(path: string): Generator<StoredPart> {
    const state = this.#read.get(path) ?? { offset: 0, rest: '' };
    const { bytes, size } = readFrom(path, state.offset);
    // Cut by the shell after a stopped write: read again from the beginning.
    const lines = ((size < state.offset ? '' : state.rest) + bytes).split('\n');
    this.#read.set(path, { offset: size, rest: lines.pop() ?? '' });
    for (const line of lines) {
      const { change } = JSON.parse(
        Buffer.from(line, 'latin1').toString().slice(prefixLength),
      ) as Line;
      yield* change ?? [];
    }
  }
}

/** What lies behind `offset`, byte by byte: a read may end within a letter. */
function readFrom(path: string, offset: number): { readonly bytes: string; readonly size: number } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const from = size < offset ? 0 : offset;
    const bytes = Buffer.alloc(size - from);
    readSync(file, bytes, 0, bytes.length, from);
    return { bytes: bytes.toString('latin1'), size };
  } finally {
    closeSync(file);
  }
}

function textOf(after: StoredPart['after']): string | undefined {
  return typeof after?.text === 'string' ? after.text : undefined;
}
