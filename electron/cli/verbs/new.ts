import { basename, dirname } from 'node:path';
import { originHash } from '@shared/core/changes/lineage';
import { copyCode, newId, projectCode } from '@shared/core/kernel/id';
import type { Random } from '@shared/core/kernel/random';
import { samples } from '@shared/core/samples/index';
import { projectExtension } from '@shared/platform/platform';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { foundAt, makeFolder, placeOf, writeProject } from '../files';
import { badInput, cannotWrite } from '../outcome';
import type { Verb } from '../verb';
import { needed } from '../words';

const usage = `gongxue new --sample <示例> --out <文件.${projectExtension}> [--force]`;

/** `gongxue new`: a project file made from an example. */
export const newVerb: Verb = {
  name: 'new',
  usage,
  purpose: '用示例新建一个项目文件',
  plain: 0,
  options: ['sample', 'out'],
  switches: ['force'],
  async run(words, world) {
    const bytes = projectFromSample(needed({ usage }, words, 'sample'), world.random);
    const name = needed({ usage }, words, 'out');
    if (!name.toLowerCase().endsWith(`.${projectExtension}`)) {
      throw badInput(`项目文件的名字要以 .${projectExtension} 结尾，“${name}”不是。`);
    }
    const path = placeOf(name, world);
    if (!words.options.has('force') && (await foundAt(path, world)) !== null) {
      throw cannotWrite(`已经有文件“${name}”，没有覆盖；要覆盖请加 --force。`);
    }
    await makeFolder(dirname(path), world);
    await writeProject(path, bytes, world);
    world.say(`已新建项目文件：${basename(path)}`);
  },
};

function projectFromSample(id: string, random: Random): Uint8Array {
  const sample = samples.find((one) => one.id === id);
  if (sample === undefined) {
    const known = samples.map((one) => one.id).join('、');
    throw badInput(`没有名为“${id}”的示例，可用的有：${known}。`);
  }
  const projectId = newId(projectCode, random);
  const head = { copyId: newId(copyCode, random), seq: 0, changeHash: originHash(projectId) };
  const written = writeProjectFile({
    standing: { projectId, head, lineage: {} },
    records: sample.records(random),
  });
  if (!written.ok) throw new Error(written.failure.detail);
  return written.value;
}
