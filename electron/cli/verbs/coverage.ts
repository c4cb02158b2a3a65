import { type Coverage, coverageOf, coverageWords } from '@shared/core/coverage/coverage';
import { childrenOf, type Project, projectOf } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { chosenCourses } from '../courses';
import { readProject } from '../files';
import { CommandStop, exitCodes } from '../outcome';
import type { Verb, World } from '../verb';
import { chosenMatrix, sayMatrices, tellMatrix, wantedMatrix } from './coverage-matrix';

/** Where an objective is taught or assessed; `taskId` null = the 终结性考核. */
interface Cell {
  readonly taskId: string | null;
  readonly place: string;
  readonly state: Coverage;
  readonly hours: number | null;
  readonly points: number;
}
interface ObjectiveCoverage {
  readonly objectiveId: string;
  readonly text: string;
  readonly isCovered: boolean;
  readonly cells: readonly Cell[];
}
interface CourseCoverage {
  readonly courseId: string;
  readonly course: string;
  readonly covered: number;
  readonly objectives: readonly ObjectiveCoverage[];
}

/** `gongxue coverage`: which objective is taught and assessed where, as the window shows it. */
export const coverageVerb: Verb = {
  name: 'coverage',
  usage:
    'gongxue coverage <文件.gxk> [--matrix <编号>] [--level <中级|高级…|id>] [--course <名称|id>] [--json]（--matrices：列出有哪些矩阵）',
  purpose: '看每条课程目标由哪些学习任务教、有没有学时和考核要点',
  plain: 1,
  withoutPlain: ['matrices'],
  options: ['matrix', 'level', 'course'],
  switches: ['matrices', 'json'],
  async run({ plain, options }, world) {
    if (options.has('matrices')) {
      sayMatrices(options.has('json'), world);
      return;
    }
    const id = options.get('matrix');
    const spec = id === undefined ? undefined : chosenMatrix(id);
    const { records } = await readProject(plain[0] ?? '', world);
    const project = projectOf(records);
    const choice = { level: options.get('level'), course: options.get('course') };
    if (spec !== undefined) {
      const gaps = tellMatrix(wantedMatrix(project, spec, choice), options.has('json'), world);
      if (gaps > 0) throw new CommandStop(exitCodes.findings, `有 ${String(gaps)} 处没有覆盖。`);
      return;
    }
    const isAll = choice.level === undefined && choice.course === undefined;
    const courses = chosenCourses(project, choice)
      .filter(({ courseKind }) => !isAll || courseKind === 'integrated')
      .map((course) => courseCoverage(project, course));
    if (options.has('json')) world.printData(JSON.stringify(courses, null, 1));
    else for (const course of courses) sayCourse(course, world);
    const open = courses.reduce(
      (sum, { covered, objectives }) => sum + objectives.length - covered,
      0,
    );
    if (open > 0) {
      throw new CommandStop(exitCodes.findings, `有 ${String(open)} 条课程目标还没有覆盖。`);
    }
  },
};

function courseCoverage(project: Project, { id, name }: RecordOf<'course'>): CourseCoverage {
  const tasks = childrenOf(project, id, 'learningTask');
  const places = [
    ...tasks.map((task) => ({ taskId: task.id, place: task.name })),
    { taskId: null, place: '终结性考核' },
  ];
  const objectives = childrenOf(project, id, 'courseObjective').map((objective) => {
    const cells = places.map(({ taskId, place }): Cell => {
      const { state, hours, points } = coverageOf(project, objective.id, taskId);
      return { taskId, place, state, hours, points: points.length };
    });
    const isCovered = cells.some(({ taskId, state }) => taskId !== null && state === 'covered');
    return { objectiveId: objective.id, text: objective.text, isCovered, cells };
  });
  const covered = objectives.filter(({ isCovered }) => isCovered).length;
  return { courseId: id, course: name, covered, objectives };
}

function sayCourse({ course, covered, objectives }: CourseCoverage, world: World): void {
  world.say(`${course}：${String(objectives.length)} 条课程目标，覆盖 ${String(covered)} 条`);
  for (const { text, isCovered, cells } of objectives) {
    world.say(`  ${isCovered ? '✓' : '✗'} ${text}`);
    for (const { place, state, hours } of cells.filter((cell) => cell.state !== 'none')) {
      const words = hours === null ? '' : `，${String(hours)} 学时`;
      world.say(`      ${place}：${coverageWords[state]}${words}`);
    }
  }
}
