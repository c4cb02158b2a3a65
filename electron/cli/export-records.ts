import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { newId } from '@shared/core/kernel/id';
import { sha256Hex } from '@shared/core/kernel/hash';
import type { Standing } from '@shared/core/changes/lineage';
import {
  type ExportRun,
  exportRunSchema,
  outdatedRuns,
  runFolderName,
  runFolders,
  runRecordName,
} from '@shared/ipc/export-run';
import { writeWhole } from './files';
import { CommandStop, codeOf } from './outcome';
import type { World } from './verb';

/** A file just written. */
export interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the papers were made from. */
export interface ExportSource {
  readonly standing: Standing;
  readonly title: string;
}

/**
 * What was exported on this machine before, by window (`electron/main/exports/export-runs.ts`) and
 * command line: tells a file we may renew from one a person has worked on. Records that cannot be
 * read count as none: then existing files count as somebody's.
 */
export async function readRuns({ exportsFolder }: World): Promise<readonly ExportRun[]> {
  if (exportsFolder === null) return [];
  const runs: ExportRun[] = [];
  for (const name of await foldersIn(exportsFolder)) {
    const run = await recordIn(join(exportsFolder, name));
    if (run !== undefined) runs.push(run);
  }
  return runs;
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    return runFolders(await readdir(folder));
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return [];
  }
}

async function recordIn(folder: string): Promise<ExportRun | undefined> {
  try {
    const stored: unknown = JSON.parse(await readFile(join(folder, runRecordName), 'utf8'));
    return exportRunSchema.safeParse(stored).data;
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Notes a run and keeps a copy of its papers. Failing to is said and harms nothing: the next export asks instead of overwriting. */
export async function noteRun(
  source: ExportSource,
  written: readonly ExportedFile[],
  world: World,
): Promise<void> {
  if (world.exportsFolder === null || written.length === 0) return;
  try {
    await keepRun(source, written, { ...world, exportsFolder: world.exportsFolder });
    await prune(world.exportsFolder);
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof CommandStop)) throw error;
    world.say('提示：没能记下这次导出，下次导出到同一处时会把这些文件当作别人的文件，不会覆盖。');
  }
}

async function keepRun(
  { standing, title }: ExportSource,
  written: readonly ExportedFile[],
  world: World & { readonly exportsFolder: string },
): Promise<void> {
  const at = new Date(world.now()).toISOString();
  const folder = join(world.exportsFolder, runFolderName(at, newId('ex', world.random)));
  await mkdir(folder, { recursive: true });
  for (const { path, bytes } of written) await writeFile(join(folder, basename(path)), bytes);
  const { projectId, head } = standing;
  const files = written.map(({ path, bytes }) => ({
    ...{ name: basename(path), path, sha256: sha256Hex(bytes) },
    bytes: bytes.length,
  }));
  const run: ExportRun = { format: 1, at, by: 'command-line', projectId, ...head, title, files };
  const text = `${JSON.stringify(run, null, 1)}\n`;
  await writeWhole(join(folder, runRecordName), new TextEncoder().encode(text), world);
}

async function prune(folder: string): Promise<void> {
  const { withoutPapers, gone } = outdatedRuns(await foldersIn(folder));
  for (const name of gone) await rm(join(folder, name), { recursive: true, force: true });
  for (const name of withoutPapers) {
    for (const paper of (await recordIn(join(folder, name)))?.files ?? []) {
      await rm(join(folder, name, paper.name), { force: true });
    }
  }
}
