import { copyFragment } from '@shared/core/fragments/copy-fragment';
import { fragmentJson } from '@shared/core/fragments/fragment';
import { newId } from '@shared/core/kernel/id';
import type { Random } from '@shared/core/kernel/random';
import { contentHash } from '@shared/core/model/content-hash';
import { isJudged, lineFieldOf, mappingKinds, targetKindsOf } from '@shared/core/model/family';
import type { ListItem } from '@shared/core/model/field';
import { placeNamed } from '@shared/core/model/place';
import { closest, type Project } from '@shared/core/model/project';
import {
  fieldOf,
  isKnown,
  isOf,
  type Kind,
  kindNames,
  kindSpec,
  type KnownRecord,
  type RecordOf,
} from '@shared/core/model/record';
import { hitKey, searchProject } from '@shared/core/search/search-project';
import { pick, randomLine, randomProject, randomValue } from '../../../helpers/random-project';

/** Makes an input a teacher could give on a project; undefined where the project has no place for it. */
export type InputMaker = (project: Project, random: Random) => unknown;

function all<K extends Kind>(project: Project, kind: K): readonly RecordOf<K>[] {
  const found: RecordOf<K>[] = [];
  for (const record of project.records.values()) if (isOf(record, kind)) found.push(record);
  return found;
}

function known(project: Project): readonly KnownRecord[] {
  return [...project.records.values()].filter(isKnown);
}

function anyOf<K extends Kind>(project: Project, random: Random, kind: K) {
  return pick(random, all(project, kind));
}

/** A place in a list: left out, at the beginning, or behind one of its kind. */
function afterIn(
  project: Project,
  random: Random,
  { parentId, kind }: { parentId: string | null; kind: Kind },
) {
  const siblings = known(project).filter(
    (record) => record.parentId === parentId && record.kind === kind,
  );
  const choice = random.below(3);
  if (choice === 0) return {};
  return { afterId: choice === 1 ? null : (pick(random, siblings)?.id ?? null) };
}

function aLine(
  project: Project,
  random: Random,
): { record: KnownRecord; field: string } | undefined {
  const kind =
    pick(
      random,
      kindNames.filter((one) => kindSpec(one).role === 'line'),
    ) ?? 'workObject';
  const record: KnownRecord | undefined = anyOf(project, random, kind);
  return record && { record, field: lineFieldOf(kind) ?? '' };
}

/** A parent a kind may have. */
function aParent(project: Project, random: Random, kind: Kind): KnownRecord | undefined {
  const { parents } = kindSpec(kind);
  return pick(
    random,
    known(project).filter((record) => parents.includes(record.kind)),
  );
}

function aList(project: Project, random: Random) {
  const lists = known(project).flatMap((record) =>
    Object.entries(kindSpec(record.kind).fields)
      .filter(([, spec]) => spec.type === 'items')
      .map(([field]) => ({ record, field, items: fieldOf(record, field) as readonly ListItem[] })),
  );
  return pick(random, lists);
}

function itemInput(project: Project, random: Random) {
  const list = aList(project, random);
  const item = list && pick(random, list.items);
  if (list === undefined || item === undefined) return undefined;
  const after = random.below(2) === 0 ? null : (pick(random, list.items)?.id ?? null);
  return { id: list.record.id, field: list.field, itemId: item.id, after };
}

function editInput(project: Project, random: Random) {
  const record = pick(random, known(project));
  const field = record && pick(random, Object.entries(kindSpec(record.kind).fields));
  if (record === undefined || field === undefined) return undefined;
  const [name, spec] = field;
  if (spec.type !== 'ref') return { id: record.id, field: name, value: randomValue(random, spec) };
  const targets = known(project).filter(({ kind }) => spec.kinds.includes(kind));
  return {
    id: record.id,
    field: name,
    value: pick(random, [null, ...targets.map(({ id }) => id)]),
  };
}

function newInput(project: Project, random: Random, kinds: readonly Kind[]) {
  const kind = pick(random, kinds) ?? 'course';
  const parentId = aParent(project, random, kind)?.id ?? null;
  return { kind, parentId, ...afterIn(project, random, { parentId, kind }) };
}

