import type { RecordId } from '@shared/core/kernel/id';
import { ofOption } from '@shared/core/model/field';
import { isOutlined } from '@shared/core/model/family';
import { childrenOf, onlyChildOf, type Project } from '@shared/core/model/project';
import {
  type AnyRecord,
  isKnown,
  type KnownRecord,
  type RecordOf,
} from '@shared/core/model/record';
import type { DocumentState, LastStep } from '../../state/document-state';
import { type MajorPartId, majorParts } from '../../state/major-parts';
import { recordName } from '@shared/core/words/wording';
import { partRow } from './part-row';

/** One line of the outline. */
export interface OutlineRow {
  /** Of the record; a part of the major has the id of the major with the part behind it. */
  readonly id: RecordId;
  readonly kind: KnownRecord['kind'];
  /** Set for a row that stands for a part of the major (then `parentId` is the major). */
  readonly part?: MajorPartId;
  readonly parentId: RecordId | null;
  readonly depth: number;
  /** One character for the kind, or the number of a learning task: 专 任 课 公 基 选 T1 考 表. */
  readonly tag: string;
  readonly name: string;
  /** False when nobody has given it a name; the word for its kind is shown then. */
  readonly named: boolean;
  /** What stands in grey at the end: hours, counts. */
  readonly note: string;
  /** Marked 已完成; null for what cannot be. */
  readonly finished: boolean | null;
  /** Of a course: the person who teaches it. */
  readonly teacherId: RecordId | null;
  /** True when there is something to fold. */
  readonly folds: boolean;
  readonly open: boolean;
}

interface Walk {
  readonly project: Project;
  readonly folded: ReadonlySet<RecordId>;
  readonly rows: OutlineRow[];
  readonly memory: Memory;
}

/** The lines of one course as they were made last, with everything they were made of. */
interface CourseLines {
  readonly parts: readonly unknown[];
  readonly rows: readonly OutlineRow[];
}

interface Memory {
  readonly lines: Map<RecordId, OutlineRow>;
  readonly courses: WeakMap<RecordOf<'course'>, CourseLines>;
}

export type OutlineRows = (
  state: Pick<DocumentState, 'project' | 'lastStep'>,
  folded: ReadonlySet<RecordId>,
) => readonly OutlineRow[];

/** A 工学一体化课程 is what the chain is about: it is 课 itself; the others by their category. */
const courseTags: Readonly<Record<RecordOf<'course'>['courseKind'], string>> = {
  integrated: '课',
  public: '公',
  foundation: '基',
  elective: '选',
};

/**
 * Makes the lines of the outline again and again: a line that says the same stays the same object, and
 * as long as no line has changed the whole list does.
 */
export function createOutlineRows(): OutlineRows {
  const memory: Memory = { lines: new Map(), courses: new WeakMap() };
  let last: { project: Project; folded: ReadonlySet<RecordId> } | null = null;
  let rows: readonly OutlineRow[] = [];
  return ({ project, lastStep }, folded) => {
    const before = last;
    last = { project, folded };
    if (before?.folded === folded && isSameShown(before.project, project, lastStep)) return rows;
    const next = walked({ project, folded, rows: [], memory });
    if (!sameItems(rows, next)) {
      rows = next;
      memory.lines.clear();
      for (const row of rows) memory.lines.set(row.id, row);
    }
    return rows;
  };
}

/** True when nothing that is shown can have changed; most steps are such. */
function isSameShown(before: Project, project: Project, lastStep: LastStep | null): boolean {
  if (before === project) return true;
  if (lastStep?.from !== before) return false;
  return lastStep.change.every(({ before: was, after }) => !isShown(was) && !isShown(after));
}

/** True for what has a line or decides where one stands. */
function isShown(record: AnyRecord | null): boolean {
  return record !== null && isKnown(record) && isOutlined(record.kind);
}

/** The lines to show, top to bottom: 专业 → 层级 → 典型工作任务 → 课程 → 学习任务, 考核. */
export function outlineRows(
  project: Project,
  folded: ReadonlySet<RecordId>,
): readonly OutlineRow[] {
  return createOutlineRows()({ project, lastStep: null }, folded);
}

function walked(walk: Walk): readonly OutlineRow[] {
  const { project } = walk;
  for (const major of childrenOf(project, null, 'major')) {
    const levels = childrenOf(project, major.id, 'majorLevel');
    const open = add(walk, major, {
      depth: 0,
      tag: '专',
      note: major.baseCode,
      folds: true,
    });
    if (!open) continue;
    const [goals, ...parts] = majorParts;
    put(walk, partRow(major.id, goals));
    for (const level of levels) addLevel(walk, level);
    for (const part of parts) put(walk, partRow(major.id, part));
  }
  return walk.rows;
}

