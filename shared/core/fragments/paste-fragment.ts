import { itemCode, newId, type RecordId } from '../kernel/id';
import { keysBetween } from '../kernel/order-key';
import type { Random } from '../kernel/random';
import { fail, ok, type Result } from '../kernel/result';
import { type Refusal, refuse } from '../words/refusal';
import { parentProblem, putLast } from '../making/creation';
import { type Draft, withFields } from '../making/draft';
import { placesFor } from '../making/placing';
import { levelWord } from '../words/wording';
import type { AnyFieldValue, ListItem } from '../model/field';
import { childrenOf, closest, find, onlyChildOf, type Project } from '../model/project';
import { fieldOf, kindSpec, type KnownRecord } from '../model/record';
import { Counterparts, type Surroundings } from './counterparts';
import type { Fragment } from './fragment';

/** Where the roots of a fragment are to stand. */
export interface PastePlace {
  readonly parentId: RecordId | null;
  /** The sibling to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null | undefined;
}

/** What a paste has put into the draft. */
export interface Pasted {
  readonly roots: readonly KnownRecord[];
  /** 典型工作任务 and 职业能力要求 that came along, each with all below it. */
  readonly brought: readonly KnownRecord[];
  /** Mappings whose other end is not here, and records of unknown kinds. */
  readonly left: number;
}

/** Puts the records of a fragment into a draft under new ids, with what they need to be whole. */
export function putFragment(
  draft: Draft,
  { fragment, place }: { readonly fragment: Fragment; readonly place: PastePlace },
  random: Random,
): Result<Pasted, Refusal> {
  const problem = placeProblem(draft.project, fragment, place);
  if (problem !== undefined) return fail(problem);
  const renewal = new Renewal(draft.project, fragment, { place, random });
  const renewed = renewal.run();
  const placed = putInOrder(draft, renewed, { place, random });
  if (placed !== undefined) return fail(placed);
  const ids = new Set(fragment.roots.map((id) => renewal.newIds.get(id)));
  const roots = renewed.filter(({ id }) => ids.has(id));
  for (const root of roots) if (root.kind === 'learningTask') addShare(draft, root, random);
  return ok({ roots, brought: renewal.broughtRoots(), left: renewal.left + fragment.left });
}

/** Why a fragment cannot come to a place; undefined when it can. */
export function placeProblem(
  project: Project,
  { roots, records }: Fragment,
  { parentId }: PastePlace,
): Refusal | undefined {
  const wanted = new Set(roots);
  const levels = new Set(childrenOf(project, parentId, 'majorLevel').map(({ level }) => level));
  for (const record of records) {
    if (!wanted.has(record.id)) continue;
    const problem = parentProblem(project, record.kind, parentId);
    if (problem !== undefined) return problem;
    if (
      record.kind === 'major' &&
      (roots.length > 1 || childrenOf(project, null, 'major').length > 0)
    ) {
      return refuse('only-one', '一份稿子只有一个专业，请打开要粘贴到的专业，再粘贴其中的内容。');
    }
    if (record.kind !== 'majorLevel') continue;
    if (levels.has(record.level)) {
      return refuse('only-one', `这个专业已经有${levelWord(record.level)}层级，不能再粘贴一个。`);
    }
    levels.add(record.level);
  }
  return undefined;
}

interface Pasting {
  readonly place: PastePlace;
  readonly random: Random;
}

/** The records of a fragment under new ids, pointing at what is there. */
class Renewal {
  readonly newIds = new Map<RecordId, RecordId>();
  left = 0;
  readonly #project: Project;
  readonly #fragment: Fragment;
  readonly #pasting: Pasting;
  readonly #roots: ReadonlySet<RecordId>;
  readonly #counterparts: Counterparts;
  readonly #byId: ReadonlyMap<RecordId, KnownRecord>;

  constructor(project: Project, fragment: Fragment, pasting: Pasting) {
    this.#project = project;
    this.#fragment = fragment;
    this.#pasting = pasting;
    this.#roots = new Set(fragment.roots);
    this.#counterparts = new Counterparts(project, fragment.outside, pasting.random);
    this.#byId = new Map(fragment.records.map((record) => [record.id, record]));
    for (const { id, kind } of fragment.records) {
      this.newIds.set(id, newId(kindSpec(kind).code, pasting.random));
    }
  }

