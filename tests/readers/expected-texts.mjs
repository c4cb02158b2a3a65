/**
 * Every paragraph a course standard must hold, in order, made from `project.json` inside a .gxk alone.
 * Written a second time on purpose and without anything of `shared/`: it is what the papers are held
 * against. `node expected-texts.mjs P.gxk <course name or id> <layout id>` prints a JSON list.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';

const levelNames = { intermediate: '中级', advanced: '高级', preTechnician: '预备技师（技师）' };
const contentNames = {
  practical: '实践知识：',
  theoretical: '理论知识：',
  general: '通用能力：',
  quality: '职业素养：',
  ideological: '思政素养：',
};

/** The records of a project file. */
export function recordsOf(file) {
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  return JSON.parse(strFromU8(parts['project.json'])).records;
}

/** All paragraphs of the paper that are not empty, in reading order. */
export function expectedTexts(records, courseKey, layoutId) {
  const facts = factsOf(records, courseKey);
  const texts = layoutId.endsWith('tili2') ? schoolForm(facts) : nationalForm(facts);
  return texts.filter((text) => text.trim() !== '');
}

function factsOf(records, courseKey) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const course = records.find(
    ({ kind, id, name }) => kind === 'course' && (id === courseKey || name === courseKey),
  );
  const below = (parent, kind) =>
    records
      .filter((record) => record.kind === kind && record.parentId === parent?.id)
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
  const level = byId.get(course.parentId);
  const found = below(course, 'courseTask').map((link) => byId.get(link.typicalWorkTaskId))[0];
  const work = found ?? emptyWork;
  const assessment = below(course, 'courseAssessment')[0];
  const final = below(assessment, 'finalAssessment')[0];
  const objectives = below(course, 'courseObjective');
  return {
    course,
    level,
    major: byId.get(level.parentId),
    work,
    assessment,
    final,
    objectives,
    advice: below(course, 'teachingAdvice')[0],
    stages: below(course, 'courseStage'),
    contents: below(course, 'learningContent'),
    tasks: below(course, 'learningTask'),
    shares: below(assessment, 'taskShare'),
    pointsOf: (objective) => below(objective, 'assessmentPoint'),
    points: objectives.flatMap((objective) => below(objective, 'assessmentPoint')),
    objects: texts(below(work, 'workObject')),
    requirements: texts(below(work, 'workRequirement')),
    deliverables: texts(below(final, 'taskRequirement')),
  };
}

const emptyWork = {
  ...{ description: '', workOrganization: '', tools: [], materials: [], equipment: [] },
  ...{ documents: [], workMethods: [] },
};
/** Where nothing has been written inside a sentence there is room to write. */
const blank = '　　';
const paragraphs = (text) => {
  const lines = text.split('\n').map((line) => line.trim());
  const written = lines.filter((line) => line !== '');
  return written.length === 0 ? [''] : written;
};
const texts = (items) => items.map(({ text }) => text.trim()).filter((text) => text !== '');
/** An item without a mark of its own gets one. */
const ended = (text, mark) => (/[。；！？.;!?]$/.test(text) ? text : text + mark);
const run = (items, mark = '；') =>
  items.map((text, at) => ended(text, at === items.length - 1 ? '。' : mark)).join('');
const numbered = (items, number) =>
  items.map((text, at) => number(at + 1) + ended(text, at === items.length - 1 ? '。' : '；'));
const dot = (n) => `${n}. `;
const bracket = (n) => `（${n}）`;
const circle = (n) => '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'[n - 1] ?? bracket(n);
/** A label before the first paragraph of a text. */
const labelled = (label, text) => {
  const [first, ...rest] = paragraphs(text);
  return [label + first, ...rest];
};

function learningContents({ stages, contents }) {
  const group = (title, items, kinds) => ({
    title,
    lines: kinds.flatMap((kind) => {
      const own = texts(items.filter(({ contentKind }) => contentKind === kind));
      return own.length === 0 ? [] : [contentNames[kind] + run(own)];
    }),
  });
  const work = ['practical', 'theoretical'];
  const ids = stages.map(({ id }) => id);
  return [
    ...stages.map(({ id, name }) =>
      group(
        name,
        contents.filter(({ stageId }) => stageId === id),
        work,
      ),
    ),
    group(
      '其他',
      contents.filter(({ stageId }) => !ids.includes(stageId)),
      work,
    ),
    group('通用能力、职业素养、思政素养', contents, ['general', 'quality', 'ideological']),
  ]
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }, at) => [dot(at + 1) + title, ...lines]);
}

function means({ work }, number) {
  return [
    `${number(1)}工具：${run(texts(work.tools))}`,
    `${number(2)}材料：${run(texts(work.materials))}`,
    `${number(3)}设备：${run(texts(work.equipment))}`,
    `${number(4)}资料：${run(texts(work.documents))}`,
  ];
}

