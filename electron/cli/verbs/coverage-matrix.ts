import { gapsOf } from '@shared/core/matrices/gaps';
import { type Matrix, matrixOf } from '@shared/core/matrices/matrix';
import { type Condition, type MatrixSpec, matrixSpecs } from '@shared/core/matrices/spec';
import { childrenOf, type Project } from '@shared/core/model/project';
import { kindSpec, type KnownRecord } from '@shared/core/model/record';
import { chosenCourses } from '../courses';
import { badInput } from '../outcome';
import type { World } from '../verb';

const conditionWords: Readonly<Record<Condition, string>> = {
  link: '对应',
  hours: '学时',
  criterion: '考核要点',
};

/** The matrices there are. */
export function sayMatrices(isJson: boolean, world: World): void {
  if (isJson) {
    const list = matrixSpecs.map(({ id, title, conditions }) => ({ id, title, conditions }));
    world.printData(JSON.stringify(list, null, 1));
    return;
  }
  for (const { id, title } of matrixSpecs) world.say(`${id}\t${title}`);
}

/** The matrix that is asked for. */
export function chosenMatrix(id: string): MatrixSpec {
  const spec = matrixSpecs.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (spec !== undefined) return spec;
  const known = matrixSpecs.map((one) => `${one.id}（${one.title}）`).join('、');
  throw badInput(`没有名为“${id}”的矩阵，可用的有：${known}。`);
}

/** A matrix of the whole major; with a course, what of it belongs to that course. */
export function wantedMatrix(
  project: Project,
  spec: MatrixSpec,
  choice: Parameters<typeof chosenCourses>[1],
): Matrix {
  const [major] = childrenOf(project, null, 'major');
  const isAll = choice.level === undefined && choice.course === undefined;
  const from: KnownRecord | undefined = major;
  if (from === undefined) throw badInput('项目里没有专业，没有可看的覆盖情况。');
  if (isAll) return matrixOf(project, spec, { from });
  const courses = new Set(chosenCourses(project, choice).map(({ id }) => id));
  return matrixOf(project, spec, {
    from,
    isWanted: (record) => isOfCourses(project, record, courses),
  });
}

/** Courses, and what stands below them; what stands below no course stays. */
function isOfCourses(project: Project, record: KnownRecord, courses: ReadonlySet<string>): boolean {
  let one = project.records.get(record.id);
  while (one !== undefined) {
    if (one.kind === 'course') return courses.has(one.id);
    one = project.records.get(one.parentId ?? '');
  }
  return true;
}

/** Answers how many rows and columns are covered nowhere. */
export function tellMatrix(matrix: Matrix, isJson: boolean, world: World): number {
  const { spec, rows, columns, cells } = matrix;
  const gaps = gapsOf(matrix);
  if (isJson) {
    const { id, conditions } = spec;
    world.printData(
      JSON.stringify({ matrix: id, conditions, rows, columns, cells, gaps }, null, 1),
    );
    return gaps.length;
  }
  const covered = (lines: Matrix['rows']) =>
    `${String(lines.filter((line) => line.covered > 0).length)}/${String(lines.length)}`;
  world.say(`${spec.title}：行覆盖 ${covered(rows)}，列覆盖 ${covered(columns)}`);
  for (const { kind, text, missing } of gaps) {
    const words = missing.map((one) => conditionWords[one]).join('、');
    world.say(`  ${kindSpec(kind).label}“${text}”：缺${words}`);
  }
  return gaps.length;
}
