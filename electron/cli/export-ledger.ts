import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { newId } from '@shared/core/kernel/id';
import { sha256Hex } from '@shared/core/kernel/hash';
import { writeWhole } from './files';
import { CommandStop, codeOf } from './outcome';
import type { World } from './verb';

const mostPaths = 5_000;
const keptRuns = 20;
const ledgerName = 'ledger.json';

/** The ledger of this machine; the window keeps the same one (`electron/main/exports/export-ledger.ts`). */
const ledgerSchema = z.object({
  /** Path and SHA-256 of what was written there last, newest last. */
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
  /** Kept runs, oldest first: folders beside the ledger with a copy of every paper. */
  runs: z.array(z.string().regex(/^[0-9a-z]{1,40}$/)),
});
type Ledger = z.output<typeof ledgerSchema>;

/** A file just written. */
export interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What was exported on this machine before: tells a file we may renew from one a person has worked
 * on. A ledger that is missing or unreadable is empty: then existing files count as somebody's.
 */
export async function readLedger({ ledgerFolder }: World): Promise<Ledger> {
  const empty: Ledger = { files: [], runs: [] };
  if (ledgerFolder === null) return empty;
  try {
    const stored: unknown = JSON.parse(await readFile(join(ledgerFolder, ledgerName), 'utf8'));
    return ledgerSchema.safeParse(stored).data ?? empty;
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof SyntaxError)) throw error;
    return empty;
  }
}

/** The SHA-256 of what was written to a path last, or undefined. */
export function digestIn({ files }: Ledger, path: string): string | undefined {
  return files.findLast((file) => file.path === path)?.sha256;
}

/** Notes a run and keeps a copy of its papers. Failing to is said and harms nothing: the next export asks instead of overwriting. */
export async function noteRun(
  ledger: Ledger,
  written: readonly ExportedFile[],
  world: World,
): Promise<void> {
  if (world.ledgerFolder === null || written.length === 0) return;
  try {
    await keepRun(ledger, written, { ...world, ledgerFolder: world.ledgerFolder });
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof CommandStop)) throw error;
    world.say('提示：没能记下这次导出，下次导出到同一处时会把这些文件当作别人的文件，不会覆盖。');
  }
}

async function keepRun(
  ledger: Ledger,
  written: readonly ExportedFile[],
  world: World & { readonly ledgerFolder: string },
): Promise<void> {
  const folder = world.ledgerFolder;
  const run = newId('ex', world.random);
  await mkdir(join(folder, run), { recursive: true });
  for (const { path, bytes } of written) await writeFile(join(folder, run, basename(path)), bytes);
  const paths = new Set(written.map(({ path }) => path));
  const others = ledger.files.filter(({ path }) => !paths.has(path));
  const noted = written.map(({ path, bytes }) => ({ path, sha256: sha256Hex(bytes) }));
  const runs = [...ledger.runs, run];
  const next = { files: [...others, ...noted].slice(-mostPaths), runs: runs.slice(-keptRuns) };
  const text = `${JSON.stringify(next, null, 1)}\n`;
  await writeWhole(join(folder, ledgerName), new TextEncoder().encode(text), world);
  for (const old of runs.slice(0, -keptRuns)) {
    await rm(join(folder, old), { recursive: true, force: true });
  }
}
