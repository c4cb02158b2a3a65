import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '@electron/cli/run';
import { systemClock } from '@electron/main/clock';
import { ExportRuns } from '@electron/main/exports/export-runs';
import { isOurs, runFolderName, runRecordName } from '@shared/ipc/export-run';
import { nodeDisk } from '@electron/main/files/node-disk';
import { sha256Hex } from '@shared/core/kernel/hash';
import { seededRandom } from '@shared/core/kernel/random';
import { kindNames, newRecord } from '@shared/core/model/record';
import { samples } from '@shared/core/samples/index';
import { readProjectFile } from '@shared/formats/project-file/read-project-file';
import { writeProjectFile } from '@shared/formats/project-file/write-project-file';

let folder = '';
let seed = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '工学 cli '));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs the command line in the test's folder. */
async function gongxue(...words: readonly string[]) {
  const data: string[] = [];
  const said: string[] = [];
  seed += 1;
  const code = await runCommandLine(words, {
    folder: join(folder, 'work'),
    random: seededRandom(seed),
    printData: (text) => data.push(text),
    say: (text) => said.push(text),
    disk: nodeDisk,
    clock: { ...systemClock, now: () => Date.UTC(2026, 10, 21) + seed * 1_000 },
    isStopped: () => false,
    profile: join(folder, 'memory'),
  });
  const value: unknown = data.length === 0 ? null : JSON.parse(data.join('\n'));
  return { code, value, said: said.join('\n') };
}

const at = (...names: readonly string[]) => join(folder, 'work', ...names);
const entries = async () => (await readdir(join(folder, 'work'), { recursive: true })).sort();
const sampleId = samples[0]?.id ?? '';

beforeEach(() => mkdir(join(folder, 'work')));

async function aProject(name = 'P.gxk') {
  expect(await gongxue('new', '--sample', sampleId, '--out', name)).toMatchObject({ code: 0 });
  const read = readProjectFile(await readFile(at(name)));
  if (!read.ok) throw new Error(read.failure.detail);
  return read.value;
}

/** Changes the name of the course in a project file, as an edit in the window would. */
async function renameCourse(name: string, courseName: string) {
  const read = readProjectFile(await readFile(at(name)));
  if (!read.ok) throw new Error(read.failure.detail);
  const records = read.value.records.map((record) =>
    record.kind === 'course' ? { ...record, name: courseName } : record,
  );
  const written = writeProjectFile({ ...read.value, records });
  if (written.ok) await writeFile(at(name), written.value);
}

describe('gongxue samples', () => {
  it('lists id and title of every shipped sample', async () => {
    const { code, value } = await gongxue('samples', '--json');
    expect(code).toBe(0);
    expect(value).toEqual(samples.map(({ id, title }) => ({ id, title })));
    expect(await gongxue('samples')).toMatchObject({ code: 0, value: null });
  });
});

describe('gongxue papers', () => {
  it('lists the kinds of papers with Chinese titles and layouts', async () => {
    const { value } = await gongxue('papers', '--json');
    expect(value).toMatchObject([
      { id: 'majorStandard', title: '专业课程标准', subject: 'major' },
      { id: 'courseOffering', subject: 'major' },
      { id: 'workTaskSummary', subject: 'major' },
      { id: 'assessmentMatrix', subject: 'major' },
      { id: 'courseStandard', title: '工学一体化课程标准', subject: 'course' },
    ]);
    expect((await gongxue('papers')).said).toContain('course-standard.tili2');
  });
});

