/**
 * Every paragraph that 课程设置方案, 典型工作任务汇总表 and 课程考核要点对应表 must hold, in order, made from
 * `project.json` alone and without anything of `shared/`. `node expected-annexes.mjs P.gxk <paper>` prints a
 * JSON list.
 */
import { pathToFileURL } from 'node:url';
import {
  courseTable,
  kinds,
  levelNames,
  lines,
  majorFacts,
  requirementTable,
  startName,
} from './expected-major.mjs';
import { recordsOf } from './expected-texts.mjs';

const natures = { procedural: '程序性', process: '过程性', design: '设计性' };

const papers = { courseOffering, workTaskSummary, assessmentMatrix };

/** All paragraphs of the paper that are not empty, in reading order. */
export function expectedAnnex(records, paper) {
  return papers[paper](majorFacts(records)).filter((one) => one.trim() !== '');
}

function courseOffering(facts) {
  const { major, starts } = facts;
  const last = 1 + starts.length;
  const tables = last === 2 ? '表2' : `表2～表${last}`;
  return [
    ...[`${major.name}专业工学一体化课程设置方案`, major.issuer],
    ...['适用范围', ...lines(major.offeringScope)],
    ...['基本要求', '课程类别', ...lines(major.offeringCategories)],
    ...['学时要求', ...lines(major.offeringHours)],
    ...['课程设置', '本专业设置的全部课程见表1。', `表1　${major.name}专业课程设置一览表`],
    ...['序号', '课程类别', '培养层级', '课程名称', '基准学时', ...offeringRows(facts)],
    ...['教学安排建议', `各层级、各起点的教学安排见${tables}，表中数字为该学期的学时。`],
    ...starts.flatMap(({ level, start }, at) => [
      `${levelNames[level.level]}技能层级（${startName(start)}）`,
      `表${at + 2}　${levelNames[level.level]}技能层级教学安排表（${startName(start)}）`,
      ...courseTable(facts, level, start),
    ]),
  ];
}

/** Kind and level stand in every row. */
function offeringRows({ below, levels }) {
  let number = 0;
  return kinds.flatMap(([kind, name]) => {
    const byLevel = levels.map((level) => ({
      level,
      courses: below(level, 'course').filter(({ courseKind }) => courseKind === kind),
    }));
    return byLevel.flatMap(({ level, courses }) =>
      courses.flatMap((course) => {
        number += 1;
        const lead = [String(number), name, levelNames[level.level]];
        return [...lead, course.name, String(course.standardHours)];
      }),
    );
  });
}

function workTaskSummary(facts) {
  const { below, major, levels, records } = facts;
  let number = 0;
  const made = (task) => {
    const links = records.filter(
      ({ kind, typicalWorkTaskId }) => kind === 'courseTask' && typicalWorkTaskId === task.id,
    );
    return facts.courses.filter(({ id }) => links.some(({ parentId }) => parentId === id));
  };
  return [
    `${major.name}专业典型工作任务汇总表`,
    '表1　典型工作任务与工学一体化课程',
    ...['序号', '培养层级', '典型工作任务', '任务性质', '工学一体化课程'],
    ...levels.flatMap((level) =>
      below(level, 'typicalWorkTask').flatMap((task) => {
        number += 1;
        return [
          String(number),
          levelNames[level.level],
          ...[task.name, natures[task.taskNature] ?? '', ...made(task).map(({ name }) => name)],
        ];
      }),
    ),
    `表2　${major.name}专业技能人才培养要求表`,
    ...requirementTable(facts),
  ];
}

function assessmentMatrix(facts) {
  const { major, courses, below, levels } = facts;
  const tables = courses.length === 1 ? '表1' : `表1～表${courses.length}`;
  return [
    `${major.name}专业课程考核要点对应表`,
    `各课程的课程目标、学习任务与终结性考核的对应见${tables}；“课程目标”的编号与课程标准一致。`,
    ...courses.flatMap((course, at) => {
      const level = levels.find(({ id }) => id === course.parentId);
      const tasks = below(course, 'learningTask');
      return [
        `表${at + 1}　${course.name}课程考核要点（${levelNames[level.level]}技能层级）`,
        ...['工作环节', '课程目标', '过程性考核要点', '终结性考核要点'],
        ...tasks.map(({ name }) => name),
        ...matrixRows(facts, course, tasks),
      ];
    }),
  ];
}

function matrixRows({ below }, course, tasks) {
  const stages = below(course, 'courseStage');
  const rank = ({ stageId }) => {
    const at = stages.findIndex(({ id }) => id === stageId);
    return at === -1 ? stages.length : at;
  };
  const objectives = below(course, 'courseObjective').map((one, at) => ({
    ...one,
    number: at + 1,
  }));
  return objectives
    .toSorted((a, b) => rank(a) - rank(b) || a.number - b.number)
    .flatMap((objective) => {
      const stage = stages[rank(objective)]?.name ?? '';
      const points = below(objective, 'assessmentPoint').filter(({ text }) => text.trim() !== '');
      const at = (place) => {
        const own = points.filter(({ learningTaskId }) => learningTaskId === place);
        return own.map(({ text }, index) => (own.length > 1 ? `${index + 1}. ${text}` : text));
      };
      const words = `课程目标${objective.number}　${objective.text}`;
      return [stage, words, ...tasks.flatMap(({ id }) => at(id)), ...at(null)];
    });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(expectedAnnex(recordsOf(process.argv[2]), process.argv[3])));
}
