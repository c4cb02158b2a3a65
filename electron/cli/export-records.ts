import type { Standing } from '@shared/core/changes/lineage';
import type { ExportRun } from '@shared/ipc/export-run';
import { ExportRuns, type WrittenPaper } from '../main/exports/export-runs';
import { ioCause } from '../main/files/io-cause';
import { toolsOf } from './files';
import type { World } from './verb';

/** What the papers were made from. */
export interface ExportSource {
  readonly standing: Standing;
  readonly title: string;
}

function runsOf(world: World): ExportRuns | null {
  const { profile: userData, random } = world;
  if (userData === null) return null;
  return new ExportRuns(toolsOf(world), { userData, random, by: 'command-line' });
}

/**
 * What was exported on this machine before, by window and command line: tells a file we may renew from
 * one a person has worked on. When nothing can be read of it, existing files count as somebody's.
 */
export async function readRuns(world: World): Promise<readonly ExportRun[]> {
  try {
    return ((await runsOf(world)?.read()) ?? []).map(({ run }) => run);
  } catch (error) {
    if (ioCause(error) === undefined) throw error;
    return [];
  }
}

/** Notes a run and keeps a copy of its papers. Failing to is said and harms nothing: the next export asks instead of overwriting. */
export async function noteRun(
  { standing, title }: ExportSource,
  written: readonly WrittenPaper[],
  world: World,
): Promise<void> {
  if (written.length === 0) return;
  const { projectId, head } = standing;
  try {
    await runsOf(world)?.note({ projectId, ...head, title }, written);
  } catch (error) {
    if (ioCause(error) === undefined) throw error;
    world.say('提示：没能记下这次导出，下次导出到同一处时会把这些文件当作别人的文件，不会覆盖。');
  }
}
