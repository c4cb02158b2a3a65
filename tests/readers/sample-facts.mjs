/**
 * What a department head would count and check by hand in a sample major, from `project.json` alone and
 * without anything of `shared/`. `node sample-facts.mjs P.gxk` prints it as JSON: counts, and under
 * `faults` one sentence per thing that does not add up or is not mapped.
 */
import { pathToFileURL } from 'node:url';
import { recordsOf } from './expected-texts.mjs';
import { likenesses } from './likeness.mjs';

const notText = new Set(['id', 'parentId', 'kind', 'order', 'stamp']);
const sum = (numbers) => numbers.reduce((all, one) => all + (one ?? 0), 0);
const hanIn = (text) => (text.match(/\p{Script=Han}/gu) ?? []).length;
const fillers = /××|XX|待定|待补充|TODO|请输入|（略）|某某|示例文字|此处|等等/u;
const entries = { juniorHigh: '初中', seniorHigh: '高中', intermediateGraduate: '中级工' };
const ranks = { intermediate: 1, advanced: 2, preTechnician: 3 };
const inChinese = (years) => '零一二三四五六七八'[years];

/** Everything `node sample-facts.mjs` prints. */
export function sampleFacts(records) {
  const facts = reading(records);
  const { of, texts } = facts;
  const said = texts.flatMap(({ text, course }) =>
    text.split(/[。；！？\n]/u).map((one) => ({ text: one.trim(), course })),
  );
  const sentences = said.filter(({ text }) => hanIn(text) >= 15);
  return {
    han: sum(texts.map(({ text }) => hanIn(text))),
    schools: of('major').flatMap(({ school, issuer }) => [school, issuer]),
    levels: of('majorLevel').map(({ level }) => level),
    startPoints: of('startPoint').length,
    typicalWorkTasks: of('typicalWorkTask').length,
    courses: facts.courses.length,
    sentences: sentences.length,
    repeated: repeated(sentences.filter(({ course }) => course !== null)),
    skeletons: likenesses(sentences.filter(({ course }) => course !== null)),
    fillers: texts.map(({ text }) => text).filter((text) => fillers.test(text)),
    standards: standardsIn(texts),
    tables: tablesOf(facts).map(({ name, total }) => ({ name, total })),
    faults: [
      ...hourFaults(facts),
      ...weightFaults(facts),
      ...mappingFaults(facts),
      ...tableFaults(facts),
    ],
  };
}

function reading(records) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const of = (kind, parent) =>
    records.filter((one) => one.kind === kind && (!parent || one.parentId === parent.id));
  const courses = of('course').filter(({ courseKind }) => courseKind === 'integrated');
  const courseOfWork = new Map(
    of('courseTask').map((link) => [link.typicalWorkTaskId, byId.get(link.parentId)?.name]),
  );
  const courseOf = (record) => {
    for (let one = record; one !== undefined; one = byId.get(one.parentId)) {
      if (one.kind === 'course') return one.name;
      if (one.kind === 'typicalWorkTask') return courseOfWork.get(one.id) ?? null;
    }
    return null;
  };
  const texts = records.flatMap((record) =>
    textsIn(record).map((text) => ({ text, course: courseOf(record) })),
  );
  return { byId, of, courses, texts };
}

function textsIn(value) {
  if (typeof value === 'string') return hanIn(value) > 0 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (notText.has(key) ? [] : textsIn(one)));
}

/** Sentences that stand word for word in more than three courses. */
function repeated(sentences) {
  const places = new Map();
  for (const { text, course } of sentences) {
    places.set(text, (places.get(text) ?? new Set()).add(course));
  }
  return [...places].filter(([, where]) => where.size > 3).map(([text]) => text);
}

function standardsIn(texts) {
  const cited = texts.flatMap(
    ({ text }) => text.match(/(?:GB|JT|QC|SB|HJ)(?:\/T)? ?\d+(?:—\d{4})?/gu) ?? [],
  );
  return [...new Set(cited)].sort();
}

function hourFaults({ of, courses }) {
  const links = of('objectiveTask');
  return courses.flatMap((course) => {
    const tasks = of('learningTask', course);
    const total = sum(tasks.map(({ standardHours }) => standardHours));
    const uneven = tasks.filter(({ id, standardHours }) => {
      const own = links.filter(({ learningTaskId }) => learningTaskId === id);
      return sum(own.map(({ hours }) => hours)) !== standardHours;
    });
    return [
      ...(total === course.standardHours ? [] : [`${course.name}：学习任务共 ${total} 学时`]),
      ...uneven.map(({ name }) => `${name}：课程目标的学时加不到学习任务的学时`),
    ];
  });
}