describe('gongxue coverage', () => {
  it('tells of each objective where it is taught and assessed, and ends with 1 where one is not', async () => {
    const { records } = await aProject();
    const { code, value } = await gongxue('coverage', 'P.gxk', '--json');
    expect(code).toBe(0);
    const [course] = value as { covered: number; objectives: { cells: { state: string }[] }[] }[];
    const objectives = records.filter(({ kind }) => kind === 'courseObjective');
    expect(course?.objectives).toHaveLength(objectives.length);
    expect(course?.covered).toBe(objectives.length);
    const tasks = records.filter(({ kind }) => kind === 'learningTask').length;
    expect(course?.objectives[0]?.cells).toHaveLength(tasks + 1);
    expect((await gongxue('coverage', 'P.gxk')).said).toContain('覆盖');

    const read = readProjectFile(await readFile(at('P.gxk')));
    if (!read.ok) throw new Error(read.failure.detail);
    const without = read.value.records.filter(({ kind }) => kind !== 'assessmentPoint');
    const written = writeProjectFile({ ...read.value, records: without });
    if (!written.ok) throw new Error(written.failure.detail);
    await writeFile(at('P2.gxk'), written.value);
    const open = await gongxue('coverage', 'P2.gxk');
    expect(open).toMatchObject({ code: 1 });
    expect(open.said).toContain('有学时、缺考核要点');
    expect(open.said).toContain(`有 ${String(objectives.length)} 条课程目标还没有覆盖。`);
  });

  it('gives the matrices of the chain, their gaps and what each gap lacks', async () => {
    const listed = await gongxue('coverage', '--matrices', '--json');
    expect(listed).toMatchObject({ code: 0 });
    expect((listed.value as { id: string }[]).map(({ id }) => id)).toEqual([
      ...['M1', 'M3', 'M6c', 'M6t'],
    ]);
    const { records } = await aProject();
    const whole = await gongxue('coverage', 'P.gxk', '--matrix', 'M6c', '--json');
    expect(whole).toMatchObject({ code: 0, value: { matrix: 'M6c', gaps: [] } });
    const of = await gongxue(
      ...['coverage', 'P.gxk', '--matrix', 'M3', '--course', '汽车维护', '--json'],
    );
    const { rows, columns } = of.value as Record<string, { id: string; kind: string }[]>;
    const idsOf = (kind: string) => records.filter((one) => one.kind === kind).map(({ id }) => id);
    expect(rows?.map(({ id }) => id).sort()).toEqual(idsOf('courseObjective').sort());
    expect(columns?.at(-1)?.kind).toBe('finalAssessment');

    const read = readProjectFile(await readFile(at('P.gxk')));
    if (!read.ok) throw new Error(read.failure.detail);
    const without = read.value.records.filter(({ kind }) => kind !== 'objectiveRequirement');
    const written = writeProjectFile({ ...read.value, records: without });
    if (!written.ok) throw new Error(written.failure.detail);
    await writeFile(at('P2.gxk'), written.value);
    const open = await gongxue('coverage', 'P2.gxk', '--matrix', 'M6c');
    expect(open).toMatchObject({ code: 1 });
    expect(open.said).toContain('缺对应');
    expect(await gongxue('coverage', 'P.gxk', '--matrix', 'M99')).toMatchObject({ code: 2 });
    expect(await gongxue('coverage')).toMatchObject({ code: 2 });
  });
});

describe('gongxue paths', () => {
  it('lists what can be named from a kind, with Chinese names; a kind by id or by its Chinese name', async () => {
    const { value, code } = await gongxue('paths', '--kind', '课程', '--json');
    expect(code).toBe(0);
    const [{ kind, paths } = { kind: '', paths: [] }] = value as readonly {
      readonly kind: string;
      readonly paths: readonly { readonly path: string; readonly label: string }[];
    }[];
    expect(kind).toBe('course');
    const labels = new Map(paths.map(({ path, label }) => [path, label]));
    expect(labels.get('course.name')).toBe('课程名称');
    expect(labels.get('course.typicalWorkTask.description')).toBe('典型工作任务·典型工作任务描述');
    expect(labels.get('majorLevel.level')).toBe('培养层级·层级');
    expect((await gongxue('paths', '--kind', 'course')).said).toContain('course.contentsByStage');
    expect((await gongxue('paths', '--json')).value).toHaveLength(kindNames.length);
  });

  it('says which kinds there are when the one asked for is none', async () => {
    expect(await gongxue('paths', '--kind', '合同')).toMatchObject({ code: 2 });
    expect((await gongxue('paths', '--kind', '合同')).said).toContain('没有“合同”这个种类');
  });
});

