/**
 * Every paragraph the standard of a whole major must hold, in order, made from `project.json` alone and
 * without anything of `shared/`; sums are added up here a second time. Page numbers of the 目录 are left
 * out. `node expected-major.mjs P.gxk` prints a JSON list.
 */
import { pathToFileURL } from 'node:url';
import { expectedTexts, recordsOf } from './expected-texts.mjs';

export const levelNames = {
  intermediate: '中级',
  advanced: '高级',
  preTechnician: '预备技师（技师）',
};
const skillNames = { fourth: '四级/中级工', third: '三级/高级工', second: '二级/技师' };
const entryNames = { juniorHigh: '初中', seniorHigh: '高中', intermediateGraduate: '中级工' };
const relationNames = { primary: '主要职业', related: '相关职业', family: '职业族' };
const stepNames = { prepare: '编制', review: '审核', approve: '批准' };
const editions = { 2022: '2022年版', 2015: '2015年版', custom: '自定' };
export const kinds = [
  ['public', '公共基础课程'],
  ['foundation', '专业基础课程'],
  ['integrated', '工学一体化课程'],
  ['elective', '选修课程'],
];
const chinese = (n) =>
  `${n >= 10 ? (n >= 20 ? '一二三四五六七八九'[Math.floor(n / 10) - 1] : '') + '十' : ''}${n % 10 === 0 ? '' : '一二三四五六七八九'[(n % 10) - 1]}`;
const years = (n) => `${'零一两三四五六七八九'[n]}年`;
export const startName = ({ entry, years: n }) => `${entryNames[entry]}起点${years(n)}`;
export const lines = (text = '') =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
/** What the layout prints where nothing has been written yet. */
const blank = '　　';
const sum = (list) => list.reduce((total, one) => total + one, 0);

/** What the papers of a major are made from. */
export function majorFacts(records) {
  const below = (parent, kind) =>
    records
      .filter((record) => record.kind === kind && record.parentId === parent.id)
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
  const major = records.find(({ kind }) => kind === 'major');
  const rank = Object.keys(levelNames);
  const levels = below(major, 'majorLevel').sort(
    (a, b) => rank.indexOf(a.level) - rank.indexOf(b.level),
  );
  const starts = levels.flatMap((level) =>
    below(level, 'startPoint').map((start) => ({ level, start })),
  );
  const courses = levels.flatMap((level) =>
    below(level, 'course').filter(({ courseKind }) => courseKind === 'integrated'),
  );
  return { records, below, major, levels, starts, courses };
}

/**
 * All paragraphs of the paper that are not empty, in reading order; tab and page of entries cut off. The official
 * form shows 工学一体化课程 only in its 课程表, that of schools all four kinds.
 */
export function expectedMajor(records, layout = 'major-standard.national') {
  const facts = { ...majorFacts(records), official: layout === 'major-standard.national' };
  const { major, levels } = facts;
  const body = [
    ...infoChapter(facts),
    ...goalChapter(facts),
    ...modeChapter(facts),
    ...tableChapter(facts),
    ...courseChapter(facts),
    ...closingChapters(facts),
  ];
  const text = (one) => (typeof one === 'string' ? one : one.text);
  return [
    ...[`${major.name}专业`, '国家技能人才培养', '工学一体化课程标准', '专业编码'],
    ...levels.map(({ level, majorCode }) => `${levelNames[level]}：${majorCode}`),
    ...[major.issuer, major.issueDate, '说　明', ...lines(major.foreword)],
    ...people(facts),
    '目　录',
    ...contents(body),
    ...body.map(text),
    ...recordPage(facts),
  ].filter((one) => one.trim() !== '');
}

const head = (level, text) => ({ level, text });

function contents(body) {
  let chapter = 0;
  let section = 0;
  return body.flatMap((one) => {
    if (one.level === 1) {
      chapter += 1;
      section = 0;
      return [`${chinese(chapter)}、${one.text}`];
    }
    if (one.level !== 2) return [];
    section += 1;
    return [`（${chinese(section)}）${one.text}`];
  });
}

