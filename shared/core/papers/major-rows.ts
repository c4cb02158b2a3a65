import { childrenOf, referrersOf } from '../model/project';
import type { KnownRecord, RecordOf } from '../model/record';
import { kindsInOrder, standardOf } from '../hours/course-table';
import { boundField, boundNumber, type BoundCell, type BoundRow, missingList } from './bound';
import { integratedCourses, levelScopes, type MajorScope } from './major-scope';
import type { BoundRows } from './row-binds';

type MajorRows = (scope: MajorScope) => BoundRows;

/** Every repeated row of a major that a layout may name. */
export const majorRows: ReadonlyMap<string, MajorRows> = new Map<string, MajorRows>([
  ['major.requirements', requirementRows],
  ['major.taskSummary', taskRows],
  ['major.offering', offeringRows],
  ['major.occupations', (scope) => plainRows(scope, 'occupationLink', occupationFields)],
  ['major.approvals', (scope) => plainRows(scope, 'approvalLine', ['step', 'name', 'date'])],
  ['major.revisions', (scope) => plainRows(scope, 'revisionLine', revisionFields)],
]);

const occupationFields = ['name', 'code', 'edition', 'relation', 'note'];
const revisionFields = ['version', 'date', 'change', 'by'];

/** The binds that columns of each of them may name. */
export const majorColumns: ReadonlyMap<string, readonly string[]> = new Map([
  ['major.requirements', ['row.level', 'row.task', 'row.requirements']],
  ['major.taskSummary', ['row.number', 'row.level', 'row.task', 'row.nature', 'row.courses']],
  ['major.offering', ['row.number', 'row.kind', 'row.name', 'row.level', 'row.hours']],
  ['major.occupations', occupationFields.map((field) => `row.${field}`)],
  ['major.approvals', ['row.step', 'row.name', 'row.date']],
  ['major.revisions', revisionFields.map((field) => `row.${field}`)],
]);

type PlainKind = 'occupationLink' | 'approvalLine' | 'revisionLine';

/** A line for each record of a kind below the major, a column for each of its fields. */
function plainRows(
  { project, major }: MajorScope,
  kind: PlainKind,
  fields: readonly string[],
): BoundRows {
  const records: readonly KnownRecord[] =
    major === undefined ? [] : childrenOf(project, major.id, kind);
  const rows = records.map((record) => ({
    cells: Object.fromEntries(fields.map((field) => [`row.${field}`, fieldCell(record, field)])),
  }));
  return { rows, missing: null };
}

/** 典型工作任务 with what they ask of a worker, level by level. */
function requirementRows(scope: MajorScope): BoundRows {
  const rows = tasksByLevel(scope).map(({ level, task }): BoundRow => {
    const asked = childrenOf(scope.project, task.id, 'competenceRequirement')
      .map((requirement) => boundField(requirement, 'text'))
      .filter(({ text }) => text !== '');
    const missing = asked.length > 0 ? null : missingList(task.id, 'competenceRequirement');
    return {
      cells: {
        'row.level': fieldCell(level, 'level'),
        'row.task': fieldCell(task, 'name'),
        'row.requirements': { values: asked, missing, mergeKey: task.id },
      },
    };
  });
  const missing = scope.major ? missingList(scope.major.id, 'typicalWorkTask') : null;
  return { rows, missing: rows.length > 0 ? null : missing };
}

function tasksByLevel(scope: MajorScope) {
  return levelScopes(scope).flatMap(({ level }) =>
    level === undefined
      ? []
      : childrenOf(scope.project, level.id, 'typicalWorkTask').map((task) => ({ level, task })),
  );
}

/** 典型工作任务 with the courses made from them. */
function taskRows(scope: MajorScope): BoundRows {
  const courses = new Map(integratedCourses(scope).map((course) => [course.id, course]));
  const rows = tasksByLevel(scope).map(({ level, task }, index): BoundRow => {
    const made = referrersOf(scope.project, task.id, 'courseTask').flatMap(
      ({ parentId }) => courses.get(parentId ?? '') ?? [],
    );
    return {
      cells: {
        'row.number': fixedCell(String(index + 1), task.id),
        'row.level': fieldCell(level, 'level'),
        'row.task': fieldCell(task, 'name'),
        'row.nature': fieldCell(task, 'taskNature'),
        'row.courses': {
          values: made.map((course) => boundField(course, 'name')),
          missing: null,
          mergeKey: task.id,
        },
      },
    };
  });
  return { rows, missing: null };
}

/** All courses by kind in the official order, level by level. */
function offeringRows(scope: MajorScope): BoundRows {
  const all = levelScopes(scope).flatMap(({ level }) =>
    level === undefined
      ? []
      : childrenOf(scope.project, level.id, 'course').map((course) => ({ level, course })),
  );
  const inOrder = kindsInOrder(all.map(({ course }) => course)).flatMap((kind) =>
    all.filter(({ course }) => course.courseKind === kind),
  );
  return {
    rows: inOrder.map((one, index) => offeringRow(scope, one, index + 1)),
    missing: null,
  };
}

function offeringRow(
  { project }: MajorScope,
  {
    level,
    course,
  }: { readonly level: RecordOf<'majorLevel'>; readonly course: RecordOf<'course'> },
  number: number,
): BoundRow {
  const hours = boundNumber(course, 'standardHours', standardOf(project, course));
  return {
    cells: {
      'row.number': fixedCell(String(number), course.id),
      'row.kind': { ...fieldCell(course, 'courseKind'), mergeKey: course.courseKind },
      'row.name': fieldCell(course, 'name'),
      'row.level': { ...fieldCell(level, 'level'), mergeKey: `${course.courseKind} ${level.id}` },
      'row.hours': { values: [hours], missing: null, mergeKey: course.id },
    },
  };
}

function fieldCell(record: KnownRecord, field: string): BoundCell {
  return { values: [boundField(record, field)], missing: null, mergeKey: record.id };
}

function fixedCell(text: string, mergeKey: string): BoundCell {
  return { values: [{ text, source: null }], missing: null, mergeKey };
}
