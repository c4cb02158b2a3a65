import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, closest, type Project } from '@shared/core/model/project';
import { isOf, type RecordOf } from '@shared/core/model/record';
import { type PaperKind, type PaperKindId, paperKinds } from '@shared/core/papers/paper-kinds';
import { subjectsOf } from '@shared/core/papers/subjects';
import type { FileRequest, PaperFormat } from './paper-job';

/** What the teacher has ticked. */
export interface WantedFiles {
  readonly kinds: ReadonlySet<PaperKindId>;
  /** Ids of layouts; a kind that is ticked comes in those of its layouts that are here. */
  readonly layouts: ReadonlySet<string>;
  readonly courses: ReadonlySet<RecordId>;
  readonly formats: ReadonlySet<PaperFormat>;
}

/** Papers that are made of all there is, and those of the courses that are chosen. */
const otherPapers = paperKinds.filter(({ subject }) => subject !== 'course');
const coursePapers = paperKinds.filter(({ subject }) => subject === 'course');
const formats: readonly PaperFormat[] = ['word', 'pdf'];

/** Every kind in its usual layout. */
const usualLayouts = paperKinds.flatMap(({ layouts }) => layouts.slice(0, 1).map(({ id }) => id));

/** A level and its courses, in the order of the outline; level null = courses whose level is gone. */
export interface LevelCourses {
  readonly level: RecordOf<'majorLevel'> | null;
  readonly courses: readonly RecordOf<'course'>[];
}

/** The courses of a project by level. */
export function coursesByLevel(project: Project): readonly LevelCourses[] {
  const levels = childrenOf(project, null, 'major').flatMap(({ id }) =>
    childrenOf(project, id, 'majorLevel'),
  );
  const known = levels.map((level) => ({
    level,
    courses: childrenOf(project, level.id, 'course'),
  }));
  const seen = new Set(known.flatMap(({ courses }) => courses.map(({ id }) => id)));
  const strays = [...project.records.values()].filter(
    (record): record is RecordOf<'course'> => isOf(record, 'course') && !seen.has(record.id),
  );
  const own = known.filter(({ courses }) => courses.length > 0);
  return strays.length === 0 ? own : [...own, { level: null, courses: strays }];
}

/**
 * What is ticked to begin with: on the page of a course its standard, on the page of a level the
 * standards of that level, elsewhere those of all courses; as Word.
 */
export function firstWanted(project: Project, shown: RecordId | null): WantedFiles {
  const all = coursesByLevel(project).flatMap(({ courses }) => courses);
  return {
    kinds: new Set(coursePapers.map(({ id }) => id)),
    layouts: new Set(usualLayouts),
    courses: new Set(firstCourses(project, all, shown).map(({ id }) => id)),
    formats: new Set<PaperFormat>(['word']),
  };
}

function firstCourses(
  project: Project,
  all: readonly RecordOf<'course'>[],
  shown: RecordId | null,
): readonly RecordOf<'course'>[] {
  const own = shown === null ? undefined : closest(project, shown, 'course');
  if (own !== undefined) return [own];
  const level = shown === null ? undefined : closest(project, shown, 'majorLevel');
  const near = level === undefined ? all : all.filter(({ parentId }) => parentId === level.id);
  const integrated = near.filter(({ courseKind }) => courseKind === 'integrated');
  return integrated.length > 0 ? integrated : near;
}

/** The files that come of what is ticked: those of the major first, then course by course. */
export function requestsFor(project: Project, wanted: WantedFiles): readonly FileRequest[] {
  const courses = coursesByLevel(project)
    .flatMap((one) => one.courses)
    .filter(({ id }) => wanted.courses.has(id));
  const files = (kind: PaperKind, subjectId: RecordId) =>
    kind.layouts
      .filter(({ id }) => wanted.kinds.has(kind.id) && wanted.layouts.has(id))
      .flatMap(({ id: layoutId }) =>
        formats
          .filter((format) => wanted.formats.has(format))
          .map((format) => ({ kind: kind.id, layoutId, subjectId, format })),
      );
  return [
    ...otherPapers.flatMap((kind) =>
      subjectsOf(project, kind.subject).flatMap(({ id }) => files(kind, id)),
    ),
    ...courses.flatMap(({ id }) => coursePapers.flatMap((kind) => files(kind, id))),
  ];
}

/** Every paper of the major in its usual layout, as the command line makes them with `--paper all`. */
export function allPapers(project: Project): readonly FileRequest[] {
  const courses = firstCourses(
    project,
    coursesByLevel(project).flatMap((one) => one.courses),
    null,
  );
  return requestsFor(project, {
    kinds: new Set(paperKinds.map(({ id }) => id)),
    layouts: new Set(usualLayouts),
    courses: new Set(courses.map(({ id }) => id)),
    formats: new Set<PaperFormat>(['word']),
  });
}

/** A set with something put in or taken out. */
export function withAll<Item>(
  set: ReadonlySet<Item>,
  items: readonly Item[],
  isIn: boolean,
): ReadonlySet<Item> {
  const next = new Set(set);
  for (const item of items) {
    if (isIn) next.add(item);
    else next.delete(item);
  }
  return next;
}