/** Two things that a mapping of some kind could be between. */
function someEnds(project: Project, random: Random) {
  const kind = pick(random, mappingKinds) ?? 'courseTask';
  const from = pick(
    random,
    known(project).filter((record) => kindSpec(kind).parents.includes(record.kind)),
  );
  const course = closest(project, from?.id ?? '', 'course')?.id;
  const to = pick(
    random,
    known(project).filter(
      (record) =>
        targetKindsOf(kind).includes(record.kind) &&
        [undefined, course].includes(closest(project, record.id, 'course')?.id),
    ),
  );
  return { kind, fromId: from?.id, toId: to?.id };
}

function linkInput(project: Project, random: Random) {
  const objective = anyOf(project, random, 'courseObjective');
  const tasks = all(project, 'learningTask').filter(
    ({ parentId }) => parentId === objective?.parentId,
  );
  return { objective, task: pick(random, tasks) };
}

/** One to three things of one kind, as a hand selects them. */
function someIds(project: Project, random: Random): readonly string[] {
  const first = pick(random, known(project));
  const alike = known(project).filter(({ kind }) => kind === first?.kind);
  return Array.from({ length: 1 + random.below(3) }, () => pick(random, alike)?.id ?? '');
}

/** A cell of a 课程表, now and then one the table does not have. */
function aCell(project: Project, random: Random) {
  const start = anyOf(project, random, 'startPoint');
  const course = anyOf(project, random, 'course');
  return {
    startPointId: start?.id ?? '',
    courseId: course?.id ?? '',
    term: 1 + random.below(6),
    hours: pick(random, [null, 0, 20, 40.5, 180]) ?? null,
  };
}

