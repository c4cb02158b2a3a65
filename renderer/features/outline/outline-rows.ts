import type { RecordId } from '@shared/core/kernel/id';
import { isOutlined } from '@shared/core/model/family';
import { childrenOf, onlyChildOf, type Project } from '@shared/core/model/project';
import {
  type AnyRecord,
  isKnown,
  type Kind,
  type KnownRecord,
  type RecordOf,
} from '@shared/core/model/record';
import type { DocumentState, LastStep } from '../../state/document-state';
import { hasOwnPages } from '../../state/pages-below';
import { entriesBelow, pageEntryOf } from '../../state/pages/registry';
import { recordName } from '@shared/core/words/wording';
import { partRow } from './part-row';

/** One line of the outline. */
export interface OutlineRow {
  /** Of the record; a further page of it has its id with the part behind it. */
  readonly id: RecordId;
  readonly kind: KnownRecord['kind'];
  /** Set for a row that stands for a further page (then `parentId` is the record it belongs to). */
  readonly part?: string | undefined;
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
  addBelow(walk, { id: null, kind: null }, -1);
  return walk.rows;
}

interface Above {
  readonly id: RecordId | null;
  readonly kind: Kind | null;
}

/** The lines of the pages right below a record, in the order of the registry. */
function addBelow(walk: Walk, { id, kind }: Above, depth: number): void {
  const placed = kind === 'majorLevel' ? coursesByTask(walk.project, id) : undefined;
  for (const entry of entriesBelow(kind)) {
    if (entry.part !== undefined && id !== null) put(walk, partRow(id, entry, depth + 1));
    else if (placed !== undefined && entry.kind === 'course') {
      for (const course of placed.get(null) ?? []) addCourse(walk, course, depth + 1);
    } else {
      childrenOf(walk.project, id, entry.kind).forEach((record: KnownRecord, index) => {
        const own = placed?.get(record.id) ?? [];
        addPage(walk, record, { depth: depth + 1, index, own });
      });
    }
  }
}

interface Standing {
  readonly depth: number;
  /** Which it is among its siblings. */
  readonly index: number;
  /** Courses shown below it though they are not its children. */
  readonly own: readonly RecordOf<'course'>[];
}

function addPage(walk: Walk, record: KnownRecord, { depth, index, own }: Standing): void {
  const folds = own.length > 0 || hasOwnPages(walk.project, record);
  if (!add(walk, record, { depth, tag: tagOf(record, index), folds })) return;
  for (const course of own) addCourse(walk, course, depth + 1);
  addBelow(walk, record, depth);
}

/** The courses of a level under the first task each is made from; under null those without one of this level. */
function coursesByTask(
  project: Project,
  levelId: RecordId | null,
): ReadonlyMap<RecordId | null, readonly RecordOf<'course'>[]> {
  const tasks = childrenOf(project, levelId, 'typicalWorkTask');
  const ofLevel = new Set<RecordId | null>(tasks.map(({ id }) => id));
  const placed = new Map<RecordId | null, RecordOf<'course'>[]>();
  for (const course of childrenOf(project, levelId, 'course')) {
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
  const below = entriesBelow(course.kind).flatMap(({ kind }): readonly KnownRecord[] =>
    childrenOf(project, course.id, kind),
  );
  // The smaller form of the other kinds has no assessment to go to.
  const isWhole = course.courseKind === 'integrated' || below.length > 0;
  const assessment = isWhole ? onlyChildOf(project, course.id, 'courseAssessment') : undefined;
  const parts = [depth, folded.has(course.id), assessment, ...below];
  const known = memory.courses.get(course);
  if (known !== undefined && sameItems(known.parts, parts)) {
    for (const row of known.rows) rows.push(row);
    return;
  }
  const start = rows.length;
  const folds = below.length > 0 || assessment !== undefined;
  if (add(walk, course, { depth, tag: tagOf(course, 0), folds })) {
    addBelow(walk, course, depth);
    if (assessment !== undefined) {
      add(walk, assessment, { depth: depth + 1, tag: '考', folds: false });
    }
  }
  memory.courses.set(course, { parts, rows: rows.slice(start) });
}

function tagOf(record: KnownRecord, index: number): string {
  const { tag = '' } = pageEntryOf(record.kind) ?? {};
  return typeof tag === 'string' ? tag : tag(record, index);
}

function add(
  walk: Walk,
  record: KnownRecord,
  given: Pick<OutlineRow, 'depth' | 'tag' | 'folds'>,
): boolean {
  const open = given.folds && !walk.folded.has(record.id);
  const { note } = pageEntryOf(record.kind) ?? {};
  put(walk, {
    ...given,
    id: record.id,
    kind: record.kind,
    parentId: record.parentId,
    name: recordName(record),
    named: !('name' in record) || record.name.trim() !== '',
    note: note?.(walk.project, record) ?? '',
    finished: 'finished' in record ? record.finished : null,
    teacherId: 'ownerId' in record ? record.ownerId : null,
    open,
  });
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
