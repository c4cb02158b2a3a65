import { join } from 'node:path';
import * as z from 'zod';
import type { Settings } from '@shared/ipc/contract';
import { firstChoices, storedChoices } from '@shared/ipc/settings';
import { type JsonFile, jsonFile } from '../files/json-file';
import type { Replacing } from '../files/replace-file';

const storedSchema = z.object({
  ...storedChoices,
  /** Null = 文档/工学课坊. */
  projectsFolder: z.string().nullable().catch(null),
  /** Null = 文档/工学课坊/备份. */
  backupsFolder: z.string().nullable().catch(null),
});
type Stored = z.output<typeof storedSchema>;

const initial: Stored = { ...firstChoices, projectsFolder: null, backupsFolder: null };

/** The machine's settings: kept in memory, written as a whole at every change. */
export class SettingsStore {
  readonly #file: JsonFile<Stored>;
  readonly #documents: string;
  #stored: Stored = initial;

  constructor(tools: Replacing, folders: { userData: string; documents: string }) {
    const path = join(folders.userData, 'settings.json');
    this.#file = jsonFile(tools, path, { schema: storedSchema, empty: initial });
    this.#documents = folders.documents;
  }

  async load(): Promise<void> {
    this.#stored = await this.#file.read();
  }

  get current(): Settings {
    const { projectsFolder, backupsFolder, ...choices } = this.#stored;
    return {
      ...choices,
      projectsFolder: projectsFolder ?? join(this.#documents, '工学课坊'),
      backupsFolder: backupsFolder ?? join(this.#documents, '工学课坊', '备份'),
    };
  }

  /** Changes some of them; throws when they cannot be written, and then nothing is changed. */
  async change(part: Partial<Stored>): Promise<Settings> {
    const next = { ...this.#stored, ...part };
    await this.#file.write(next);
    this.#stored = next;
    return this.current;
  }
}
