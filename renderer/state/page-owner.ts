import type { RecordId } from '@shared/core/kernel/id';
import { allChildrenOf, find, type Project } from '@shared/core/model/project';
import { type AnyRecord, isKnown, type Kind } from '@shared/core/model/record';

/** Kinds that have a page of their own; everything else is written on the page of its owner. */
const pageKinds: readonly Kind[] = [
  'major',
  'majorLevel',
  'typicalWorkTask',
  'course',
  'learningTask',
];

export function hasPage(record: AnyRecord): boolean {
  return isKnown(record) && pageKinds.includes(record.kind);
}

/** The record whose page shows the given one: itself or its nearest ancestor with a page. */
export function pageOwner(project: Project, id: RecordId): AnyRecord | undefined {
  const seen = new Set<RecordId>();
  let record = find(project, id);
  while (record !== undefined && !seen.has(record.id)) {
    if (hasPage(record)) return record;
    seen.add(record.id);
    record = find(project, record.parentId);
  }
  return undefined;
}

/** The page a project opens on: its first course if there is one, else the first record. */
export function firstPage(project: Project): RecordId | undefined {
  const tops = allChildrenOf(project, null);
  for (const top of tops) {
    const course = firstCourse(project, top.id);
    if (course !== undefined) return course;
  }
  return tops[0]?.id;
}

function firstCourse(project: Project, parentId: RecordId): RecordId | undefined {
  const levels = allChildrenOf(project, parentId);
  const courses = levels.flatMap((level) => allChildrenOf(project, level.id));
  return courses.find(({ kind }) => kind === 'course')?.id;
}
