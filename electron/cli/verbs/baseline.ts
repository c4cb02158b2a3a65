import { nextEntry } from '@shared/core/changes/entry';
import { forkStanding, type Standing } from '@shared/core/changes/lineage';
import { type BaselineStage, makeBaseline } from '@shared/core/commands/make-baseline';
import { copyCode, newId } from '@shared/core/kernel/id';
import { contentHash } from '@shared/core/model/content-hash';
import { baselineProblem } from '@shared/core/model/limits';
import { childrenOf, type Project, projectOf, replaceRecords } from '@shared/core/model/project';
import { type Baseline, freeze, readBaseline } from '@shared/formats/project-file/baseline';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';
import { projectExtension } from '@shared/platform/platform';
import { instant } from '../../main/clock';
import { foundAt, placeOf, readProject, writeProject } from '../files';
import { badInput, cannotWrite } from '../outcome';
import { allPapersOf } from '../papers';
import type { Verb, Words, World } from '../verb';
import { needed } from '../words';

const usage = `gongxue baseline <文件.${projectExtension}> --name <名称> [--stage <讨论稿|送审稿|定稿>] [--note <说明>] [--by <经手人>] --out <文件.${projectExtension}> [--force]（或只写文件和 --json：列出存过的）`;

const stages: Readonly<Record<string, BaselineStage>> = {
  讨论稿: 'discussion',
  送审稿: 'submitted',
  定稿: 'final',
};

/** `gongxue baseline`: freezes a project with all its papers in a new file, or lists what was frozen. */
export const baselineVerb: Verb = {
  name: 'baseline',
  usage,
  purpose: '存为讨论稿、送审稿或定稿，连同全套文件；不写 --name 就列出存过的',
  plain: 1,
  options: ['name', 'stage', 'note', 'by', 'out'],
  switches: ['force', 'json'],
  async run(words, world) {
    const file = await readProject(words.plain[0] ?? '', world);
    if (words.options.has('name')) await make(file, words, world);
    else list(file, words, world);
  },
};

function list(file: ProjectFile, { options }: Words, world: World): void {
  const project = projectOf(file.records);
  const now = contentHash(project);
  const found = childrenOf(project, null, 'major')
    .flatMap(({ id }) => childrenOf(project, id, 'baseline'))
    .flatMap(({ id }) => readBaseline(file.exports, id) ?? [])
    .map(({ id, stage, name, note, by, at, projectHash, files }) => ({
      ...{ id, stage, name, note, by, at, projectHash },
      unchanged: projectHash === now,
      files: files.map((one) => ({ name: one.name, bytes: one.bytes, sha256: one.sha256 })),
    }));
  for (const { name, at, unchanged, files } of found) {
    const since = unchanged ? '此后没有改过' : '此后改过';
    world.say(`${name}（${at}）：${String(files.length)} 份文件，${since}`);
  }
  if (found.length === 0) world.say('还没有存过讨论稿、送审稿或定稿。');
  if (options.has('json')) world.printData(JSON.stringify(found, null, 1));
}

async function make(file: ProjectFile, words: Words, world: World): Promise<void> {
  const out = needed({ usage }, words, 'out');
  if (!out.toLowerCase().endsWith(`.${projectExtension}`)) {
    throw badInput(`项目文件的名字要以 .${projectExtension} 结尾，“${out}”不是。`);
  }
  const path = placeOf(out, world);
  if (!words.options.has('force') && (await foundAt(path, world)) !== null) {
    throw cannotWrite(`已经有文件“${out}”，没有覆盖；要覆盖请加 --force。`);
  }
  const { baseline, bytes } = await frozen(file, words, world);
  await writeProject(path, bytes, world);
  world.say(`已存为“${baseline.name}”，连同 ${String(baseline.files.length)} 份文件：${out}`);
  if (words.options.has('json')) world.printData(JSON.stringify(baseline, null, 1));
}

async function frozen(
  file: ProjectFile,
  words: Words,
  world: World,
): Promise<{ readonly baseline: Baseline; readonly bytes: Uint8Array }> {
  const project = projectOf(file.records);
  const said = wordsOf(words, world);
  // Before a hundred papers are made for nothing.
  const problem = baselineProblem({ ...said, papers: 0 });
  if (problem !== undefined) throw badInput(problem);
  const papers = await allPapersOf(project, { ...file.standing, baselineId: said.id }, world);
  const made = freeze({
    words: said,
    standing: file.standing,
    project,
    media: file.media,
    papers: papers.map((paper) => ({ id: newId('ke', world.random), ...paper })),
  });
  if (!made.ok) throw cannotWrite(made.failure.message);
  const { baseline, entries } = made.value;
  const next = noted({ project, standing: file.standing, baseline }, world);
  const written = writeProjectFile({
    ...next,
    media: file.media,
    exports: new Map([...file.exports, ...entries]),
    foreign: file.foreign,
  });
  if (!written.ok) throw cannotWrite(written.failure.message);
  return { baseline, bytes: written.value };
}

function wordsOf({ options }: Words, world: World) {
  const stageWord = options.get('stage');
  const name = options.get('name') ?? '';
  const stage = stages[stageWord ?? name] ?? (stageWord === undefined ? 'submitted' : undefined);
  if (stage === undefined) {
    throw badInput(`“${stageWord ?? ''}”不是 讨论稿、送审稿、定稿 中的一个。`);
  }
  return {
    ...{ id: newId('bl', world.random), stage, name },
    note: options.get('note') ?? '',
    by: options.get('by') ?? '',
    at: instant(world.clock.now()),
  };
}

/** The project with the note that it was frozen, as the next state of a copy of its own. */
function noted(
  {
    project,
    standing,
    baseline,
  }: { readonly project: Project; readonly standing: Standing; readonly baseline: Baseline },
  world: World,
) {
  const { id, stage, name, note, at, projectHash, files, by } = baseline;
  const papers = files.map(({ name: fileName, paper, layout, subjectId, sha256, ...file }) => ({
    ...{ id: file.id, paper, layout, subjectId, fileName, sha256 },
  }));
  const input = { id, stage, name, note, date: at.slice(0, 10), projectHash, papers };
  const result = makeBaseline.run(project, input, { random: world.random });
  if (!result.ok) throw badInput(result.failure.message);
  const { change, label, group } = result.value;
  const own = forkStanding(standing, newId(copyCode, world.random));
  const entry = nextEntry(own.head, {
    ...{ action: 'do', of: null, command: makeBaseline.id, label, group, at, author: by, change },
  });
  const { seq, changeHash } = entry;
  return {
    standing: { ...own, head: { copyId: own.head.copyId, seq, changeHash } },
    records: replaceRecords(project, change).records.values(),
  };
}
