import { dirname, join } from 'node:path';
import * as z from 'zod';
import { codeOf } from '../files/disk';
import { replaceFile, type Replacing } from '../files/replace-file';

const listName = '备份清单.json';
const damagedName = '备份清单（损坏）';

const headSchema = z.object({ copyId: z.string(), seq: z.number(), changeHash: z.string() });
const listSchema = z.array(
  z.object({
    fileName: z.string(),
    sha256: z.string(),
    reason: z.string(),
    at: z.string(),
    /** Of what was put aside: whose state it is, so that the start screen need not read the file. */
    title: z.string().optional(),
    projectId: z.string().optional(),
    head: headSchema.optional(),
  }),
);
export type Listed = z.output<typeof listSchema>[number];

/** What was noted of each backup when it was made; lies beside them. */
export class BackupList {
  readonly #tools: Replacing;
  readonly #folder: () => string;

  constructor(tools: Replacing, folder: () => string) {
    this.#tools = tools;
    this.#folder = folder;
  }

  /** Empty when there is none or when it is damaged; throws when the disk refuses it, so that nobody writes over it. */
  async read(): Promise<readonly Listed[]> {
    return (await this.#parsed()) ?? [];
  }

  async add(entry: Listed): Promise<void> {
    await this.#write((list) => [...list, entry]);
  }

  async remove(fileNames: ReadonlySet<string>): Promise<void> {
    await this.#write((list) => list.filter(({ fileName }) => !fileNames.has(fileName)));
  }

  async #write(change: (list: readonly Listed[]) => readonly Listed[]): Promise<void> {
    const { disk, word } = this.#tools;
    const path = this.#path();
    const list = await this.#parsed();
    if (list === undefined) {
      // Kept for whoever can make something of it; the backups themselves do not need it.
      await disk.rename(path, join(dirname(path), `${damagedName} ${word()}.json`));
    }
    const text = `${JSON.stringify(change(list ?? []), null, 1)}\n`;
    await replaceFile(this.#tools, { path, bytes: new TextEncoder().encode(text) });
  }

  /** Undefined when what lies there is no list. */
  async #parsed(): Promise<readonly Listed[] | undefined> {
    const path = this.#path();
    let bytes: Uint8Array;
    try {
      bytes = await this.#tools.disk.readFile(path);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
      throw error;
    }
    try {
      return listSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
    } catch {
      return undefined;
    }
  }

  #path(): string {
    return join(this.#folder(), listName);
  }
}
