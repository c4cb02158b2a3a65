import { join } from 'node:path';
import * as z from 'zod';
import { type JsonFile, jsonFile } from '../files/json-file';
import type { Replacing } from '../files/replace-file';

const most = 30;
const recentSchema = z
  .array(
    z.object({
      path: z.string(),
      projectId: z.string(),
      copyId: z.string(),
      title: z.string(),
      /** UTC instant. */
      openedAt: z.string(),
    }),
  )
  .max(most);
export type RecentProject = z.output<typeof recentSchema>[number];

/** The project files opened last on this machine, newest first. */
export class RecentList {
  readonly #file: JsonFile<RecentProject[]>;

  constructor(tools: Replacing, userData: string) {
    const path = join(userData, 'recent.json');
    this.#file = jsonFile(tools, path, { schema: recentSchema, empty: [] });
  }

  read(): Promise<readonly RecentProject[]> {
    return this.#file.read();
  }

  async note(project: RecentProject): Promise<void> {
    const others = (await this.#file.read()).filter(({ path }) => path !== project.path);
    await this.#file.write([project, ...others].slice(0, most));
  }

  async forget(path: string): Promise<void> {
    const projects = await this.#file.read();
    await this.#file.write(projects.filter((project) => project.path !== path));
  }
}
