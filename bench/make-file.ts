import { writeFile } from 'node:fs/promises';
import { originHash } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import type { AnyRecord } from '@shared/core/model/record';
import { samples } from '@shared/core/samples/index';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { bigProjectRecords } from './big-project';

/** Writes a project file: `node make-file.cjs <records, or the id of a sample> <file>`. */
const [count, file] = process.argv.slice(2);
if (count === undefined || file === undefined) throw new Error('make-file <records> <file>');

function recordsOf(asked: string): readonly AnyRecord[] {
  const sample = samples.find(({ id }) => id === asked);
  return sample?.records(seededRandom(1)) ?? bigProjectRecords(Number(asked));
}

const digits = count.replace(/[^0-9]/g, '').padStart(16, '0');
const projectId = `pj${digits}`;
const written = writeProjectFile({
  standing: {
    projectId,
    head: { copyId: `cp${digits}`, seq: 0, changeHash: originHash(projectId) },
    lineage: {},
  },
  records: recordsOf(count),
});
if (!written.ok) throw new Error(written.failure.message);
void writeFile(file, written.value);
