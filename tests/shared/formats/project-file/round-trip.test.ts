import { describe, expect, it } from 'vitest';
import { forkStanding, originHash, type Standing } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { starterRecords } from '@shared/core/model/starter';
import { readManifest, readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';

const projectId = 'pj0000000000000001';
const standing: Standing = forkStanding(
  {
    projectId,
    head: { copyId: 'cp0000000000000001', seq: 0, changeHash: originHash(projectId) },
    lineage: {},
  },
  'cp0000000000000002',
);

describe('project file', () => {
  it('opens with what was written', () => {
    const records = starterRecords('汽车维修', seededRandom(1));
    const written = writeProjectFile({ standing, records });
    if (!written.ok) throw new Error(written.failure.detail);
    const read = readProjectFile(written.value);
    expect(read).toMatchObject({
      ok: true,
      value: {
        standing,
        records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        title: '汽车维修',
      },
    });
    expect(readManifest(written.value)).toMatchObject({
      ok: true,
      value: { standing, title: '汽车维修', counts: { major: 1, majorLevel: 1 } },
    });
  });
});
