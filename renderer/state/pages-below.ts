import type { RecordId } from '@shared/core/kernel/id';
import { pageKinds } from '@shared/core/model/family';
import { childrenOf, find, hasChild, type Project, referrersOf } from '@shared/core/model/project';
import { isKnown, kindSpec, type KnownRecord } from '@shared/core/model/record';
import { type MajorPartId, majorParts } from './major-parts';
import { recordName } from '@shared/core/words/wording';

/** A page that stands below another one. */
export interface PageBelow {
  readonly id: RecordId;
  readonly part?: MajorPartId;
  readonly name: string;
  /** What it is: 课程, 学习任务 …; '' for a part of the major. */
  readonly what: string;
}

/** The pages right below a record, in the order of the outline; of a 典型工作任务 the courses made from it. */
export function pagesBelow(project: Project, id: RecordId): readonly PageBelow[] {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return [];
  const own = childrenWithPages(project, id).map(pageOf);
  if (record.kind === 'typicalWorkTask') return coursesOfTask(project, id).map(pageOf);
  if (record.kind !== 'major') return own;
  return [
    ...own,
    ...majorParts.map(({ id: part, title }) => ({ id, part, name: title, what: '' })),
  ];
}

/** True when there are some; asked with every edit, so none of them is named for it. */
export function hasPagesBelow(project: Project, id: RecordId): boolean {
  const kind = find(project, id)?.kind;
  if (kind === 'major') return true;
  if (kind === 'typicalWorkTask') return coursesOfTask(project, id).length > 0;
  return kind !== undefined && pageKinds.some((below) => hasChild(project, id, below));
}

function childrenWithPages(project: Project, id: RecordId): readonly KnownRecord[] {
  return pageKinds.flatMap((kind) => childrenOf(project, id, kind));
}

function coursesOfTask(project: Project, taskId: RecordId): readonly KnownRecord[] {
  return referrersOf(project, taskId, 'courseTask').flatMap(({ parentId }) => {
    const course = find(project, parentId);
    return course !== undefined && isKnown(course) ? [course] : [];
  });
}

function pageOf(record: KnownRecord): PageBelow {
  const { label } = kindSpec(record.kind);
  const name = recordName(record);
  const what = record.kind === 'majorLevel' ? '' : record.kind === 'startPoint' ? '课程表' : label;
  return { id: record.id, name: name === '' ? `没有名称的${label}` : name, what };
}