const hoursText = (hours) => (hours === null ? '' : String(hours));

/** The hours of the course, or those of its tasks when it follows them. */
function courseHours({ course, tasks }) {
  if (course.standardHours !== null) return String(course.standardHours);
  const known = tasks.flatMap(({ standardHours }) => standardHours ?? []);
  return known.length === 0 ? '' : String(known.reduce((sum, hours) => sum + hours, 0));
}

function taskRows({ tasks }) {
  return tasks.flatMap(({ name, description, standardHours }, at) => [
    String(at + 1),
    name,
    ...paragraphs(description),
    hoursText(standardHours),
  ]);
}

/** The two weights; one that is not given takes what the other leaves. */
function weights({ assessment: { processWeight, finalWeight } }) {
  const rest = (other) => (other === null ? blank : 100 - other);
  return [processWeight ?? rest(finalWeight), finalWeight ?? rest(processWeight)];
}

function formula(facts) {
  const [process, final] = weights(facts);
  return `课程考核成绩＝过程性考核成绩×${process}%＋终结性考核成绩×${final}%`;
}

function shareSentence({ tasks, shares }) {
  const typed = tasks.flatMap(({ id, name, standardHours }) => {
    const share = shares.find(({ learningTaskId }) => learningTaskId === id);
    return share === undefined ? [] : [{ name, percent: share.percent, hours: standardHours }];
  });
  if (typed.length === 0) return '';
  const parts = percents(typed).map(({ name, percent }) => `${name}${percent}%`);
  return `过程性考核成绩由各学习任务的考核成绩构成，所占比例为：${parts.join('、')}。`;
}

/** Where no share has been typed the hours decide, in whole percent by the largest remainder. */
function percents(shares) {
  if (shares.some(({ percent }) => percent !== null)) return shares;
  const all = shares.reduce((total, { hours }) => total + hours, 0);
  const exact = shares.map((share) => ({ ...share, quota: (share.hours * 100) / all }));
  const left = 100 - exact.reduce((total, { quota }) => total + Math.floor(quota), 0);
  const rest = ({ quota }) => quota - Math.floor(quota);
  const raised = exact.toSorted((one, other) => rest(other) - rest(one)).slice(0, left);
  return exact.map((share) => ({
    ...share,
    percent: Math.floor(share.quota) + (raised.includes(share) ? 1 : 0),
  }));
}

function nationalForm(facts) {
  const { course, level, major, work, advice, assessment, final, objects, requirements } = facts;
  const pointsIn = (task) =>
    texts(facts.points.filter(({ learningTaskId }) => learningTaskId === task));
  return [
    `${course.name || blank}课程标准`,
    `${major.name}专业${level.majorCode === '' ? '' : `（${level.majorCode}）`}　${levelNames[level.level]}技能层级`,
    ...['工学一体化课程名称', course.name, '基准学时', courseHours(facts)],
    '典型工作任务描述',
    ...paragraphs(work.description),
    '工作内容分析',
    '工作对象：',
    ...numbered(objects, dot),
    '工具、材料、设备与资料：',
    ...means(facts, dot),
    '工作方法：',
    run(texts(work.workMethods), '、'),
    '劳动组织方式：',
    ...paragraphs(work.workOrganization),
    '工作要求：',
    ...numbered(requirements, dot),
    '课程目标',
    ...paragraphs(course.objectivesIntro),
    ...numbered(texts(facts.objectives), dot),
    '学习内容',
    ...paragraphs(course.contentsIntro),
    ...learningContents(facts),
    '参考性学习任务',
    ...['序号', '名称', '学习任务描述', '参考学时'],
    ...taskRows(facts),
    '教学实施建议',
    '1. 师资要求',
    ...paragraphs(advice.staff),
    '2. 教学组织方式方法建议',
    ...paragraphs(advice.organisationMethods),
    '3. 教学资源配备建议',
    ...labelled('（1）教学场地：', advice.venue),
    ...labelled('（2）工具、材料、设备：', advice.toolsPerGroup),
    ...labelled('（3）教学资料：', advice.documents),
    '4. 教学管理制度',
    ...paragraphs(advice.management),
    '教学考核要求',
    ...paragraphs(assessment.opening),
    formula(facts),
    `1. 过程性考核（${weights(facts)[0]}%）`,
    shareSentence(facts),
    ...labelled('（1）技能考核：', assessment.skillAssessment),
    ...labelled('（2）学习成果考核：', assessment.outcomeAssessment),
    ...labelled('（3）通用能力观察：', assessment.competenceObservation),
    facts.tasks.some(({ id }) => pointsIn(id).length > 0) ? '（4）各学习任务考核要点' : '',
    ...facts.tasks
      .filter(({ id }) => pointsIn(id).length > 0)
      .map(({ id, name }, at) => `${circle(at + 1)}${name}：${run(pointsIn(id))}`),
    `2. 终结性考核（${weights(facts)[1]}%）`,
    ...labelled('考核说明：', final.explanation),
    pointsIn(null).length === 0 ? '' : `考核要点：${run(pointsIn(null))}`,
    final.minutes === null ? '' : `考核时间：${final.minutes}分钟`,
    ...finalCase(facts),
  ];
}