function addLevel(walk: Walk, level: RecordOf<'majorLevel'>): void {
  const { project } = walk;
  const tasks = childrenOf(project, level.id, 'typicalWorkTask');
  const courses = childrenOf(project, level.id, 'course');
  const hours = courses.reduce((sum, { standardHours }) => sum + (standardHours ?? 0), 0);
  const note = courses.length === 0 ? '' : `${String(courses.length)}门 · ${String(hours)}`;
  const starts = childrenOf(project, level.id, 'startPoint');
  const folds = tasks.length + courses.length + starts.length > 0;
  if (!add(walk, level, { depth: 1, tag: '', note, folds })) return;
  const placed = coursesByTask(project, tasks, courses);
  for (const task of tasks) {
    const own = placed.get(task.id) ?? [];
    const open = add(walk, task, { depth: 2, tag: '任', note: '', folds: own.length > 0 });
    if (open) for (const course of own) addCourse(walk, course, 3);
  }
  for (const course of placed.get(null) ?? []) addCourse(walk, course, 2);
  for (const start of starts) {
    add(walk, start, { depth: 2, tag: '表', note: '课程表', folds: false });
  }
}

/** The courses under the first task each is made from; under null those without one of this level. */
function coursesByTask(
  project: Project,
  tasks: readonly RecordOf<'typicalWorkTask'>[],
  courses: readonly RecordOf<'course'>[],
): ReadonlyMap<RecordId | null, readonly RecordOf<'course'>[]> {
  const ofLevel = new Set<RecordId | null>(tasks.map(({ id }) => id));
  const placed = new Map<RecordId | null, RecordOf<'course'>[]>();
  for (const course of courses) {
    const first = firstTaskOf(project, course.id);
    const taskId = ofLevel.has(first) ? first : null;
    const own = placed.get(taskId);
    if (own) own.push(course);
    else placed.set(taskId, [course]);
  }
  return placed;
}

function firstTaskOf(project: Project, courseId: RecordId): RecordId | null {
  return onlyChildOf(project, courseId, 'courseTask')?.typicalWorkTaskId ?? null;
}

/** A course and its tasks, made anew only when one of them has changed. */
function addCourse(walk: Walk, course: RecordOf<'course'>, depth: number): void {
  const { project, folded, rows, memory } = walk;
  const tasks = childrenOf(project, course.id, 'learningTask');
  // The smaller form of the other kinds has no assessment to go to.
  const isWhole = course.courseKind === 'integrated' || tasks.length > 0;
  const assessment = isWhole ? onlyChildOf(project, course.id, 'courseAssessment') : undefined;
  const parts = [depth, folded.has(course.id), assessment, ...tasks];
  const known = memory.courses.get(course);
  if (known !== undefined && sameItems(known.parts, parts)) {
    for (const row of known.rows) rows.push(row);
    return;
  }
  const start = rows.length;
  addCourseLines(walk, course, { depth, tasks, assessment });
  memory.courses.set(course, { parts, rows: rows.slice(start) });
}

interface CourseParts {
  readonly depth: number;
  readonly tasks: readonly RecordOf<'learningTask'>[];
  readonly assessment: RecordOf<'courseAssessment'> | undefined;
}

function addCourseLines(walk: Walk, course: RecordOf<'course'>, parts: CourseParts): void {
  const { depth, tasks, assessment } = parts;
  const folds = tasks.length > 0 || assessment !== undefined;
  const open = add(walk, course, {
    depth,
    tag: ofOption(courseTags, course.courseKind) ?? '课',
    note: hoursNote(course.standardHours),
    folds,
  });
  if (!open) return;
  tasks.forEach((task, index) => {
    const tag = `T${String(index + 1)}`;
    add(walk, task, { depth: depth + 1, tag, note: hoursNote(task.standardHours), folds: false });
  });
  if (assessment !== undefined) {
    add(walk, assessment, { depth: depth + 1, tag: '考', note: '', folds: false });
  }
}

function add(
  walk: Walk,
  record: KnownRecord,
  given: Pick<OutlineRow, 'depth' | 'tag' | 'note' | 'folds'>,
): boolean {
  const open = given.folds && !walk.folded.has(record.id);
  const row: OutlineRow = {
    ...given,
    id: record.id,
    kind: record.kind,
    parentId: record.parentId,
    name: recordName(record),
    named: record.kind === 'majorLevel' || !('name' in record) || record.name.trim() !== '',
    finished: 'finished' in record ? record.finished : null,
    teacherId: record.kind === 'course' ? record.ownerId : null,
    open,
  };
  put(walk, row);
  return open;
}

/** Adds a row; one that says the same as before stays the same object. */
function put({ rows, memory }: Walk, row: OutlineRow): void {
  const known = memory.lines.get(row.id);
  rows.push(known !== undefined && sameLine(known, row) ? known : row);
}

function sameLine(left: OutlineRow, right: OutlineRow): boolean {
  return (Object.keys(left) as (keyof OutlineRow)[]).every((key) => left[key] === right[key]);
}

function sameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

function hoursNote(hours: number | null): string {
  return hours === null ? '' : String(hours);
}
