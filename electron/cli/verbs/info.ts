import { versionText } from '@shared/core/migrations/ladder';
import { childrenOf, findOf, type Project, projectOf } from '@shared/core/model/project';
import { isKind, kindSpec } from '@shared/core/model/record';
import { formatName } from '@shared/formats/project-file/manifest';
import type { ProjectFile } from '@shared/formats/project-file/project-file';
import { recordName } from '@shared/core/words/wording';
import { coursesOf, levelsOf } from '../courses';
import { readProject } from '../files';
import type { Verb, World } from '../verb';

interface Info {
  readonly format: string;
  readonly schemaVersion: string;
  readonly projectId: string;
  readonly copyId: string;
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly levels: readonly { readonly id: string; readonly level: string }[];
  readonly courses: readonly {
    readonly id: string;
    readonly name: string;
    /** The word for the level, '' when the course stands under none. */
    readonly level: string;
    readonly standardHours: number | null;
  }[];
  readonly learningTasks: readonly {
    readonly id: string;
    readonly courseId: string;
    readonly name: string;
    readonly standardHours: number | null;
  }[];
}

/** `gongxue info`: what stands in a project file. */
export const infoVerb: Verb = {
  name: 'info',
  usage: 'gongxue info <文件.gxk> [--json]',
  purpose: '看项目文件里有什么',
  plain: 1,
  options: [],
  switches: ['json'],
  async run({ plain, options }, world) {
    const file = await readProject(plain[0] ?? '', world);
    const info = infoOf(file);
    if (options.has('json')) world.printData(JSON.stringify(info, null, 1));
    else sayInfo(info, world);
    if (file.newerMinor) world.say('这个文件是用较新的版本写的，本版本不认识的内容已原样保留。');
    for (const { message } of file.findings) world.say(message);
  },
};

function infoOf(file: ProjectFile): Info {
  const project = projectOf(file.records);
  return {
    format: formatName,
    schemaVersion: versionText(file.version),
    projectId: file.standing.projectId,
    copyId: file.standing.head.copyId,
    title: file.title,
    counts: file.counts,
    ...partsOf(project),
  };
}

function partsOf(project: Project): Pick<Info, 'levels' | 'courses' | 'learningTasks'> {
  const courses = coursesOf(project);
  return {
    levels: levelsOf(project).map((level) => ({ id: level.id, level: recordName(level) })),
    courses: courses.map(({ id, name, parentId, standardHours }) => {
      const level = findOf(project, 'majorLevel', parentId);
      return { id, name, level: level === undefined ? '' : recordName(level), standardHours };
    }),
    learningTasks: courses.flatMap((course) =>
      childrenOf(project, course.id, 'learningTask').map(({ id, name, standardHours }) => ({
        id,
        courseId: course.id,
        name,
        standardHours,
      })),
    ),
  };
}

function sayInfo(info: Info, world: World): void {
  world.say(`${info.title}（格式 ${info.format} ${info.schemaVersion}，${info.projectId}）`);
  for (const { id, level } of info.levels) world.say(`层级：${level}（${id}）`);
  for (const { id, name, level, standardHours } of info.courses) {
    world.say(`课程：${name}，${level}，${hoursWord(standardHours)}（${id}）`);
    for (const task of info.learningTasks.filter(({ courseId }) => courseId === id)) {
      world.say(`  学习任务：${task.name}，${hoursWord(task.standardHours)}（${task.id}）`);
    }
  }
  const counts = Object.entries(info.counts).map(
    ([kind, count]) => `${isKind(kind) ? kindSpec(kind).label : kind} ${String(count)}`,
  );
  world.say(`共有：${counts.join('，')}`);
}

function hoursWord(hours: number | null): string {
  return hours === null ? '学时未定' : `${String(hours)} 学时`;
}