function people({ below, major }) {
  const roles = { developer: '参与开发：', drafter: '起草人：', reviewer: '审定人：' };
  return Object.entries(roles).flatMap(([role, label]) => {
    const found = below(major, 'person').filter((one) => one.role === role);
    const words = found.map(({ name, unit }) => name + (unit === '' ? '' : `（${unit}）`));
    return found.length === 0 ? [] : [label + words.join('、')];
  });
}

function infoChapter({ below, major, levels, starts }) {
  const of = (level) => levelNames[level.level];
  const startsOf = (level) => starts.filter((one) => one.level === level);
  const certificate = ({ name, skillLevel }) =>
    skillLevel === 'none' ? name : `${name}（${skillNames[skillLevel]}）`;
  return [
    head(1, '专业信息'),
    head(2, '专业名称'),
    major.name,
    head(2, '专业编码'),
    ...levels.map((level) => `${major.name}专业${of(level)}：${level.majorCode}`),
    head(2, '学习年限'),
    ...levels.map(
      (level) =>
        `${of(level)}技能层级：${startsOf(level)
          .map(({ start }) => startName(start))
          .join('、')}`,
    ),
    head(2, '就业方向'),
    ...levels.flatMap((level) => [`${of(level)}技能层级`, ...lines(level.employmentDirection)]),
    head(2, '职业资格/职业技能等级'),
    ...levels.map(
      (level) =>
        `${of(level)}技能层级：${below(level, 'qualification').map(certificate).join('、') || blank}`,
    ),
    head(2, '对应职业'),
    '本专业对应的职业见表1，职业编码出自《中华人民共和国职业分类大典》。',
    `表1　${major.name}专业对应职业一览表`,
    ...['职业名称', '职业编码', '分类大典版本', '对应关系', '说明'],
    ...below(major, 'occupationLink').flatMap(({ name, code, edition, relation, note }) => [
      ...[name, code, editions[edition], relationNames[relation], note],
    ]),
  ];
}

/** 培养要求表 with its header. */
export function requirementTable({ below, levels }) {
  const asked = (task) => {
    const items = below(task, 'competenceRequirement').map(({ text }) => text.trim());
    return items.length > 1 ? items.map((text, at) => `${at + 1}. ${text}`) : items;
  };
  return [
    ...['培养层级', '典型工作任务', '职业能力要求'],
    // The level stands in every row, so that it is read on every page.
    ...levels.flatMap((level) =>
      below(level, 'typicalWorkTask').flatMap((task) => [
        levelNames[level.level],
        task.name,
        ...asked(task),
      ]),
    ),
  ];
}

function goalChapter(facts) {
  const { major, levels } = facts;
  return [
    ...[head(1, '培养目标和要求'), head(2, '培养目标'), '总体目标', ...lines(major.overallGoal)],
    ...levels.flatMap(({ level, goal }) => [`${levelNames[level]}技能层级`, ...lines(goal)]),
    head(2, '培养要求'),
    '各层级的典型工作任务及其职业能力要求见表2。',
    `表2　${major.name}专业技能人才培养要求表`,
    ...requirementTable(facts),
  ];
}

function modeChapter({ major, levels }) {
  return [
    ...[head(1, '培养模式'), head(2, '培养体制'), ...lines(major.trainingSystem)],
    head(2, '运行机制'),
    ...levels.flatMap(({ level, operationMode }) => [
      `${levelNames[level]}技能层级`,
      ...lines(operationMode),
    ]),
  ];
}

function tableChapter(facts) {
  const { major, starts } = facts;
  const { levels, official } = facts;
  const first = 3;
  const last = first + starts.length - 1;
  const several = starts.length > 1 ? '各层级、各起点的' : '';
  const tables = several ? `表${first}～表${last}` : `表${first}`;
  const higher = levels.slice(1).map(({ level }) => levelNames[level]);
  const note = `；${higher.join('、')}技能层级的课程表包含低层级的工学一体化课程`;
  const what = official ? '工学一体化课程表' : '课程表';
  return [
    head(1, '课程安排'),
    `${several}课程与学时安排见${tables}${higher.length > 0 ? note : ''}。`,
    ...starts.flatMap(({ level, start }, at) => {
      const title = `${levelNames[level.level]}技能层级${what}（${startName(start)}）`;
      return [
        head(2, title),
        `表${first + at}　${major.name}专业${title}`,
        ...(official ? integratedTable : courseTable)(facts, level, start),
      ];
    }),
  ];
}

