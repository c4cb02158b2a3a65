import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { fail, ok, type Result } from '../kernel/result';
import { apply } from '../changes/change';
import {
  isJudged,
  mappingBetween,
  type MappingKind,
  mappingKinds,
  targetKindsOf,
} from '../model/family';
import { closest, find, type Project } from '../model/project';
import { type AnyRecord, isKnown, type Kind, kindSpec, type KnownRecord } from '../model/record';
import { judgedText, stampOf } from '../model/stamp';
import { gone, type Refusal, refuse } from '../words/refusal';
import { checkedFields, type FieldValues, putLast } from './creation';
import { type Draft, withFields } from './draft';
import { named } from '../words/wording';

/** A mapping of a kind and the two things it maps to each other. */
interface Ends {
  readonly kind: MappingKind;
  readonly from: KnownRecord;
  readonly to: KnownRecord;
}

export const noMapping: Refusal = refuse('no-mapping', '这两样不能这样对应。');

/** True for the kinds that are linked and unlinked; the cells of tables are written and emptied. */
export function isLink(kind: Kind): kind is MappingKind {
  return mappingKinds.some((one) => one === kind);
}

/** The ends of a mapping, or why two things cannot be mapped to each other so. */
export function checkedEnds(
  project: Project,
  {
    kind,
    fromId,
    toId,
  }: { readonly kind: Kind; readonly fromId: RecordId; readonly toId: RecordId },
): Result<Ends, Refusal> {
  const [from, to] = [fromId, toId].map((id) => find(project, id));
  if (!isThere(from) || !isThere(to)) return fail(gone);
  if (!isLink(kind) || !fits(kind, from, to)) return fail(noMapping);
  const course = closest(project, toId, 'course');
  if (course !== undefined && course.id !== closest(project, fromId, 'course')?.id) {
    return fail(refuse('other-course', `${named(project, to)}属于另一门课程，不能对应。`));
  }
  return ok({ kind, from, to });
}

function isThere(record: AnyRecord | undefined): record is KnownRecord {
  return record !== undefined && isKnown(record);
}

function fits(kind: Kind, from: KnownRecord, to: KnownRecord): boolean {
  return kindSpec(kind).parents.includes(from.kind) && targetKindsOf(kind).includes(to.kind);
}

/** What a mapping says besides its ends, checked; what is not given as a new one says it. */
export function checkedWords(
  project: Project,
  { kind, from }: Ends,
  fields: Readonly<Record<string, unknown>>,
): Result<FieldValues, Refusal> {
  return checkedFields(project, { kind, parentId: from.id }, fields);
}

/** Two things are mapped to each other once. */
export function doubleProblem(project: Project, { kind, from, to }: Ends): Refusal | undefined {
  if (mappingBetween(project, kind, [from.id, to.id]) === undefined) return undefined;
  return refuse('linked-already', `${named(project, from)}与${named(project, to)}已经有对应。`);
}

/** Puts a mapping into a draft. To make it is to judge it: it is stamped with the words of both ends. */
export function putMapping(
  draft: Draft,
  { kind, from, to, given }: Ends & { readonly given: FieldValues },
  random: Random,
): KnownRecord {
  const values = { ...given, [kindSpec(kind).to ?? '']: to.id };
  return stampNow(draft, putLast(draft, { kind, parentId: from.id, given: values }, random));
}

/** Stamps a mapping with what it is judged against now, as the draft stands. */
export function stampNow(draft: Draft, record: KnownRecord): KnownRecord {
  if (!isJudged(record)) return record;
  const words = judgedText(apply(draft.project, draft.change()), record);
  const stamped = withFields(record, { stamp: stampOf(words) });
  draft.put(stamped);
  return stamped;
}