function weightFaults({ of, courses }) {
  return courses.flatMap((course) => {
    const tasks = of('learningTask', course).map(({ id }) => id);
    const assessments = of('courseAssessment', course);
    if (assessments.length !== 1) return [`${course.name}：考核有 ${assessments.length} 份`];
    const [{ processWeight, finalWeight }] = assessments;
    const shares = of('taskShare', assessments[0]);
    const shared = new Set(shares.map(({ learningTaskId }) => learningTaskId));
    return [
      ...(processWeight + finalWeight === 100 ? [] : [`${course.name}：过程与终结不足 100`]),
      ...(sum(shares.map(({ percent }) => percent)) === 100 ? [] : [`${course.name}：占比不足`]),
      ...(shares.length === tasks.length && tasks.every((id) => shared.has(id))
        ? []
        : [`${course.name}：有学习任务没有占比`]),
    ];
  });
}

function mappingFaults({ of, courses, byId }) {
  const served = of('objectiveRequirement');
  const worked = new Set(of('courseTask').map(({ typicalWorkTaskId }) => typicalWorkTaskId));
  const linked = new Set(of('objectiveTask').map(({ learningTaskId }) => learningTaskId));
  const lost = [
    ...of('typicalWorkTask').filter(({ id }) => !worked.has(id)),
    ...of('learningTask').filter(({ id }) => !linked.has(id)),
    ...of('competenceRequirement').filter(
      ({ id }) =>
        !served.some((one) => one.competenceRequirementId === id && one.strength === 'full'),
    ),
  ].map(({ name, text }) => `${name ?? text}：没有对应关系`);
  const objectives = courses.flatMap((course) => of('courseObjective', course));
  return [...lost, ...objectives.flatMap((one) => objectiveFaults(one, { of, byId }))];
}

function objectiveFaults(objective, { of, byId }) {
  const links = of('objectiveTask', objective);
  const points = of('assessmentPoint', objective);
  const assessed = new Set(points.map(({ learningTaskId }) => learningTaskId));
  const unmarked = links.filter(({ learningTaskId }) => !assessed.has(learningTaskId));
  const short = objective.text.slice(0, 16);
  return [
    ...(links.some(({ hours }) => hours > 0) ? [] : [`${short}：没有学习任务的学时`]),
    ...(points.length > 0 ? [] : [`${short}：没有考核要点`]),
    ...(assessed.has(null) ? [] : [`${short}：终结性考核不考`]),
    ...(of('objectiveRequirement', objective).length > 0 ? [] : [`${short}：没有职业能力要求`]),
    ...unmarked.map((one) => `${short}：在“${byId.get(one.learningTaskId).name}”中没有考核要点`),
  ];
}

function tablesOf({ of, byId }) {
  return of('startPoint').map((start) => {
    const cells = of('courseTermHours').filter(({ startPointId }) => startPointId === start.id);
    const level = byId.get(start.parentId);
    const courses = [...new Set(cells.map(({ parentId }) => byId.get(parentId)))];
    const total = sum(cells.map(({ hours }) => hours));
    return {
      name: `${entries[start.entry]}起点${inChinese(start.years)}年`,
      start,
      level,
      cells,
      courses,
      total,
    };
  });
}

function tableFaults(facts) {
  const whole = facts.texts.map(({ text }) => text).join('\n');
  const told = (name) =>
    [...whole.matchAll(RegExp(`${name}(\\d+)学时`, 'gu'))].map(([, n]) => Number(n));
  return tablesOf(facts).flatMap((table) => {
    const { name, start, cells, courses, total } = table;
    const wrong = courses.filter(({ id, standardHours }) => {
      const own = cells.filter(({ parentId }) => parentId === id);
      return sum(own.map(({ hours }) => hours)) !== standardHours;
    });
    const terms = Array.from({ length: start.years * 2 }, (_, index) =>
      sum(cells.filter(({ term }) => term === index + 1).map(({ hours }) => hours)),
    );
    const room = start.weeksPerSemester * start.hoursPerWeek;
    return [
      ...wrong.map((course) => `${name}：${course.name}的各学期加不到基准学时`),
      ...missingIn(table, facts).map((course) => `${name}：缺${course.name}`),
      ...(sum(terms) === total ? [] : [`${name}：有学时在培养年限之外`]),
      ...(Math.max(...terms) <= room ? [] : [`${name}：有学期超过 ${room} 学时`]),
      ...told(name).flatMap((hours) =>
        hours === total ? [] : [`${name}：文中说共 ${hours} 学时`],
      ),
    ];
  });
}

/** A higher level teaches the 工学一体化 courses of the lower ones too. */
function missingIn({ level, courses }, facts) {
  return facts.courses.filter((course) => {
    const own = facts.byId.get(course.parentId);
    return ranks[own.level] <= ranks[level.level] && !courses.includes(course);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const facts = sampleFacts(recordsOf(process.argv[2]));
  console.log(JSON.stringify(facts, null, 1));
}
