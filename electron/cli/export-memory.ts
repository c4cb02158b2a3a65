import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './files';
import { CommandStop, codeOf } from './outcome';
import type { World } from './verb';

/** Most files remembered; the oldest are forgotten first. */
const mostFiles = 5_000;
const memorySchema = z.object({
  version: z.literal(1),
  /** Path and SHA-256 of files as we last wrote them, oldest first. */
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/** What this machine's command line exported before: tells a file we may renew from one a person has worked on. */
export type ExportMemory = ReadonlyMap<string, string>;

/** Reads the memory. One that is missing or unreadable is empty: then existing files count as somebody's. */
export async function readExportMemory({ memoryFolder }: World): Promise<ExportMemory> {
  if (memoryFolder === null) return new Map();
  try {
    const stored: unknown = JSON.parse(await readFile(join(memoryFolder, fileName), 'utf8'));
    const parsed = memorySchema.safeParse(stored);
    return new Map(parsed.data?.files.map(({ path, sha256 }) => [path, sha256] as const) ?? []);
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof SyntaxError)) throw error;
    return new Map();
  }
}

const fileName = 'exports.json';

/** Remembers files just written. Failing to is said and harms nothing: the next export asks instead of overwriting. */
export async function rememberExports(
  memory: ExportMemory,
  written: ReadonlyMap<string, string>,
  world: World,
): Promise<void> {
  if (world.memoryFolder === null) return;
  const all = new Map(memory);
  for (const [path, sha256] of written) {
    all.delete(path);
    all.set(path, sha256);
  }
  const files = [...all].slice(-mostFiles).map(([path, sha256]) => ({ path, sha256 }));
  const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, files }));
  try {
    await mkdir(world.memoryFolder, { recursive: true });
    await writeWhole(join(world.memoryFolder, fileName), bytes, world);
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof CommandStop)) throw error;
    world.say('提示：没能记下这次导出，下次导出到同一处时会把这些文件当作别人的文件，不会覆盖。');
  }
}