describe('gongxue new', () => {
  it('writes a project file that opens, a different project each time', async () => {
    const first = await aProject('a.gxk');
    const second = await aProject('deep/b.gxk');
    expect(first.records.length).toBe(second.records.length);
    expect(first.standing.projectId).not.toBe(second.standing.projectId);
    expect(first.findings).toEqual([]);
    expect(await entries()).toEqual(['a.gxk', 'deep', 'deep/b.gxk']);
  });

  it('never overwrites a file unless told to', async () => {
    await writeFile(at('P.gxk'), 'mine');
    expect(await gongxue('new', '--sample', sampleId, '--out', 'P.gxk')).toMatchObject({ code: 3 });
    expect(await readFile(at('P.gxk'), 'utf8')).toBe('mine');
    expect(await gongxue('new', '--sample', sampleId, '--out', 'P.gxk', '--force')).toMatchObject({
      code: 0,
    });
  });

  it('says in one sentence when the place cannot be written, and leaves nothing', async () => {
    await writeFile(at('file'), '');
    await mkdir(at('folder.gxk'));
    for (const out of ['file/P.gxk', 'folder.gxk']) {
      const { code, said } = await gongxue('new', '--sample', sampleId, '--out', out, '--force');
      expect([code, said.split('\n').length]).toEqual([3, 1]);
    }
    expect(await entries()).toEqual(['file', 'folder.gxk']);
  });
});

describe('gongxue info', () => {
  it('tells counts, courses and learning tasks', async () => {
    const { standing, counts, records } = await aProject();
    const { code, value, said } = await gongxue('info', 'P.gxk', '--json');
    expect([code, said]).toEqual([0, '']);
    expect(value).toMatchObject({
      format: 'gxk',
      schemaVersion: expect.stringMatching(/^1\.\d+$/) as string,
      projectId: standing.projectId,
      copyId: standing.head.copyId,
      title: '汽车维修',
      counts,
      levels: [{ id: records.find(({ kind }) => kind === 'majorLevel')?.id, level: '中级' }],
      courses: [{ name: '汽车维护', level: '中级', standardHours: 180 }],
    });
    const { courses, learningTasks } = value as {
      courses: { id: string }[];
      learningTasks: { courseId: string; standardHours: number }[];
    };
    expect(learningTasks.map(({ courseId }) => courseId)).toEqual(Array(4).fill(courses[0]?.id));
    expect(learningTasks.reduce((sum, task) => sum + task.standardHours, 0)).toBe(180);
    expect((await gongxue('info', 'P.gxk')).said).toContain('课程：汽车维护，中级，180 学时');
  });

  it('refuses what is no project file', async () => {
    await writeFile(at('text.gxk'), '不是项目');
    await mkdir(at('folder'));
    const whole = await aProject().then(() => readFile(at('P.gxk')));
    await writeFile(at('half.gxk'), whole.subarray(0, whole.length / 2));
    for (const name of ['text.gxk', 'folder', 'half.gxk', 'missing.gxk', 'P.gxk/inside.gxk']) {
      const { code, value, said } = await gongxue('info', name, '--json');
      expect([code, value, said.split('\n').length]).toEqual([2, null, 1]);
    }
  });
});

