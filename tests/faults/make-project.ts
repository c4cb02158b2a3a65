import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { forkStanding, originHash, type Standing } from '@shared/core/changes/lineage';
import { copyCode, newId, projectCode } from '@shared/core/kernel/id';
import { seededRandom } from '@shared/core/kernel/random';
import { samples } from '@shared/core/samples';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';

/** A project file with the sample's course in a folder, as if a colleague had sent it; answers its path. */
export async function makeProject(folder: string, name: string, seed = 1): Promise<string> {
  const sample = samples[0];
  if (sample === undefined) throw new Error('no sample');
  const random = seededRandom(seed);
  const projectId = newId(projectCode, random);
  const origin: Standing = {
    projectId,
    head: { copyId: newId(copyCode, random), seq: 0, changeHash: originHash(projectId) },
    lineage: {},
  };
  const standing = forkStanding(origin, newId(copyCode, random));
  const written = writeProjectFile({ standing, records: sample.records(random) });
  if (!written.ok) throw new Error(written.failure.message);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.gxk`);
  await writeFile(path, written.value);
  return path;
}
