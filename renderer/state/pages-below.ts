import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, find, hasChild, type Project, referrersOf } from '@shared/core/model/project';
import { type AnyRecord, isKnown, kindSpec, type KnownRecord } from '@shared/core/model/record';
import { entriesBelow, pageWord } from './pages/registry';
import { recordName } from '@shared/core/words/wording';

/** A page that stands below another one. */
export interface PageBelow {
  readonly id: RecordId;
  readonly part?: string | undefined;
  readonly name: string;
  /** What it is: 课程, 学习任务 …; '' where its name says it. */
  readonly what: string;
}

/** The pages right below a record, in the order of the outline; of a 典型工作任务 the courses made from it. */
export function pagesBelow(project: Project, id: RecordId): readonly PageBelow[] {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return [];
  const own = entriesBelow(record.kind).flatMap(({ kind, part, title = '' }) =>
    part === undefined
      ? childrenOf(project, id, kind).map(pageOf)
      : [{ id, part, name: title, what: '' }],
  );
  return [...own, ...coursesOfTask(project, id).map(pageOf)];
}

/** True when there are some; asked with every edit, so none of them is named for it. */
export function hasPagesBelow(project: Project, id: RecordId): boolean {
  const record = find(project, id);
  return (
    (record !== undefined && hasOwnPages(project, record)) || coursesOfTask(project, id).length > 0
  );
}

/** True when further pages of it or of its children stand below the page of a record. */
export function hasOwnPages(project: Project, { id, kind }: AnyRecord): boolean {
  return entriesBelow(kind).some(
    (entry) => entry.part !== undefined || hasChild(project, id, entry.kind),
  );
}

function coursesOfTask(project: Project, taskId: RecordId): readonly KnownRecord[] {
  return referrersOf(project, taskId, 'courseTask').flatMap(({ parentId }) => {
    const course = find(project, parentId);
    return course !== undefined && isKnown(course) ? [course] : [];
  });
}

function pageOf(record: KnownRecord): PageBelow {
  const name = recordName(record);
  const unnamed = `没有名称的${kindSpec(record.kind).label}`;
  return { id: record.id, name: name === '' ? unnamed : name, what: pageWord(record.kind) };
}
