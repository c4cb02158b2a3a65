import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { originHash } from '@shared/core/changes/lineage';
import { seededRandom } from '@shared/core/kernel/random';
import { starterRecords } from '@shared/core/model/starter';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { Machine, nameInFile } from '../machine';

/** Programs before this one let characters into texts that no Word file can hold. */
let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => {
  machine.remove();
});

it('a journal of an older program is read to its end, and goes on', async () => {
  const first = await (await machine.start()).create();
  const { path } = first;
  await first.save('汽车\u0007\u0000维修');
  const second = await (await machine.start()).open(path);
  expect(second.standing.head).toEqual(first.standing.head);
  expect(second.name).toBe('汽车 维修');
  await second.save('汽车维修二');
  await second.save('汽车维修三');
  const third = await (await machine.start()).open(path);
  expect(third.name).toBe('汽车维修三');
  expect(third.standing.head).toEqual(second.standing.head);
  expect(third.project.notices.join()).not.toContain('保存记录');
});

it('a file that is only opened keeps its bytes, and the window is told what was put right', async () => {
  const projectId = 'pj0000000000000001';
  const head = { copyId: 'cp0000000000000001', seq: 0, changeHash: originHash(projectId) };
  const records = starterRecords('汽车\u001f维修', seededRandom(1));
  const written = writeProjectFile({ standing: { projectId, head, lineage: {} }, records });
  if (!written.ok) throw new Error(written.failure.detail);
  await mkdir(machine.documents, { recursive: true });
  const path = join(machine.documents, '旧稿.gxk');
  await writeFile(path, written.value);

  const opened = await (await machine.start()).open(path);
  expect(opened.name).toBe('汽车维修');
  expect(opened.project.notices).toEqual([
    '“旧稿.gxk”里有写进 Word 会打不开或不准确的内容：专业“汽车维修”的“专业名称”里有看不见的字符（U+001F），打开时已清理。',
  ]);
  await opened.close();
  expect(Buffer.from(written.value).equals(await readFile(path))).toBe(true);

  const again = await (await machine.start()).open(path);
  await again.save('汽车维修二');
  await again.close();
  expect(await nameInFile(path)).toBe('汽车维修二');
});