  run(): readonly KnownRecord[] {
    const roots = this.#roots;
    const gone = new Set<RecordId>();
    const renewed: KnownRecord[] = [];
    for (const record of this.#fragment.records) {
      const isRoot = roots.has(record.id);
      const refs = gone.has(record.parentId ?? '') && !isRoot ? undefined : this.#refs(record);
      if (refs === undefined) {
        gone.add(record.id);
        this.left += 1;
        continue;
      }
      const parentId = isRoot ? this.#pasting.place.parentId : this.#newId(record.parentId);
      const id = this.newIds.get(record.id) ?? record.id;
      renewed.push(this.#renewed(record, refs, { id, parentId }));
    }
    for (const { record, id, parentId } of this.#counterparts.brought) {
      renewed.push(this.#renewed(record, this.#refs(record) ?? {}, { id, parentId }));
    }
    return renewed;
  }

  broughtRoots(): readonly KnownRecord[] {
    const ids = new Set(this.#counterparts.brought.map(({ record }) => record.id));
    return this.#counterparts.brought
      .map(({ record }) => record)
      .filter(({ parentId }) => !ids.has(parentId ?? ''));
  }

  #newId(id: RecordId | null): RecordId | null {
    return id === null ? null : (this.newIds.get(id) ?? null);
  }

  #renewed(
    record: KnownRecord,
    refs: Readonly<Record<string, RecordId | null>>,
    place: { readonly id: RecordId; readonly parentId: RecordId | null },
  ): KnownRecord {
    const { random } = this.#pasting;
    const lists: Record<string, AnyFieldValue> = {};
    for (const [field, spec] of Object.entries(kindSpec(record.kind).fields)) {
      if (spec.type !== 'items') continue;
      const items = fieldOf(record, field) as readonly ListItem[];
      lists[field] = items.map((item) => ({ ...item, id: newId(itemCode, random) }));
    }
    return { ...withFields(record, { ...lists, ...refs }), ...place };
  }

  /** The ref fields as they will be; undefined when one that the record lives by leads nowhere. */
  #refs(record: KnownRecord): Readonly<Record<string, RecordId | null>> | undefined {
    const refs: Record<string, RecordId | null> = {};
    for (const [field, spec] of Object.entries(kindSpec(record.kind).fields)) {
      const target = spec.type === 'ref' ? fieldOf(record, field) : null;
      if (spec.type !== 'ref' || typeof target !== 'string') continue;
      const inside = this.#byId.get(target);
      const found =
        inside === undefined
          ? this.#counterparts.of(target, spec.kinds, this.#around(record))
          : spec.kinds.includes(inside.kind)
            ? this.#newId(target)
            : null;
      if (found === null && spec.onDelete === 'cascade') return undefined;
      refs[field] = found;
    }
    return refs;
  }

  /** The course and the level a record will stand in. */
  #around(record: KnownRecord): Surroundings {
    let courseId: RecordId | null = null;
    for (
      let step: KnownRecord | undefined = record;
      step !== undefined;
      step = this.#byId.get(step.parentId ?? '')
    ) {
      if (step.kind === 'course') courseId = this.#newId(step.id);
      if (step.kind === 'majorLevel') return { courseId, levelId: this.#newId(step.id) };
      if (this.#roots.has(step.id)) break;
    }
    const parentId = this.#pasting.place.parentId ?? '';
    return {
      courseId: courseId ?? closest(this.#project, parentId, 'course')?.id ?? null,
      levelId: closest(this.#project, parentId, 'majorLevel')?.id ?? null,
    };
  }
}

/** Gives every record a place: among what is there already, or in the order it was copied in. */
function putInOrder(
  draft: Draft,
  renewed: readonly KnownRecord[],
  { place, random }: Pasting,
): Refusal | undefined {
  const groups = new Map<string, KnownRecord[]>();
  for (const record of renewed) {
    const isThere = find(draft.project, record.parentId) !== undefined || record.parentId === null;
    const key = `${record.parentId ?? ''} ${isThere ? record.kind : ''}`;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  for (const group of groups.values()) {
    const keys = keysFor(draft, group, { place, random });
    if (!keys.ok) return keys.failure;
    keys.value.forEach((order, index) => {
      const record = group[index];
      if (record !== undefined) draft.put({ ...record, order });
    });
  }
  return undefined;
}

function keysFor(
  draft: Draft,
  group: readonly KnownRecord[],
  { place, random }: Pasting,
): Result<readonly string[], Refusal> {
  const [first] = group;
  if (first === undefined) return ok([]);
  const { kind, parentId } = first;
  const count = group.length;
  if (parentId !== null && find(draft.project, parentId) === undefined) {
    return ok(keysBetween({ before: null, after: null }, count, random));
  }
  return placesFor(
    draft,
    { kind, parentId, afterId: siblingIn(draft, place, first), count },
    random,
  );
}

/** The sibling to stand behind counts for its own kind only; other kinds come to the end of theirs. */
function siblingIn(
  draft: Draft,
  { parentId, afterId }: PastePlace,
  record: KnownRecord,
): RecordId | null | undefined {
  if (record.parentId !== parentId) return undefined;
  const sibling = find(draft.project, afterId ?? null);
  return sibling !== undefined && sibling.kind !== record.kind ? undefined : afterId;
}

/** A learning task has its share of the marks in the course it comes into. */
function addShare(draft: Draft, task: KnownRecord, random: Random): void {
  const assessment = onlyChildOf(draft.project, task.parentId, 'courseAssessment');
  if (assessment === undefined) return;
  const given = { learningTaskId: task.id };
  putLast(draft, { kind: 'taskShare', parentId: assessment.id, given }, random);
}