/** One maker for each command; a command without one fails the registry test. */
export const inputMakers: Readonly<Record<string, InputMaker>> = {
  'add-assessment-point': (project, random) => {
    const { objective, task } = linkInput(project, random);
    const learningTaskId = random.below(3) === 0 ? null : (task?.id ?? null);
    return objective && { objectiveId: objective.id, learningTaskId, text: randomLine(random) };
  },
  'add-course': (project, random) => {
    const level = anyOf(project, random, 'majorLevel');
    const task = random.below(2) === 0 ? undefined : anyOf(project, random, 'typicalWorkTask');
    if (level === undefined) return undefined;
    const place = { parentId: level.id, kind: 'course' } as const;
    return {
      levelId: level.id,
      name: randomLine(random),
      typicalWorkTaskId: task?.id ?? null,
      ...afterIn(project, random, place),
    };
  },
  'add-learning-task': (project, random) => {
    const course = anyOf(project, random, 'course');
    if (course === undefined) return undefined;
    const place = { parentId: course.id, kind: 'learningTask' } as const;
    return { courseId: course.id, name: randomLine(random), ...afterIn(project, random, place) };
  },
  'add-level': (_, random) => ({
    level: pick(random, ['intermediate', 'advanced', 'preTechnician']),
  }),
  'add-list-item': (project, random) => {
    const list = aList(project, random);
    if (list === undefined) return undefined;
    const afterItemId = random.below(2) === 0 ? null : (pick(random, list.items)?.id ?? null);
    return { id: list.record.id, field: list.field, afterItemId, text: randomLine(random) };
  },
  'add-record': (project, random) => {
    const input = newInput(project, random, kindNames);
    const line = lineFieldOf(input.kind);
    return random.below(2) === 0 || line === undefined
      ? input
      : { ...input, fields: { [line]: randomLine(random) } };
  },
  'add-start-point': (project, random) => ({
    levelId: anyOf(project, random, 'majorLevel')?.id,
    entry: pick(random, ['juniorHigh', 'seniorHigh', 'intermediateGraduate']),
    ...(random.below(2) === 0 ? {} : { years: 1 + random.below(6) }),
  }),
  'add-typical-work-task': (project, random) => {
    const level = anyOf(project, random, 'majorLevel');
    if (level === undefined) return undefined;
    const place = { parentId: level.id, kind: 'typicalWorkTask' } as const;
    return { levelId: level.id, name: randomLine(random), ...afterIn(project, random, place) };
  },
  'build-objective-text': (project, random) => ({
    objectiveId: anyOf(project, random, 'courseObjective')?.id,
    ...(random.below(3) === 0 ? {} : { condition: randomLine(random) }),
    ...(random.below(3) === 0 ? {} : { behaviour: randomLine(random) }),
    ...(random.below(3) === 0 ? {} : { standard: randomLine(random) }),
  }),
  'distribute-hours': (project, random) => ({ courseId: anyOf(project, random, 'course')?.id }),
  'distribute-shares': (project, random) => ({
    assessmentId: anyOf(project, random, 'courseAssessment')?.id,
  }),
  'duplicate-records': (project, random) => ({ ids: someIds(project, random) }),
  'distribute-term-hours': (project, random) => {
    const cell = aCell(project, random);
    const { startPointId, courseId } = cell;
    return { startPointId, courseId, way: pick(random, ['next', 'share']) };
  },
  'edit-field': editInput,
  'edit-list-item': (project, random) => {
    const found = itemInput(project, random);
    return found && { ...found, text: randomLine(random) };
  },
  'fill-term-hours': (project, random) => {
    const cells = Array.from({ length: 1 + random.below(9) }, () => aCell(project, random));
    const startPointId = cells[0]?.startPointId;
    const own = cells.filter((cell) => cell.startPointId === startPointId);
    return {
      startPointId,
      cells: own.map(({ courseId, term, hours }) => ({ courseId, term, hours })),
    };
  },
  'join-records': (project, random) => {
    const line = aLine(project, random);
    return line && { id: line.record.id, field: line.field };
  },
  'judge-mapping': (project, random) => ({
    mappingId: pick(random, known(project).filter(isJudged))?.id,
  }),
  link: (project, random) => {
    const ends = someEnds(project, random);
    const says = random.below(2) === 0 ? {} : { fields: { note: randomLine(random) } };
    return { ...ends, ...says };
  },
  'link-new': (project, random) => {
    const { kind, fromId, toId } = someEnds(project, random);
    const there = pick(random, ['from', 'to'] as const) ?? 'from';
    const place = kindSpec(there === 'from' ? (targetKindsOf(kind)[0] ?? kind) : 'courseObjective');
    const parentId = pick(
      random,
      known(project).filter((record) => place.parents.includes(record.kind)),
    )?.id;
    const home = random.below(2) === 0 && there === 'from' ? {} : { parentId };
    const thereId = there === 'from' ? fromId : toId;
    return { kind, there, thereId, title: randomLine(random), ...home };
  },
  'mark-finished': (project, random) => ({
    ids: [anyOf(project, random, 'course')?.id, anyOf(project, random, 'learningTask')?.id].flatMap(
      (id) => id ?? [],
    ),
    finished: random.below(2) === 0,
  }),
  'move-list-item': (project, random) => {
    const found = itemInput(project, random);
    return found && { ...found, afterItemId: found.after };
  },
  'move-record': (project, random) => {
    const record = pick(random, known(project));
    if (record === undefined) return undefined;
    const parentId =
      random.below(2) === 0 ? record.parentId : (aParent(project, random, record.kind)?.id ?? null);
    const place = { parentId, kind: record.kind };
    return { id: record.id, parentId, afterId: null, ...afterIn(project, random, place) };
  },
  'move-records': (project, random) => {
    const ids = someIds(project, random);
    const kind = known(project).find(({ id }) => id === ids[0])?.kind ?? 'course';
    const parentId = aParent(project, random, kind)?.id ?? null;
    return { ids, parentId, ...afterIn(project, random, { parentId, kind }) };
  },
  'paste-fragment': (project, random) => {
    const from = random.below(3) === 0 ? project : randomProject(random.below(1_000));
    const origin = random.below(3) === 0 ? 'cp' : null;
    const copied = copyFragment(from, someIds(from, random), {
      isCut: random.below(2) === 0,
      origin,
    });
    const kind = copied.ok ? copied.value.records[0]?.kind : undefined;
    if (!copied.ok || kind === undefined) return undefined;
    const parentId = aParent(project, random, kind)?.id ?? null;
    const place = { parentId, ...afterIn(project, random, { parentId, kind }) };
    return { fragment: fragmentJson(copied.value), origin, ...place };
  },
  'paste-list-items': (project, random) => {
    const list = aList(project, random);
    if (list === undefined) return undefined;
    const itemId = pick(random, list.items)?.id ?? null;
    const isInto = random.below(2) === 0;
    const others = list.items.map(({ id }) => id).filter((id) => id !== itemId);
    return {
      id: list.record.id,
      field: list.field,
      afterItemId: isInto ? null : itemId,
      intoItemId: isInto ? itemId : null,
      insteadOf: random.below(3) === 0 ? others.slice(0, 2) : [],
      texts: Array.from({ length: 1 + random.below(6) }, () => randomLine(random)),
    };
  },
  'paste-rows': (project, random) => {
    const course = anyOf(project, random, 'course');
    if (course === undefined) return undefined;
    const line = pick(random, all(project, 'learningTask'));
    const intoId = line?.parentId === course.id ? line.id : null;
    const rows = Array.from({ length: 1 + random.below(6) }, () => ({
      name: randomLine(random),
      ...(random.below(2) === 0 ? {} : { standardHours: random.below(80) / 2 }),
    }));
    const others = all(project, 'learningTask').filter(
      ({ id, parentId }) => parentId === course.id && id !== intoId,
    );
    const insteadOf = random.below(3) === 0 ? others.slice(0, 2).map(({ id }) => id) : [];
    const place = { kind: 'learningTask', parentId: course.id, afterId: null, intoId, insteadOf };
    return { ...place, rows, fields: {} };
  },
  'remove-list-items': (project, random) => {
    const input = itemInput(project, random);
    return input && { id: input.id, field: input.field, itemIds: [input.itemId] };
  },
  'remove-records': (project, random) => ({
    ids: Array.from({ length: 1 + random.below(3) }, () => pick(random, known(project))?.id ?? ''),
  }),
  'replace-text': (project, random) => {
    const query = pick(random, ['维修', '接', 'plc', '，', '安全']) ?? '';
    const hits = searchProject(project, query, {
      matchCase: false,
      matchWidth: random.below(2) === 0,
    });
    const excluded = hits.filter(() => random.below(4) === 0).map(hitKey);
    return { hits, excluded, replacement: randomLine(random) };
  },
  'paste-glossary-terms': (_, random) => ({
    terms: ['workOrganization', 'standardHours'].map((termId) => ({
      termId,
      label: randomLine(random),
    })),
  }),
  'paste-start-points': (project, random) => ({
    levelId: anyOf(project, random, 'majorLevel')?.id,
    rows: Array.from({ length: 1 + random.below(3) }, () => ({
      entry: pick(random, ['juniorHigh', 'seniorHigh', 'intermediateGraduate']),
      values: random.below(2) === 0 ? {} : { years: 1 + random.below(6), hoursPerWeek: 28 },
    })),
  }),
  'set-glossary-term': (_, random) => ({
    termId: pick(random, ['workOrganization', 'standardHours', 'listSeparator']),
    label: randomLine(random),
  }),
  'set-term-hours': aCell,
  'set-weights': (project, random) => ({
    assessmentId: anyOf(project, random, 'courseAssessment')?.id,
    processWeight: random.below(101),
  }),
  'split-record': (project, random) => {
    const line = aLine(project, random);
    if (line === undefined) return undefined;
    const { record, field } = line;
    return { id: record.id, field, head: randomLine(random), tail: randomLine(random) };
  },
  'make-baseline': (project, random) => ({
    id: newId('bl', random),
    stage: pick(random, ['discussion', 'submitted', 'final']),
    name: randomLine(random),
    date: '2026-11-25',
    note: randomLine(random),
    projectHash: random.below(10) === 0 ? '0'.repeat(64) : contentHash(project),
    papers: [null, anyOf(project, random, 'course')?.id ?? null].map((subjectId) => ({
      id: newId('ke', random),
      paper: subjectId === null ? 'majorStandard' : 'courseStandard',
      layout: 'x.national',
      subjectId,
      fileName: '课程标准.docx',
      sha256: 'a'.repeat(64),
    })),
  }),
  'unwaive-finding': (project, random) => ({
    waiverId: anyOf(project, random, 'waiver')?.id,
  }),
  unlink: (project, random) => ({
    mappingId: pick(
      random,
      mappingKinds.flatMap((kind) => all<Kind>(project, kind)),
    )?.id,
  }),
  'waive-finding': (project, random) => {
    const record = pick(random, known(project));
    return (
      record && {
        ruleId: pick(random, ['CMP-03', 'HRS-04']),
        place: placeNamed(record.id, pick(random, ['', 'name', 'course']) ?? ''),
        reason: randomLine(random),
        fingerprint: 'a1',
      }
    );
  },
};
