import { newId, type RecordId } from '../kernel/id';
import { keyBetween, type OrderKey } from '../kernel/order-key';
import type { Random } from '../kernel/random';
import { fail, ok, type Result } from '../kernel/result';
import { type AnyFieldValue, ofOption } from '../model/field';
import { childrenOf, find, findOf, onlyChildOf, type Project } from '../model/project';
import {
  fieldSpec,
  isKind,
  type Kind,
  kindSpec,
  type KnownRecord,
  newRecord,
} from '../model/record';
import { gone, type Refusal, refuse } from '../words/refusal';
import { type Draft, withFields } from './draft';
import { hasOwnCommand, isMapping, isSingleton, singletonsOf } from '../model/family';
import { checkedValue, refProblem } from './field-input';
import { placeBehind, placesAtEnd, placesFor } from './placing';
import { kindWord } from '../words/wording';

export type FieldValues = Readonly<Record<string, AnyFieldValue>>;

/** Where and of what kind new records are to be. */
export interface NewPlace {
  readonly kind: Kind;
  readonly parentId: RecordId | null;
  /** The sibling to stand behind; null = at the beginning, undefined = at the end. */
  readonly afterId?: RecordId | null | undefined;
}

/** Why a kind cannot come under a parent, in words; undefined when it can. */
export function parentProblem(
  project: Project,
  kind: Kind,
  parentId: RecordId | null,
): Refusal | undefined {
  const parent = find(project, parentId);
  if (parentId !== null && parent === undefined) {
    return refuse('parent-missing', '要放到的上一级已经不在稿子里了，没有改动。');
  }
  if (kindSpec(kind).parents.includes(parent?.kind ?? null)) return undefined;
  const under = parent !== undefined && isKind(parent.kind) ? kindWord(parent.kind) : '最上层';
  return refuse('wrong-parent', `${kindWord(kind)}不能放在${under}下面。`);
}

/**
 * Puts new records into a draft, one for each set of values, with the parts that always come with
 * them: a course with its advice and assessment, a learning task with its share of the marks.
 */
export function createRecords(
  draft: Draft,
  { place, values }: { readonly place: NewPlace; readonly values: readonly FieldValues[] },
  random: Random,
): Result<readonly KnownRecord[], Refusal> {
  const { kind, parentId, afterId } = place;
  const refusal =
    parentProblem(draft.project, kind, parentId) ?? onceProblem(draft.project, kind, parentId);
  if (refusal !== undefined) return fail(refusal);
  const keys = placesFor(draft, { kind, parentId, afterId, count: values.length }, random);
  if (!keys.ok) return keys;
  const created: KnownRecord[] = [];
  for (const [index, given] of values.entries()) {
    const order = keys.value[index] ?? keyBetween(null, null, random);
    const record = blankRecord(kind, { parentId, order }, random);
    created.push(withFields(record, given));
  }
  for (const record of created) {
    draft.put(record);
    addCompanions(draft, record, random);
  }
  return ok(created);
}

/** Puts one new record into a draft, with the parts that always come with it. */
export function createRecord(
  draft: Draft,
  { place, given }: { readonly place: NewPlace; readonly given: FieldValues },
  random: Random,
): Result<KnownRecord, Refusal> {
  const created = createRecords(draft, { place, values: [given] }, random);
  if (!created.ok) return created;
  const [record] = created.value;
  return record === undefined ? fail(gone) : ok(record);
}

function onceProblem(project: Project, kind: Kind, parentId: RecordId | null): Refusal | undefined {
  if (isMapping(kind)) {
    return refuse('needs-link', `${kindWord(kind)}要从页面上选两头来建立。`);
  }
  if (hasOwnCommand(kind)) {
    return refuse('needs-command', `${kindWord(kind)}要从它所说的地方来添加。`);
  }
  if (kind === 'major' && childrenOf(project, null, 'major').length > 0) {
    return refuse('only-one', '一份稿子只有一个专业。');
  }
  if (isSingleton(kind) && onlyChildOf(project, parentId, kind) !== undefined) {
    return refuse('only-one', `这里已经有${kindWord(kind)}，只能有一份。`);
  }
  return undefined;
}

function blankRecord(
  kind: Kind,
  { parentId, order }: { readonly parentId: RecordId | null; readonly order: OrderKey },
  random: Random,
): KnownRecord {
  const id = newId(kindSpec(kind).code, random);
  return newRecord(kind, { id, parentId, order });
}

/** Puts a single new record without siblings of its kind, or after the last of them. */
export function putLast(
  draft: Draft,
  {
    kind,
    parentId,
    given,
    after,
  }: { kind: Kind; parentId: RecordId; given: FieldValues; after?: KnownRecord | undefined },
  random: Random,
): KnownRecord {
  const order =
    after === undefined
      ? (placesAtEnd(draft, { parentId, kind, count: 1 }, random)[0] ?? '')
      : placeBehind(draft, after, random);
  const record = withFields(blankRecord(kind, { parentId, order }, random), given);
  draft.put(record);
  return record;
}

function addCompanions(draft: Draft, record: KnownRecord, random: Random): void {
  const parentId = record.id;
  for (const kind of singletonsOf(record.kind)) {
    addCompanions(draft, putLast(draft, { kind, parentId, given: {} }, random), random);
  }
  if (record.kind === 'courseAssessment') {
    for (const { id } of childrenOf(draft.project, record.parentId, 'learningTask')) {
      putLast(draft, { kind: 'taskShare', parentId, given: { learningTaskId: id } }, random);
    }
  }
  if (record.kind === 'learningTask') {
    const assessment = onlyChildOf(draft.project, record.parentId, 'courseAssessment');
    if (assessment === undefined) return;
    const given = { learningTaskId: record.id };
    putLast(draft, { kind: 'taskShare', parentId: assessment.id, given }, random);
  }
}

/** Checks the values of the fields of a record that is about to be made under a parent. */
export function checkedFields(
  project: Project,
  { kind, parentId }: NewPlace,
  given: Readonly<Record<string, unknown>>,
): Result<FieldValues, Refusal> {
  const values: Record<string, AnyFieldValue> = {};
  for (const [field, value] of Object.entries(given)) {
    const spec = fieldSpec(kind, field);
    if (spec === undefined) {
      return fail(refuse('field-missing', `${kindWord(kind)}没有这一栏。`));
    }
    const checked = checkedValue(spec, value);
    if (!checked.ok) return checked;
    const problem = refProblem(project, spec, { nearId: parentId, targetId: checked.value });
    if (problem !== undefined) return fail(problem);
    values[field] = checked.value;
  }
  return ok({ ...defaultsFor(project, kind, parentId), ...values });
}

/** What follows from the kind and its place: a task of 中级 is 程序性, of 高级 过程性, of 预备技师 设计性. */
function defaultsFor(project: Project, kind: Kind, parentId: RecordId | null): FieldValues {
  const { initial = {}, byLevel = {} } = kindSpec(kind);
  const level = findOf(project, 'majorLevel', parentId)?.level;
  const follows = Object.entries(byLevel).flatMap(([field, values]) => {
    const value = level === undefined ? undefined : ofOption(values, level);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...initial, ...Object.fromEntries(follows) };
}
