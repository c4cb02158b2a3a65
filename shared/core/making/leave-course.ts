import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { closest, onlyChildOf, type Project, subtree } from '../model/project';
import { fieldOf, isKnown, kindSpec, type KnownRecord, type RecordOf } from '../model/record';
import { type Refusal, refuse } from '../words/refusal';
import { type Draft, withFields } from './draft';
import { placesAtEnd } from './placing';
import { fieldsPointingAt, knownReferrers, removeWithAll } from './removal';
import { named } from '../words/wording';

/** A ref from one course into another that a move would make. */
interface Crossing {
  readonly from: KnownRecord;
  readonly field: string;
}

interface Destination {
  readonly parentId: RecordId | null;
  readonly random: Random;
  /** Others that move in the same step. */
  readonly along: readonly RecordId[];
}

/**
 * Prepares a move into another course: the share of a learning task goes along, pointers at a 工作环节
 * of the old course are cleared; where a mapping would be torn apart the move is refused in words.
 */
export function leaveCourse(
  draft: Draft,
  record: KnownRecord,
  { parentId, random, along }: Destination,
): Refusal | undefined {
  const { project } = draft;
  const oldCourse = closest(project, record.id, 'course');
  const newCourse = closest(project, parentId ?? '', 'course');
  if (oldCourse === undefined || oldCourse.id === record.id || oldCourse.id === newCourse?.id) {
    return undefined;
  }
  const crossings = crossingsOf(project, [record.id, ...along], oldCourse.id);
  const torn = crossings.filter(({ from, field }) => isMappingEnd(from, field));
  if (torn.length > 0) {
    const name = named(project, record);
    return refuse(
      'still-linked',
      `${name}在原课程里还有 ${torn.length} 处对应，请先解除对应再移到别的课程。`,
    );
  }
  for (const { from, field } of crossings) {
    if (from.kind === 'taskShare')
      moveShare(draft, from, { parentId: newCourse?.id ?? null, random, along });
    else draft.put(withFields(currentOf(draft, from), { [field]: null }));
  }
  return undefined;
}

function isMappingEnd(from: KnownRecord, field: string): boolean {
  const spec = kindSpec(from.kind).fields[field];
  return from.kind !== 'taskShare' && spec?.type === 'ref' && spec.onDelete === 'cascade';
}

function crossingsOf(
  project: Project,
  [id, ...along]: readonly RecordId[],
  oldCourseId: RecordId,
): readonly Crossing[] {
  const moving = subtree(project, id ?? '').filter(isKnown);
  const withThem = along.flatMap((other) => subtree(project, other));
  const ids = new Set([...moving, ...withThem].map((part) => part.id));
  const staysBehind = (other: RecordId) =>
    !ids.has(other) && closest(project, other, 'course')?.id === oldCourseId;
  const crossings: Crossing[] = [];
  for (const part of moving) {
    for (const [field, spec] of Object.entries(kindSpec(part.kind).fields)) {
      const target = spec.type === 'ref' ? fieldOf(part, field) : null;
      if (typeof target === 'string' && staysBehind(target)) crossings.push({ from: part, field });
    }
    for (const referrer of knownReferrers(project, part.id)) {
      if (!staysBehind(referrer.id)) continue;
      for (const field of fieldsPointingAt(referrer, part.id)) {
        crossings.push({ from: referrer, field });
      }
    }
  }
  return crossings;
}

function moveShare(
  draft: Draft,
  share: RecordOf<'taskShare'>,
  { parentId, random }: Destination,
): void {
  const assessment = onlyChildOf(draft.project, parentId, 'courseAssessment');
  if (assessment === undefined) {
    removeWithAll(draft, [share.id]);
    return;
  }
  const place = { kind: 'taskShare', parentId: assessment.id, count: 1 } as const;
  const [order = share.order] = placesAtEnd(draft, place, random);
  draft.put({ ...share, parentId: assessment.id, order });
}

function currentOf(draft: Draft, record: KnownRecord): KnownRecord {
  const current = draft.read(record.id);
  return current !== undefined && isKnown(current) ? current : record;
}