function finalCase({ final, deliverables }) {
  return [
    `考核任务案例：${final.caseName || blank}`,
    '【情境描述】',
    ...paragraphs(final.scenario),
    '【任务要求】',
    ...numbered(deliverables, bracket),
    '【参考资料】',
    ...numbered(texts(final.references), bracket),
  ];
}

function schoolForm(facts) {
  const { course, level, major, work, advice, assessment, final, objects, requirements } = facts;
  return [
    `${course.name || blank}校本课程标准`,
    `${major.school === '' ? '' : `${major.school}　`}${major.name}专业　${levelNames[level.level]}技能层级`,
    `基准学时：${courseHours(facts) || blank}学时`,
    '典型工作任务描述',
    ...paragraphs(work.description),
    '工作内容分析',
    '工作对象',
    ...numbered(objects, bracket),
    '工具、材料、设备与资料',
    ...means(facts, bracket),
    '工作方法',
    run(texts(work.workMethods), '、'),
    '劳动组织形式',
    ...paragraphs(work.workOrganization),
    '工作要求',
    ...numbered(requirements, bracket),
    '课程目标',
    ...paragraphs(course.objectivesIntro),
    ...numbered(texts(facts.objectives), dot),
    '学习内容',
    ...paragraphs(course.contentsIntro),
    ...learningContents(facts),
    '学习任务',
    '表1　学习任务',
    ...['序号', '名称', '学习任务描述', '参考学时'],
    ...taskRows(facts),
    '教学实施建议',
    '师资要求',
    ...paragraphs(advice.staff),
    '教学组织方式方法建议',
    ...paragraphs(advice.organisationMethods),
    '教学资源配备建议',
    '教学场地',
    ...paragraphs(advice.venue),
    '工具、材料、设备',
    ...paragraphs(advice.toolsPerGroup),
    '教学资料',
    ...paragraphs(advice.documents),
    '教学管理制度',
    ...paragraphs(advice.management),
    '教学考核要求',
    ...paragraphs(assessment.opening),
    formula(facts),
    texts(facts.points).length === 0 ? '' : '各课程目标的考核要点见表2。',
    `过程性考核（${weights(facts)[0]}%）`,
    shareSentence(facts),
    '技能考核',
    ...paragraphs(assessment.skillAssessment),
    '学习成果考核',
    ...paragraphs(assessment.outcomeAssessment),
    '通用能力观察',
    ...paragraphs(assessment.competenceObservation),
    `终结性考核（${weights(facts)[1]}%）`,
    ...paragraphs(final.explanation),
    final.minutes === null ? '' : `考核时间：${final.minutes}分钟`,
    ...finalCase(facts),
    ...(texts(facts.points).length === 0 ? [] : pointTable(facts)),
  ];
}

function pointTable(facts) {
  const heads = ['工作环节', '课程目标', '考核任务', '考核要点'];
  return ['表2　课程考核要点', ...heads, ...pointRows(facts)];
}

/** Merged cells are read once: the 工作环节 and the objective stand in the first of their rows. */
function pointRows({ stages, objectives, tasks, pointsOf }) {
  const places = [...tasks.map(({ id, name }) => [id, name]), [null, '终结性考核']];
  const at = ({ stageId }) => {
    const found = stages.findIndex(({ id }) => id === stageId);
    return found === -1 ? stages.length : found;
  };
  const list = [];
  for (const objective of objectives.toSorted((a, b) => at(a) - at(b))) {
    const rows = places
      .map(([place, name]) => [
        name,
        texts(pointsOf(objective).filter(({ learningTaskId }) => learningTaskId === place)),
      ])
      .filter(([, points]) => points.length > 0);
    for (const [index, [name, points]] of rows.entries()) {
      // Every row says where it stands; a long objective is said once and named after that.
      list.push(stages[at(objective)]?.name ?? '');
      list.push(index === 0 ? objective.text : `课程目标${objectives.indexOf(objective) + 1}`);
      list.push(name, ...(points.length > 1 ? points.map((p, n) => dot(n + 1) + p) : points));
    }
  }
  return list;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , file, course, layout] = process.argv;
  console.log(JSON.stringify(expectedTexts(recordsOf(file), course, layout)));
}
