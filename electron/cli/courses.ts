import { childrenOf, type Project } from '@shared/core/model/project';
import { isOf, type RecordOf } from '@shared/core/model/record';
import { recordName } from '@shared/core/words/wording';
import { badInput } from './outcome';

/** The courses of a project in the order of the outline; those whose level is gone come last. */
export function coursesOf(project: Project): readonly RecordOf<'course'>[] {
  const inOrder = levelsOf(project).flatMap(({ id }) => childrenOf(project, id, 'course'));
  const seen = new Set(inOrder.map(({ id }) => id));
  const others: RecordOf<'course'>[] = [];
  for (const record of project.records.values()) {
    if (isOf(record, 'course') && !seen.has(record.id)) others.push(record);
  }
  return [...inOrder, ...others];
}

/** The levels of a project in the order of the outline. */
export function levelsOf(project: Project): readonly RecordOf<'majorLevel'>[] {
  return childrenOf(project, null, 'major').flatMap(({ id }) =>
    childrenOf(project, id, 'majorLevel'),
  );
}

/** The level with a word (中级; 预备技师 for 预备技师（技师）) or an id. */
function chosenLevel(project: Project, wanted: string): RecordOf<'majorLevel'> {
  const levels = levelsOf(project);
  const found = levels.filter((level) => {
    const word = recordName(level);
    return [level.id, word, word.replace(/（.*$/u, '')].includes(wanted);
  });
  const [level] = found;
  if (level === undefined) {
    const known = levels.map((one) => `${recordName(one)}（${one.id}）`).join('、');
    throw badInput(
      `项目里没有层级“${wanted}”，${known === '' ? '还没有写层级' : `有的是：${known}`}。`,
    );
  }
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join('、');
    throw badInput(`“${wanted}”的层级不止一个，请用 id 指明：${ids}。`);
  }
  return level;
}

/** The courses a command is about: all, those of a level, or the one with a name or id. */
export function chosenCourses(
  project: Project,
  choice: { readonly level: string | undefined; readonly course: string | undefined },
): readonly RecordOf<'course'>[] {
  const { level, course } = choice;
  const levelId = level === undefined ? undefined : chosenLevel(project, level).id;
  const all = coursesOf(project);
  const ofLevel = level === undefined ? all : all.filter(({ parentId }) => parentId === levelId);
  if (course === undefined) {
    if (ofLevel.length === 0) throw badInput('项目里还没有课程，没有文件可出。');
    return ofLevel;
  }
  const named = ofLevel.filter(({ id, name }) => id === course || name === course);
  if (named.length === 0) throw badInput(`项目里没有课程“${course}”。`);
  if (named.length > 1) {
    const ids = named.map(({ id }) => id).join('、');
    throw badInput(`名为“${course}”的课程不止一门，请用 id 指明：${ids}。`);
  }
  return named;
}
