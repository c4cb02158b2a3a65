import type { RecordId } from '../kernel/id';
import { childrenOf, closest, findOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';
import { levelRank, semestersOf, startPointName, termCapacity } from '../model/start-point';
import { imbalancesOf } from './course-table-imbalance';
import type { CourseKind, CourseRow, CourseTable, Sums } from './course-table-shape';

export type {
  CourseGroup,
  CourseKind,
  CourseRow,
  CourseTable,
  Sums,
  TermCell,
} from './course-table-shape';

/** The four kinds in the order of 课程设置方案. */
export const courseKindOrder = ['public', 'foundation', 'integrated', 'elective'] as const;

/** The kinds of courses in the official order, then those of a newer version that come up in them. */
export function kindsInOrder(
  courses: readonly { readonly courseKind: CourseKind }[],
): readonly CourseKind[] {
  return [...new Set([...courseKindOrder, ...courses.map(({ courseKind }) => courseKind)])];
}

/** All tables of the major: by level, then in the order of its start points. */
export function courseTables(project: Project): readonly CourseTable[] {
  return levelsOf(project).flatMap(({ id }) =>
    childrenOf(project, id, 'startPoint').flatMap((start) => courseTable(project, start.id) ?? []),
  );
}

/** The 课程表 of one start point; undefined when there is no such start point or it has no level. */
export function courseTable(project: Project, startPointId: RecordId): CourseTable | undefined {
  const start = findOf(project, 'startPoint', startPointId);
  const level = findOf(project, 'majorLevel', start?.parentId ?? null);
  if (start === undefined || level === undefined) return undefined;
  const semesters = semestersOf(start);
  const rows = coursesIn(project, start).map((course) => rowOf(project, course, start));
  const groups = kindsInOrder(rows).flatMap((courseKind) => {
    const own = rows.filter((row) => row.courseKind === courseKind);
    return own.length === 0 ? [] : [{ courseKind, rows: own, ...sumsOf(own, semesters) }];
  });
  const table = {
    startPointId,
    levelId: level.id,
    level: level.level,
    name: startPointName(start),
    semesters,
    capacity: termCapacity(start),
    groups,
    ...sumsOf(rows, semesters),
    strays: straysOf(project, startPointId, rows),
  };
  return { ...table, imbalances: imbalancesOf(project, table) };
}

/**
 * The courses whose hours a 课程表 holds: those of its level and of all levels below, lower ones first;
 * pupils who are 中级工 already are not taught the 中级 courses again.
 */
export function coursesIn(
  project: Project,
  start: RecordOf<'startPoint'>,
): readonly RecordOf<'course'>[] {
  const level = findOf(project, 'majorLevel', start.parentId);
  if (level === undefined) return [];
  const top = levelRank(level.level);
  const least = start.entry === 'intermediateGraduate' ? Math.min(top, 1) : 0;
  return levelsOf(project)
    .filter((one) => levelRank(one.level) >= least && levelRank(one.level) <= top)
    .flatMap(({ id }) => childrenOf(project, id, 'course'));
}

/** Levels of the major, lower ones first. */
function levelsOf(project: Project): readonly RecordOf<'majorLevel'>[] {
  return childrenOf(project, null, 'major')
    .flatMap(({ id }) => childrenOf(project, id, 'majorLevel'))
    .toSorted((left, right) => levelRank(left.level) - levelRank(right.level));
}

/** 基准学时 of a course, or what its learning tasks add up to; null when nothing is known. */
export function standardOf(project: Project, course: RecordOf<'course'>): number | null {
  if (course.standardHours !== null) return course.standardHours;
  const known = childrenOf(project, course.id, 'learningTask').flatMap(
    ({ standardHours }) => standardHours ?? [],
  );
  return known.length === 0 ? null : known.reduce((sum, hours) => sum + hours, 0);
}

/** The hours of a course in the terms of a start point, as far as written, by term. */
export function termRecords(
  project: Project,
  courseId: RecordId,
  startPointId: RecordId,
): ReadonlyMap<number, RecordOf<'courseTermHours'>> {
  const found = new Map<number, RecordOf<'courseTermHours'>>();
  for (const record of childrenOf(project, courseId, 'courseTermHours')) {
    const { term } = record;
    if (record.startPointId === startPointId && term !== null && !found.has(term)) {
      found.set(term, record);
    }
  }
  return found;
}

function rowOf(
  project: Project,
  course: RecordOf<'course'>,
  start: RecordOf<'startPoint'>,
): CourseRow {
  const written = termRecords(project, course.id, start.id);
  const cells = Array.from({ length: semestersOf(start) }, (_, index) => {
    const found = written.get(index + 1);
    const { hours = null, locked = false, id = null } = found ?? {};
    return { term: index + 1, hours, locked, id };
  });
  const sum = cells.reduce((total, { hours }) => total + (hours ?? 0), 0);
  const standard = standardOf(project, course);
  return {
    courseId: course.id,
    name: course.name,
    level: closest(project, course.id, 'majorLevel')?.level ?? 'intermediate',
    courseKind: course.courseKind,
    standard,
    cells,
    sum,
    difference: standard === null ? 0 : standard - sum,
    taken: course.courseKind === 'integrated' || sum > 0,
  };
}

function sumsOf(rows: readonly CourseRow[], semesters: number): Sums {
  const taken = rows.filter((row) => row.taken);
  const terms = Array.from({ length: semesters }, (_, index) =>
    taken.reduce((total, { cells }) => total + (cells[index]?.hours ?? 0), 0),
  );
  return {
    standard: taken.reduce((total, { standard }) => total + (standard ?? 0), 0),
    terms,
    sum: terms.reduce((total, hours) => total + hours, 0),
  };
}

function straysOf(
  project: Project,
  startPointId: RecordId,
  rows: readonly CourseRow[],
): readonly RecordOf<'courseTermHours'>[] {
  const shown = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ id }) => id ?? [])));
  return (project.referrers.get(startPointId) ?? []).flatMap((id) => {
    const record = findOf(project, 'courseTermHours', id);
    return record === undefined || shown.has(record.id) ? [] : [record];
  });
}
