import type { RecordId } from '../../kernel/id';
import type { Random } from '../../kernel/random';
import { fail, type Result } from '../../kernel/result';
import { apply } from '../../changes/change';
import { childrenOf, closest, type Project } from '../../model/project';
import type { KnownRecord } from '../../model/record';
import { judgedText, stampOf } from '../../model/stamp';
import type { CommandContext, Intent, Refusal } from '../command';
import { type FieldValues, putLast } from './creation';
import { Draft, intentOf, withFields } from './draft';
import { isJudged, type MappingKind, mappedTo } from '../../model/family';
import { gone, refuse } from './refusal';
import { named } from './wording';

export interface NewMapping {
  readonly kind: MappingKind;
  readonly parentId: RecordId;
  readonly given: FieldValues;
}

/** Puts a mapping into a draft. To make it is to judge it: it is stamped with the words of both ends. */
export function putMapping(draft: Draft, mapping: NewMapping, random: Random): KnownRecord {
  const record = putLast(draft, mapping, random);
  return stampNow(draft, record);
}

/** Stamps a mapping with what it is judged against now, as the draft stands. */
export function stampNow(draft: Draft, record: KnownRecord): KnownRecord {
  if (!isJudged(record)) return record;
  const words = judgedText(apply(draft.project, draft.change()), record);
  const stamped = withFields(record, { stamp: stampOf(words) });
  draft.put(stamped);
  return stamped;
}

/** Why two things cannot be mapped to each other; undefined when they can. */
function endsProblem(
  project: Project,
  from: KnownRecord | undefined,
  to: KnownRecord | undefined,
): Refusal | undefined {
  if (from === undefined || to === undefined) return gone;
  const course = closest(project, to.id, 'course');
  if (course !== undefined && course.id !== closest(project, from.id, 'course')?.id) {
    return refuse('other-course', `${named(project, to)}属于另一门课程，不能对应。`);
  }
  return undefined;
}

interface Link {
  readonly kind: NewMapping['kind'];
  readonly from: KnownRecord | undefined;
  readonly to: KnownRecord | undefined;
  /** The field that holds the other end. */
  readonly field: string;
  readonly given?: FieldValues;
}

/** Maps two things to each other, once. */
export function link(
  project: Project,
  { kind, from, to, field, given }: Link,
  { random }: CommandContext,
): Result<Intent, Refusal> {
  const problem = endsProblem(project, from, to);
  if (problem !== undefined || from === undefined || to === undefined) return fail(problem ?? gone);
  const there = childrenOf(project, from.id, kind).find(
    (mapping) => mappedTo(project, mapping)?.id === to.id,
  );
  const words = `${named(project, from)}与${named(project, to)}`;
  if (there !== undefined) return fail(refuse('linked-already', `${words}已经有对应。`));
  const draft = new Draft(project);
  const values = { ...given, [field]: to.id };
  const mapping = putMapping(draft, { kind, parentId: from.id, given: values }, random);
  return intentOf(draft, { label: `建立${words}的对应`, focus: mapping.id });
}