/** 课程表 of all four kinds with its header. */
export function courseTable(facts, level, start) {
  const { terms, courses, sums } = courseTableFacts(facts, level, start);
  const group = ([kind, name]) => {
    const own = courses.filter(({ courseKind }) => courseKind === kind);
    const rows = own.flatMap((course, at) => [
      ...[name, String(at + 1), course.name],
      ...sums([course]),
    ]);
    return own.length === 0 ? [] : [...rows, name, '小计', ...sums(own)];
  };
  return [
    ...['课程类别', '序号', '课程名称', '基准学时', '学时分配'],
    ...terms.flatMap((term) => [`第${term}`, '学期']),
    ...kinds.flatMap(group),
    ...['总学时', ...sums(courses)],
  ];
}

/** 工学一体化课程表: no kinds, no 小计. */
function integratedTable(facts, level, start) {
  const { terms, courses, sums } = courseTableFacts(facts, level, start);
  const own = courses.filter(({ courseKind }) => courseKind === 'integrated');
  return [
    ...['序号', '课程名称', '基准学时', '学时分配'],
    ...terms.flatMap((term) => [`第${term}`, '学期']),
    ...own.flatMap((course, at) => [String(at + 1), course.name, ...sums([course])]),
    ...['总学时', ...sums(own)],
  ];
}

/** Numbers are added up here from the records alone. */
function courseTableFacts({ records, below, levels }, level, start) {
  const terms = Array.from({ length: start.years * 2 }, (_, at) => at + 1);
  const written = records.filter(
    ({ kind, startPointId }) => kind === 'courseTermHours' && startPointId === start.id,
  );
  const hoursIn = (course, term) =>
    sum(
      written
        .filter((one) => one.parentId === course.id && one.term === term)
        .map((one) => one.hours),
    );
  const lowest = start.entry === 'intermediateGraduate' ? 1 : 0;
  const courses = levels
    .slice(lowest, levels.indexOf(level) + 1)
    .flatMap((one) => below(one, 'course'))
    .filter(
      (one) => one.courseKind === 'integrated' || terms.some((term) => hoursIn(one, term) > 0),
    );
  const shown = (number) => (number === 0 ? '' : String(number));
  const sums = (list) => [
    shown(sum(list.map(({ standardHours }) => standardHours))),
    ...terms.map((term) => shown(sum(list.map((course) => hoursIn(course, term))))),
  ];
  return { terms, courses, sums };
}

function courseChapter({ records, courses }) {
  return [
    head(1, '课程标准'),
    ...courses.flatMap(({ id, name }) => [
      head(2, `${name}课程标准`),
      // Title and subtitle of the paper of its own are left out inside the chapter.
      ...expectedTexts(records, id, 'course-standard.national').slice(2),
    ]),
  ];
}

function closingChapters({ major }) {
  return [
    ...[head(1, '实施建议'), head(2, '师资队伍'), ...lines(major.staffAdvice)],
    ...[head(2, '场地设备'), ...lines(major.venueAdvice)],
    ...[head(2, '教学资源'), ...lines(major.resourceAdvice)],
    ...[head(2, '教学管理制度'), ...lines(major.managementAdvice)],
    ...[head(1, '考核与评价'), head(2, '综合职业能力评价')],
    ...lines(major.comprehensiveEvaluation),
    ...[head(2, '职业技能评价'), ...lines(major.skillEvaluation)],
    ...[head(2, '毕业生就业质量分析'), ...lines(major.graduateEvaluation)],
  ];
}

function recordPage({ below, major, starts }) {
  const next = 3 + starts.length;
  return [
    ...['编制与修订记录', `表${next}　编制、审核与批准`, '环节', '签名', '日期'],
    ...below(major, 'approvalLine').flatMap(({ step, name, date }) => [
      stepNames[step],
      name,
      date,
    ]),
    ...[`表${next + 1}　修订记录`, '版本', '日期', '修订内容', '修订人'],
    ...below(major, 'revisionLine').flatMap((one) => [one.version, one.date, one.change, one.by]),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(expectedMajor(recordsOf(process.argv[2]))));
}
