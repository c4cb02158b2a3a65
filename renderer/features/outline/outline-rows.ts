import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, onlyChildOf, type Project } from '@shared/core/model/project';
import type { KnownRecord, RecordOf } from '@shared/core/model/record';
import { recordName } from '../../state/record-name';

/** One line of the outline. */
export interface OutlineRow {
  readonly id: RecordId;
  readonly kind: KnownRecord['kind'];
  readonly parentId: RecordId | null;
  readonly depth: number;
  /** One character for the kind, or the number of a learning task: 专 层 任 课 T1 考. */
  readonly tag: string;
  readonly name: string;
  /** False when nobody has given it a name; the word for its kind is shown then. */
  readonly named: boolean;
  /** What stands in grey at the end: hours, counts. */
  readonly note: string;
  /** True when there is something to fold. */
  readonly folds: boolean;
  readonly open: boolean;
}

interface Walk {
  readonly project: Project;
  readonly folded: ReadonlySet<RecordId>;
  readonly rows: OutlineRow[];
}

/** The lines to show, top to bottom: 专业 → 层级 → 典型工作任务 → 课程 → 学习任务, 考核. */
export function outlineRows(
  project: Project,
  folded: ReadonlySet<RecordId>,
): readonly OutlineRow[] {
  const walk: Walk = { project, folded, rows: [] };
  for (const major of childrenOf(project, null, 'major')) {
    const levels = childrenOf(project, major.id, 'majorLevel');
    const open = add(walk, major, {
      depth: 0,
      tag: '专',
      note: major.baseCode,
      folds: levels.length > 0,
    });
    if (open) for (const level of levels) addLevel(walk, level);
  }
  return walk.rows;
}

function addLevel(walk: Walk, level: RecordOf<'majorLevel'>): void {
  const { project } = walk;
  const tasks = childrenOf(project, level.id, 'typicalWorkTask');
  const courses = childrenOf(project, level.id, 'course');
  const hours = courses.reduce((sum, { standardHours }) => sum + (standardHours ?? 0), 0);
  const note = courses.length === 0 ? '' : `${String(courses.length)}门 · ${String(hours)}`;
  const folds = tasks.length + courses.length > 0;
  if (!add(walk, level, { depth: 1, tag: '', note, folds })) return;
  const placed = new Set<RecordId>();
  const byTask = new Map<RecordId | null, RecordOf<'course'>[]>();
  for (const course of courses) {
    const taskId = firstTaskOf(project, course.id);
    const own = byTask.get(taskId);
    if (own) own.push(course);
    else byTask.set(taskId, [course]);
  }
  for (const task of tasks) {
    const own = byTask.get(task.id) ?? [];
    for (const { id } of own) placed.add(id);
    const open = add(walk, task, { depth: 2, tag: '任', note: '', folds: own.length > 0 });
    if (open) for (const course of own) addCourse(walk, course, 3);
  }
  for (const course of courses) if (!placed.has(course.id)) addCourse(walk, course, 2);
}

function firstTaskOf(project: Project, courseId: RecordId): RecordId | null {
  return onlyChildOf(project, courseId, 'courseTask')?.typicalWorkTaskId ?? null;
}

function addCourse(walk: Walk, course: RecordOf<'course'>, depth: number): void {
  const { project } = walk;
  const tasks = childrenOf(project, course.id, 'learningTask');
  const assessment = onlyChildOf(project, course.id, 'courseAssessment');
  const folds = tasks.length > 0 || assessment !== undefined;
  const open = add(walk, course, {
    depth,
    tag: '课',
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
  { rows, folded }: Walk,
  record: KnownRecord,
  row: Pick<OutlineRow, 'depth' | 'tag' | 'note' | 'folds'>,
): boolean {
  const open = row.folds && !folded.has(record.id);
  const name = recordName(record);
  rows.push({
    ...row,
    id: record.id,
    kind: record.kind,
    parentId: record.parentId,
    name,
    named: record.kind === 'majorLevel' || !('name' in record) || record.name.trim() !== '',
    open,
  });
  return open;
}

function hoursNote(hours: number | null): string {
  return hours === null ? '' : String(hours);
}

/** Where a dragged row would go when it is let go over another; undefined when it cannot go there. */
export interface RowMove {
  readonly id: RecordId;
  readonly parentId: RecordId | null;
  readonly afterId: RecordId | null;
}

const movableKinds: readonly KnownRecord['kind'][] = [
  'majorLevel',
  'typicalWorkTask',
  'course',
  'learningTask',
];

export function isMovable(row: OutlineRow): boolean {
  return movableKinds.includes(row.kind);
}

/** Dragging down puts a row behind the one it is let go over, dragging up before it. */
export function moveOver(
  project: Project,
  rows: readonly OutlineRow[],
  { from, over }: { readonly from: RecordId; readonly over: RecordId },
): RowMove | undefined {
  const start = rows.findIndex(({ id }) => id === from);
  const end = rows.findIndex(({ id }) => id === over);
  const row = rows[start];
  const target = rows[end];
  if (row === undefined || target === undefined || row === target) return undefined;
  if (!isMovable(row) || row.kind !== target.kind) return undefined;
  const siblings = siblingIds(project, target).filter((id) => id !== row.id);
  const at = siblings.indexOf(target.id) + (start < end ? 1 : 0);
  return { id: row.id, parentId: target.parentId, afterId: siblings[at - 1] ?? null };
}

/** One place up or down among what a teacher sees as its neighbours. */
export function moveBeside(
  project: Project,
  rows: readonly OutlineRow[],
  { id, by }: { readonly id: RecordId; readonly by: -1 | 1 },
): RowMove | undefined {
  const row = rows.find((other) => other.id === id);
  if (row === undefined || !isMovable(row)) return undefined;
  const shown = rows.filter(({ kind, parentId }) => kind === row.kind && parentId === row.parentId);
  const neighbour = shown[shown.indexOf(row) + by];
  return neighbour === undefined
    ? undefined
    : moveOver(project, rows, { from: id, over: neighbour.id });
}

function siblingIds(project: Project, row: OutlineRow): readonly RecordId[] {
  return childrenOf(project, row.parentId, row.kind).map(({ id }) => id);
}
