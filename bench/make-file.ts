import { writeFile } from 'node:fs/promises';
import { originHash } from '@shared/core/changes/lineage';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { bigProjectRecords } from './big-project';

/** Writes a project file: `node make-file.cjs <records> <file>`. */
const [count, file] = process.argv.slice(2);
if (count === undefined || file === undefined) throw new Error('make-file <records> <file>');
const projectId = `pj${count.padStart(16, '0')}`;
const written = writeProjectFile({
  standing: {
    projectId,
    head: { copyId: `cp${count.padStart(16, '0')}`, seq: 0, changeHash: originHash(projectId) },
    lineage: {},
  },
  records: bigProjectRecords(Number(count)),
});
if (!written.ok) throw new Error(written.failure.message);
void writeFile(file, written.value);
