import type { RecordId } from '@shared/core/kernel/id';
import type { Place } from '@shared/core/model/place';
import { allChildrenOf, find, type Project, type Replacement } from '@shared/core/model/project';
import { endOf, isPage } from '@shared/core/model/family';
import { type AnyRecord, fieldOf, isKnown, kindSpec } from '@shared/core/model/record';
import { type PagePlace, partOfPlace, partShown } from './pages/registry';

export function hasPage(record: AnyRecord): boolean {
  return isKnown(record) && isPage(record.kind);
}

/** A record and those above it, from the top down. */
export function wayTo(project: Project, id: RecordId): readonly AnyRecord[] {
  const way: AnyRecord[] = [];
  let record = find(project, id);
  while (record !== undefined && !way.includes(record)) {
    way.unshift(record);
    record = find(project, record.parentId);
  }
  return way;
}

/** The record whose page shows the given one: itself or its nearest ancestor with a page. */
export function pageOwner(project: Project, id: RecordId): AnyRecord | undefined {
  return wayTo(project, id).findLast(hasPage);
}

/** The page that is shown when a record, and perhaps a part of it, is asked for. */
export function pagePlace(
  project: Project,
  page: { readonly id: RecordId; readonly part?: string | undefined },
): PagePlace | undefined {
  const owner = pageOwner(project, page.id);
  return owner && { id: owner.id, part: partShown(project, page) };
}

/** The page that a place is written on. */
export function pageOfPlace(project: Project, place: Place): PagePlace | undefined {
  return pagePlace(project, { id: place.record, part: partOfPlace(place) });
}

/** The page on which a part of a change can be seen. */
export function changedPlace(
  project: Project,
  { id, before, after }: Replacement,
): PagePlace | undefined {
  const cell = after ?? before;
  // Hours of a term are written in the 课程表 of their start point.
  if (cell !== null && isKnown(cell) && kindSpec(cell.kind).shownAtEnd === true) {
    return pagePlace(project, { id: endOf(cell) ?? cell.id });
  }
  const field = before && after ? changedField(before, after) : undefined;
  return pageOfPlace(project, { record: id, field });
}

/** True when a part of a change can be seen on a page: on its own one, or in the list of the page above it. */
export function isSeenOn(project: Project, part: Replacement, page: PagePlace): boolean {
  if (samePagePlace(page, changedPlace(project, part))) return true;
  const above = listedOn(part);
  return above !== null && samePagePlace(page, pagePlace(project, { id: above }));
}

/** The record on whose page the record that was changed is listed with what was changed of it. */
function listedOn({ before, after }: Replacement): RecordId | null {
  const record = after ?? before;
  if (record === null || !isKnown(record)) return null;
  const fields = kindSpec(record.kind).listed;
  const field = before && after ? changedField(before, after) : undefined;
  // No field: it came, went or was put elsewhere in its list.
  const isListed = fields !== undefined && (field === undefined || fields.includes(field));
  return isListed ? record.parentId : null;
}

/** Names a page: the record, or the record with its part behind it. */
export function pageKey({ id, part }: PagePlace): string {
  return part === undefined ? id : `${id}-${part}`;
}

export function samePagePlace(left: PagePlace, right: PagePlace | undefined): boolean {
  return left.id === right?.id && left.part === right.part;
}

function changedField(before: AnyRecord, after: AnyRecord): string | undefined {
  if (!isKnown(before) || !isKnown(after)) return undefined;
  const fields = Object.keys(kindSpec(after.kind).fields);
  return fields.find((field) => fieldOf(before, field) !== fieldOf(after, field));
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
