import { join } from 'node:path';
import { type Project, projectOf } from '@shared/core/model/project';
import type { Paper } from '@shared/core/papers/block';
import { buildPaper } from '@shared/core/papers/build-paper';
import { type PaperKind, paperKinds, subjectOf } from '@shared/core/papers/paper-kinds';
import { subjectsOf } from '@shared/core/papers/subjects';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { type RunFile, writeRun } from '../export-run';
import { placeOf, readProject } from '../files';
import { coursesOf } from '../courses';
import { badInput, checkGoingOn } from '../outcome';
import { coursesWithPaper, freeName } from '../papers';
import type { Verb, Words, World } from '../verb';
import { needed } from '../words';

const usage =
  'gongxue export <文件.gxk> --paper <种类|all> [--level <中级|高级…|id>] [--course <名称|id>] [--layout <id>] --out <文件夹> [--force] [--json]';

interface MadePaper extends RunFile {
  readonly paper: Paper;
  readonly subjectId: string;
}

/** `gongxue export`: papers as Word files. Everything is made and every place looked at before the first byte is written. */
export const exportVerb: Verb = {
  name: 'export',
  usage,
  purpose: '把文件出成 Word',
  plain: 1,
  options: ['paper', 'level', 'course', 'layout', 'out'],
  switches: ['force', 'json'],
  async run(words, world) {
    const wanted = wantedPapers(words);
    const out = needed({ usage }, words, 'out');
    const file = await readProject(words.plain[0] ?? '', world);
    const project = projectOf(file.records);
    const { projectId, head } = file.standing;
    const origin = { projectId, standingHash: head.changeHash };
    const papers = papersOf(project, wanted.found, words);
    for (const line of [...wanted.leftOut, ...withoutCourses(project, wanted.found)]) {
      world.say(line);
    }
    const place = { out, folder: placeOf(out, world), isStopped: world.isStopped };
    const made = await makeAll(papers, origin, place);
    const { standing, title } = file;
    const force = words.options.has('force');
    await writeRun({ files: made, source: { standing, title }, force }, world);
    report(made, words, world);
  },
};

interface Wanted {
  readonly kind: PaperKind;
  readonly layoutId: string;
}

interface WantedPapers {
  readonly found: readonly Wanted[];
  /** What is said of those that are not made. */
  readonly leftOut: readonly string[];
}

function wantedPapers(words: Words): WantedPapers {
  const name = needed({ usage }, words, 'paper');
  const layout = words.options.get('layout');
  const kinds = paperKinds.filter(({ id, title }) => name === 'all' || [id, title].includes(name));
  if (kinds.length === 0) {
    const known = paperKinds.map(({ id }) => id).join('、');
    throw badInput(`没有“${name}”这种文件，可用的有：all、${known}。`);
  }
  const found = kinds.flatMap((kind) => {
    const fitting = kind.layouts.find(({ id }) => layout === undefined || id === layout);
    return fitting === undefined ? [] : [{ kind, layoutId: fitting.id }];
  });
  if (found.length > 0) {
    const others = kinds.filter(({ id }) => !found.some(({ kind }) => kind.id === id));
    const titles = others.map(({ title }) => title).join('、');
    return {
      found,
      leftOut: titles === '' ? [] : [`没有出：${titles}；版式“${layout ?? ''}”不是它们的。`],
    };
  }
  const known = kinds.flatMap(({ layouts }) => layouts.map(({ id }) => id)).join('、');
  throw badInput(`没有名为“${layout ?? ''}”的版式，可用的有：${known}。`);
}

interface BuiltPaper {
  readonly subjectId: string;
  readonly paper: Paper;
}

/** Papers of the whole major first; where a level or a course was chosen, only papers of courses. */
function papersOf(
  project: Project,
  wanted: readonly Wanted[],
  { options }: Words,
): readonly BuiltPaper[] {
  const choice = { level: options.get('level'), course: options.get('course') };
  const isWhole = choice.level === undefined && choice.course === undefined;
  const ofMajor = wanted.filter(({ kind }) => kind.subject !== 'course');
  const ofCourses = wanted.filter(({ kind }) => kind.subject === 'course');
  if (!isWhole && ofCourses.length === 0) {
    throw badInput('这种文件写的是整个专业，不能和 --level 或 --course 一起用。');
  }
  // What is about the whole major can be had before there is a course.
  const isWithout = isWhole && ofMajor.length > 0 && coursesOf(project).length === 0;
  const courses = ofCourses.length === 0 || isWithout ? [] : coursesWithPaper(project, choice);
  return [
    ...(isWhole
      ? ofMajor.flatMap((one) =>
          subjectsOf(project, one.kind.subject).map(({ id }) => builtPaper(project, one, id)),
        )
      : []),
    ...courses.flatMap(({ id }) => ofCourses.map((one) => builtPaper(project, one, id))),
  ];
}

/** Said of the papers of courses when there is none. */
function withoutCourses(project: Project, wanted: readonly Wanted[]): readonly string[] {
  const ofCourses = wanted.filter(({ kind }) => kind.subject === 'course');
  if (ofCourses.length === 0 || coursesOf(project).length > 0) return [];
  return [`没有出：${ofCourses.map(({ kind }) => kind.title).join('、')}；项目里还没有课程。`];
}

function builtPaper(project: Project, { kind, layoutId }: Wanted, subjectId: string) {
  const built = buildPaper(project, { kind: kind.id, layoutId, subjectId });
  if (!built.ok) throw badInput(built.failure.message);
  return { subjectId, paper: built.value };
}

async function makeAll(
  papers: readonly BuiltPaper[],
  origin: Parameters<typeof writeDocx>[1],
  place: { readonly out: string; readonly folder: string } & Pick<World, 'isStopped'>,
): Promise<readonly MadePaper[]> {
  const taken = new Set<string>();
  const made: MadePaper[] = [];
  for (const { subjectId, paper } of papers) {
    checkGoingOn(place);
    const name = freeName(paper.fileName, taken);
    made.push({
      paper,
      subjectId,
      file: join(place.out, name),
      path: join(place.folder, name),
      bytes: await writeDocx(paper, origin),
    });
  }
  return made;
}

function report(made: readonly MadePaper[], { options }: Words, world: World): void {
  for (const { paper, file } of made) {
    world.say(`已导出：${file}`);
    for (const { message } of paper.unfinished) world.say(`  未写完：${message}`);
  }
  if (!options.has('json')) return;
  const list = made.map(({ paper, subjectId, file }) => ({
    paper: paper.kind,
    subjectId,
    // Said since the first version: whoever asks for the course finds it here.
    courseId: subjectOf(paper.kind) === 'course' ? subjectId : null,
    file,
  }));
  world.printData(JSON.stringify(list, null, 1));
}