describe('gongxue export', () => {
  const exportAll = (...more: readonly string[]) =>
    gongxue('export', 'P.gxk', '--paper', 'courseStandard', '--out', 'out', '--json', ...more);

  it('writes the papers and names them', async () => {
    const { records } = await aProject();
    const courseId = records.find(({ kind }) => kind === 'course')?.id;
    const file = join('out', '汽车维护课程标准.docx');
    expect(await exportAll()).toMatchObject({
      code: 0,
      value: [{ paper: 'courseStandard', courseId, file }],
    });
    expect(await entries()).toEqual(['P.gxk', 'out', file]);
    expect((await readFile(at(file))).subarray(0, 2).toString()).toBe('PK');
  });

  it('writes every paper of the major, which belong to no course', async () => {
    await aProject();
    const { code, value } = await gongxue(
      ...['export', 'P.gxk', '--paper', 'all', '--out', 'out', '--json'],
    );
    expect(code).toBe(0);
    expect((value as { paper: string }[]).map(({ paper }) => paper)).toEqual([
      'majorStandard',
      'courseOffering',
      'workTaskSummary',
      'assessmentMatrix',
      'courseStandard',
    ]);
    const said = value as { paper: string; courseId: string | null; subjectId: string }[];
    expect(said[0]?.courseId).toBeNull();
    expect(said[0]?.subjectId).toMatch(/^ma/);
    expect(said.at(-1)?.courseId).toBe(said.at(-1)?.subjectId);
  });

  it('takes the course by name or id, the level by its word or id, and the layout', async () => {
    const { records } = await aProject();
    const idOf = (kind: string) => records.find((record) => record.kind === kind)?.id ?? '';
    const usual = ['--layout', 'course-standard.national'];
    const made: Buffer[] = [];
    for (const more of [
      ['--course', '汽车维护'],
      ['--course', idOf('course')],
      ['--level', idOf('majorLevel')],
      ['--level', '中级'],
      usual,
      ['--layout', 'course-standard.tili2'],
    ]) {
      const { code, value } = await exportAll(...more);
      const [{ file } = { file: '' }] = value as { file: string }[];
      expect(code).toBe(0);
      made.push(await readFile(at(file)));
    }
    expect(made.map((bytes) => bytes.equals(made[0] ?? bytes))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('gives the same bytes twice and renews a file nobody touched', async () => {
    await aProject();
    await exportAll();
    const first = await readFile(at('out', '汽车维护课程标准.docx'));
    expect(await exportAll()).toMatchObject({ code: 0 });
    expect(await readFile(at('out', '汽车维护课程标准.docx'))).toEqual(first);
    await rm(join(folder, 'memory'), { recursive: true });
    expect(await exportAll()).toMatchObject({ code: 0 });
    await renameTask('P.gxk');
    expect(await exportAll()).toMatchObject({ code: 0 });
    expect(await readFile(at('out', '汽车维护课程标准.docx'))).not.toEqual(first);
  });

  it('does not overwrite a file that was worked on since or is open elsewhere', async () => {
    await aProject();
    await exportAll();
    const path = at('out', '汽车维护课程标准.docx');
    await writeFile(at('out', '.~lock.汽车维护课程标准.docx#'), '');
    await renameTask('P.gxk');
    expect(await exportAll()).toMatchObject({ code: 3, value: null });
    await rm(at('out', '.~lock.汽车维护课程标准.docx#'));
    await writeFile(path, 'worked on');
    expect(await exportAll()).toMatchObject({ code: 3, value: null });
    expect(await readFile(path, 'utf8')).toBe('worked on');
    expect(await exportAll('--force')).toMatchObject({ code: 0 });
  });

  it('writes nothing at all when one of the files may not be overwritten', async () => {
    await twoCourses('同名课程', '同名课程');
    await mkdir(at('out'));
    await writeFile(at('out', '同名课程课程标准（2）.docx'), 'mine');
    expect(await exportAll()).toMatchObject({ code: 3 });
    expect(await readdir(at('out'))).toEqual(['同名课程课程标准（2）.docx']);
  });

  it('gives two courses of one name two files, and asks which one is meant', async () => {
    await twoCourses('同名课程', '同名课程');
    const { value } = await exportAll();
    expect(value).toMatchObject([
      { file: join('out', '同名课程课程标准.docx') },
      { file: join('out', '同名课程课程标准（2）.docx') },
    ]);
    expect(await exportAll('--course', '同名课程')).toMatchObject({ code: 2 });
  });

  it('stays in its folder whatever the course is called', async () => {
    await aProject();
    await renameCourse('P.gxk', '../../a\\b:c');
    const { value } = await exportAll();
    expect(value).toHaveLength(1);
    expect((await readdir(at('out'))).length).toBe(1);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['work', 'memory']));
  });

  it('says when the folder cannot be written', async () => {
    await aProject();
    await writeFile(at('out'), 'a file');
    expect(await exportAll()).toMatchObject({ code: 3, value: null });
    await rm(at('out'));
    await symlink('/proc', at('out'));
    expect(await exportAll()).toMatchObject({ code: 3, value: null });
  });

  it('works where nothing can be remembered', async () => {
    await aProject();
    await writeFile(join(folder, 'memory'), 'a file');
    expect(await exportAll()).toMatchObject({ code: 0 });
    await rm(join(folder, 'memory'));
    await mkdir(join(folder, 'memory', 'exports'), { recursive: true });
    const spoilt = join(
      folder,
      'memory',
      'exports',
      runFolderName('2026-11-20', 'ex'.padEnd(18, '0')),
    );
    await mkdir(spoilt);
    await writeFile(join(spoilt, runRecordName), 'rubbish');
    expect(await exportAll()).toMatchObject({ code: 0 });
  });

  it('keeps the papers of the last 20 runs, where the window keeps its own as well', async () => {
    await aProject();
    const path = at('out', '汽车维护课程标准.docx');
    for (let run = 0; run < 21; run += 1) await exportAll();
    const kept = join(folder, 'memory', 'exports');
    const folders = (await readdir(kept)).sort();
    expect(folders).toHaveLength(21);
    const papers = await Promise.all(folders.map((name) => readdir(join(kept, name))));
    expect(papers.map((names) => names.includes('汽车维护课程标准.docx'))).toEqual([
      false,
      ...Array<boolean>(20).fill(true),
    ]);
    const paper = await readFile(path);
    const newest = folders.at(-1) ?? '';
    expect(await readFile(join(kept, newest, '汽车维护课程标准.docx'))).toEqual(paper);
    const tools = { disk: nodeDisk, clock: systemClock, word: () => '000000000000' };
    const ofWindow = new ExportRuns(tools, {
      userData: join(folder, 'memory'),
      random: seededRandom(1),
      by: 'window',
    });
    const known = (await ofWindow.read()).map(({ run }) => run);
    expect(known).toHaveLength(21);
    expect(known[0]).toMatchObject({ by: 'command-line', title: '汽车维修' });
    expect(isOurs(known, path, sha256Hex(paper))).toBe(true);
    await renameTask('P.gxk');
    await writeFile(path, 'written by the window');
    expect(await exportAll()).toMatchObject({ code: 3 });
    const sha256 = sha256Hex('written by the window');
    const source = { projectId: 'p', copyId: 'c', seq: 1, changeHash: 'h', title: '汽车维修' };
    await ofWindow.note(source, [{ path, name: 'x.docx', sha256, bytes: paper }]);
    expect(await exportAll()).toMatchObject({ code: 0 });
  });

  it('two exports at one moment both stay known', async () => {
    await aProject();
    const tools = { disk: nodeDisk, clock: systemClock, word: () => '000000000000' };
    const ofWindow = new ExportRuns(tools, {
      userData: join(folder, 'memory'),
      random: seededRandom(1),
      by: 'window',
    });
    const source = { projectId: 'p', copyId: 'c', seq: 1, changeHash: 'h', title: '汽车维修' };
    const bytes = new Uint8Array([1]);
    const notes = Array.from({ length: 8 }, (_, one) =>
      ofWindow.note(source, [
        { path: `/x/${String(one)}.docx`, name: 'x.docx', sha256: sha256Hex(bytes), bytes },
      ]),
    );
    const exportTo = (out: string) =>
      gongxue('export', 'P.gxk', '--paper', 'courseStandard', '--out', out);
    await Promise.all([...notes, exportTo('a'), exportTo('b')]);
    const known = (await ofWindow.read()).map(({ run }) => run);
    expect(known).toHaveLength(10);
    for (let one = 0; one < 8; one += 1) {
      expect(isOurs(known, `/x/${String(one)}.docx`, sha256Hex(bytes))).toBe(true);
    }
  });
});

describe('a command that is wrong', () => {
  it.each([
    [[]],
    [['check', 'P.gxk']],
    [['Samples']],
    [['--sample']],
    [['samples', 'more']],
    [['samples', '--jsn']],
    [['samples', '--json', '--json']],
    [['samples', '--json=yes']],
    [['new']],
    [['new', '--sample', sampleId]],
    [['new', '--sample', 'nothing', '--out', 'N.gxk']],
    [['new', '--sample', sampleId, '--out', 'N.docx']],
    [['new', '--sample', sampleId, '--out']],
    [['new', '--sample', '--out', 'N.gxk']],
    [['new', '--sample', sampleId, '--out=']],
    [['info']],
    [['info', 'P.gxk', 'Q.gxk']],
    [['info', 'missing.gxk']],
    [['export', 'P.gxk']],
    [['export', 'P.gxk', '--paper', 'all']],
    [['export', '--paper', 'all', '--out', 'out']],
    [['export', 'P.gxk', '--paper', 'nothing', '--out', 'out']],
    [['export', 'P.gxk', '--paper', 'all', '--layout', 'nothing', '--out', 'out']],
    [['export', 'P.gxk', '--paper', 'all', '--course', 'nothing', '--out', 'out']],
    [['export', 'P.gxk', '--paper', 'all', '--level', 'nothing', '--out', 'out']],
    [['export', 'missing.gxk', '--paper', 'all', '--out', 'out']],
    [['export', 'P.gxk', '--paper', 'all', '--task', 'x', '--out', 'out']],
  ])('%j: exit 2, one Chinese sentence, nothing written', async (words) => {
    await aProject();
    const { code, value, said } = await gongxue(...words);
    expect([code, value]).toEqual([2, null]);
    expect(said).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
    expect(await entries()).toEqual(['P.gxk']);
  });

  it('help is given when asked for, and names only what exists', async () => {
    const { code, said } = await gongxue('--help');
    expect(code).toBe(0);
    expect(said.match(/gongxue [a-z]+/g)).toEqual([
      'gongxue samples',
      'gongxue new',
      'gongxue info',
      'gongxue coverage',
      'gongxue papers',
      'gongxue paths',
      'gongxue export',
      'gongxue baseline',
    ]);
    expect(await gongxue('export', '--help')).toMatchObject({ code: 0, value: null });
  });

  it('a level that is not there: the ones that are, with the ids to take', async () => {
    const { records } = await aProject();
    const id = records.find(({ kind }) => kind === 'majorLevel')?.id ?? '';
    const { said } = await gongxue(
      ...['export', 'P.gxk', '--paper', 'courseStandard', '--level', '高级', '--out', 'out'],
    );
    expect(said).toBe(`项目里没有层级“高级”，有的是：中级（${id}）。`);
    expect((await gongxue('info', 'P.gxk')).said).toContain(`层级：中级（${id}）`);
  });

  it('预备技师 is enough for 预备技师（技师）', async () => {
    await aProject();
    const read = readProjectFile(await readFile(at('P.gxk')));
    if (!read.ok) throw new Error(read.failure.detail);
    const records = read.value.records.map((record) =>
      record.kind === 'majorLevel' ? { ...record, level: 'preTechnician' } : record,
    );
    const written = writeProjectFile({ ...read.value, records });
    if (written.ok) await writeFile(at('P.gxk'), written.value);
    for (const level of ['预备技师', '预备技师（技师）']) {
      const { code } = await gongxue(
        ...['export', 'P.gxk', '--paper', 'courseStandard', '--level', level, '--out', level],
      );
      expect(code).toBe(0);
    }
  });

  it('a layout of one paper, asked of all: that one is made, and the others are named', async () => {
    await aProject();
    const layout = ['--layout', 'course-standard.tili2'];
    const { code, value, said } = await gongxue(
      ...['export', 'P.gxk', '--paper', 'all', ...layout, '--out', 'out', '--json'],
    );
    expect(code).toBe(0);
    expect((value as { paper: string }[]).map(({ paper }) => paper)).toEqual(['courseStandard']);
    expect(said).toMatch(/^没有出：.*、.*；版式“course-standard\.tili2”不是它们的。$/m);
  });

  it('all papers of a project without courses: those of the major, and a word about the others', async () => {
    await aProject();
    await keepMajorOnly();
    const { code, value, said } = await gongxue(
      ...['export', 'P.gxk', '--paper', 'all', '--out', 'out', '--json'],
    );
    expect(code).toBe(0);
    expect((value as unknown[]).length).toBe(4);
    expect(said).toMatch(/^没有出：工学一体化课程标准；项目里还没有课程。$/m);
  });

  it('a project without courses has no papers of courses', async () => {
    await aProject();
    await keepMajorOnly();
    const { code, said } = await gongxue(
      ...['export', 'P.gxk', '--paper', 'courseStandard', '--out', 'out'],
    );
    expect([code, said]).toEqual([2, '项目里还没有课程，没有文件可出。']);
  });
});

async function keepMajorOnly() {
  const records = [newRecord('major', { id: 'ma0000000000000001', parentId: null, order: 'a0' })];
  const read = readProjectFile(await readFile(at('P.gxk')));
  const written = read.ok ? writeProjectFile({ ...read.value, records }) : read;
  if (written.ok) await writeFile(at('P.gxk'), written.value);
}

async function renameTask(name: string) {
  const read = readProjectFile(await readFile(at(name)));
  if (!read.ok) throw new Error(read.failure.detail);
  const records = read.value.records.map((record) =>
    record.kind === 'learningTask' ? { ...record, name: `${record.name}（改）` } : record,
  );
  const written = writeProjectFile({ ...read.value, records });
  if (written.ok) await writeFile(at(name), written.value);
}

async function twoCourses(first: string, second: string) {
  const { records } = await aProject();
  const read = readProjectFile(await readFile(at('P.gxk')));
  if (!read.ok) throw new Error(read.failure.detail);
  const level = records.find(({ kind }) => kind === 'majorLevel')?.id ?? null;
  const courses = [first, second].map((name, index) =>
    newRecord(
      'course',
      { id: `co000000000000000${String(index)}`, parentId: level, order: `a${String(index)}` },
      { name },
    ),
  );
  const kept = records.filter(({ kind }) => kind === 'major' || kind === 'majorLevel');
  const written = writeProjectFile({ ...read.value, records: [...kept, ...courses] });
  if (written.ok) await writeFile(at('P.gxk'), written.value);
}

describe('gongxue baseline', () => {
  it('freezes a project with all its papers in a new file, and lists what was frozen', async () => {
    const before = await aProject();
    const made = await gongxue(
      ...['baseline', 'P.gxk', '--name', '送审稿', '--by', '王老师', '--out', 'P2.gxk'],
    );
    expect(made).toMatchObject({ code: 0 });
    await gongxue('export', 'P.gxk', '--paper', 'all', '--out', 'out');
    const exported = (await readdir(at('out'))).sort();
    const { value, code } = await gongxue('baseline', 'P2.gxk', '--json');
    expect(code).toBe(0);
    const [baseline] = value as { files: { name: string }[]; [key: string]: unknown }[];
    expect(baseline).toMatchObject({
      ...{ name: '送审稿', stage: 'submitted', by: '王老师', unchanged: true },
    });
    expect(baseline?.files.map(({ name }) => name).sort()).toEqual(exported);
    expect(await gongxue('baseline', 'P.gxk', '--json')).toMatchObject({ code: 0, value: [] });
    const after = readProjectFile(await readFile(at('P2.gxk')));
    if (!after.ok) throw new Error(after.failure.detail);
    const { copyId } = before.standing.head;
    expect(after.value.standing.lineage).toHaveProperty(copyId);
    expect(after.value.exports.size).toBe(exported.length + 2);
  });

  it.each([
    ['--name', '送'.repeat(201), '名称最多 200 个字，这里有 201 个，没有存。请写短一些。'],
    ['--note', '说'.repeat(30_000), '说明最多 20,000 个字，这里有 30,000 个，没有存。请写短一些。'],
    ['--by', '王'.repeat(101), '经手人最多 100 个字，这里有 101 个，没有存。请写短一些。'],
  ])('refuses a %s that could not be read again before anything is made', async (...given) => {
    await aProject();
    const [option, text, words] = given;
    const others = option === '--name' ? [] : ['--name', '送审稿'];
    const made = await gongxue('baseline', 'P.gxk', ...others, option, text, '--out', 'frozen.gxk');
    expect(made).toEqual({ code: 2, value: null, said: words });
    expect(await entries()).toEqual(['P.gxk']);
  });

  it('tells when the project has changed since', async () => {
    await aProject();
    await gongxue('baseline', 'P.gxk', '--name', '第一次', '--stage', '讨论稿', '--out', 'P2.gxk');
    await renameCourse('P2.gxk', '另一门课');
    const { value } = await gongxue('baseline', 'P2.gxk', '--json');
    expect(value).toMatchObject([{ stage: 'discussion', name: '第一次', unchanged: false }]);
  });

  it('refuses what it does not know and never overwrites, and leaves nothing', async () => {
    await aProject();
    const words = ['baseline', 'P.gxk', '--name', '送审稿'] as const;
    expect(await gongxue(...words)).toMatchObject({ code: 2 });
    expect(await gongxue(...words, '--out', 'P2.docx')).toMatchObject({ code: 2 });
    expect(await gongxue(...words, '--stage', '终稿', '--out', 'P2.gxk')).toMatchObject({
      code: 2,
    });
    expect(await gongxue(...words, '--out', 'P.gxk')).toMatchObject({ code: 3 });
    expect(await entries()).toEqual(['P.gxk']);
  });
});
