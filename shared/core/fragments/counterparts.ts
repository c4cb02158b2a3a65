import { newId, type RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { childrenOf, closest, find, findOf, type Project, titleOf } from '../model/project';
import { fieldOf, isKnown, type Kind, kindSpec, type KnownRecord } from '../model/record';
import { levelRank, startPointName } from '../model/start-point';
import { titleFieldOf } from '../model/family';

/** Where the record stands that points at something outside; null = under none. */
export interface Surroundings {
  readonly courseId: RecordId | null;
  readonly levelId: RecordId | null;
}

/** A record that comes along because nothing in the project answers to it. */
export interface Brought {
  readonly record: KnownRecord;
  /** Its new id and its new parent. */
  readonly id: RecordId;
  readonly parentId: RecordId;
}

/**
 * Finds for what a fragment points at the thing in the project that is the same: the very record, or
 * one of the same kind and name under the same kind of parent. A 典型工作任务 that is missing comes along
 * with all below it, a 职业能力要求 that is missing under a task that is there comes along alone; what
 * belongs to another course or level stays with it.
 */
export class Counterparts {
  /** What comes along, parents before children. */
  readonly brought: Brought[] = [];
  readonly #project: Project;
  readonly #outside: ReadonlyMap<RecordId, KnownRecord>;
  readonly #children = new Map<RecordId, KnownRecord[]>();
  readonly #random: Random;
  readonly #found = new Map<RecordId, RecordId | null>();
  readonly #taken = new Set<RecordId>();
  readonly #new = new Set<RecordId>();

  constructor(project: Project, outside: readonly KnownRecord[], random: Random) {
    this.#project = project;
    this.#outside = new Map(outside.map((record) => [record.id, record]));
    for (const record of outside) {
      const siblings = this.#children.get(record.parentId ?? '');
      if (siblings) siblings.push(record);
      else this.#children.set(record.parentId ?? '', [record]);
    }
    this.#random = random;
  }

  /** The id in the project that stands for an outside id; null when there is none. */
  of(targetId: RecordId, kinds: readonly string[], place: Surroundings): RecordId | null {
    const target = this.#outside.get(targetId);
    if (target === undefined || !kinds.includes(target.kind)) return null;
    return this.#resolve(target, place);
  }

  #resolve(target: KnownRecord, place: Surroundings): RecordId | null {
    const known = this.#found.get(target.id);
    if (known !== undefined) return known;
    const parent = this.#outside.get(target.parentId ?? '');
    const parentId = parent === undefined ? undefined : this.#resolve(parent, place);
    // A parent that came along has brought its children.
    const withParent = this.#found.get(target.id);
    if (withParent !== undefined) return withParent;
    const found = this.#existing(target, place, parentId) ?? this.#bring(target, place, parentId);
    this.#found.set(target.id, found);
    if (found !== null) this.#taken.add(found);
    return found;
  }

  #existing(
    target: KnownRecord,
    place: Surroundings,
    parentId: RecordId | null | undefined,
  ): RecordId | null {
    const same = find(this.#project, target.id);
    if (same !== undefined && isKnown(same) && this.#isWithin(same, target, place)) return same.id;
    const parents = parentId === undefined ? this.#parentsOf(target.kind, place) : [parentId];
    const namesake = this.#namesakes(target, parents).find(({ id }) => !this.#taken.has(id));
    return namesake?.id ?? null;
  }

  #namesakes(target: KnownRecord, parents: readonly (RecordId | null)[]): readonly KnownRecord[] {
    const name = identity(target);
    if (name === undefined) return [];
    return parents
      .filter((id) => id !== null && !this.#new.has(id))
      .flatMap((id): readonly KnownRecord[] => childrenOf(this.#project, id, target.kind))
      .filter((candidate) => identity(candidate) === name);
  }

  /** Things of a course or level can be pointed at from within it only. */
  #isWithin(same: KnownRecord, target: KnownRecord, place: Surroundings): boolean {
    if (same.kind !== target.kind) return false;
    const course = closest(this.#project, same.id, 'course');
    if (course !== undefined) return course.id === place.courseId;
    if (closest(this.#project, same.id, 'typicalWorkTask') !== undefined) return true;
    if (same.kind === 'person') return true;
    if (same.kind === 'startPoint') return this.#startLevels(place).includes(same.parentId);
    return closest(this.#project, same.id, 'majorLevel')?.id === place.levelId;
  }

  #parentsOf(kind: Kind, place: Surroundings): readonly (RecordId | null)[] {
    const { courseId, levelId } = place;
    const { parents } = kindSpec(kind);
    if (parents.includes('course')) return [courseId];
    if (kind === 'person') return [closest(this.#project, levelId ?? '', 'major')?.id ?? null];
    if (kind === 'startPoint') return this.#startLevels(place);
    if (kind !== 'typicalWorkTask') return [levelId];
    const level = find(this.#project, levelId);
    const others =
      level === undefined ? [] : childrenOf(this.#project, level.parentId, 'majorLevel');
    return [levelId, ...others.map(({ id }) => id).filter((id) => id !== levelId)];
  }

  /** The levels whose 课程表 hold the courses of a level: itself and those above. */
  #startLevels({ levelId }: Surroundings): readonly (RecordId | null)[] {
    const level = findOf(this.#project, 'majorLevel', levelId);
    if (level === undefined) return [];
    return childrenOf(this.#project, level.parentId, 'majorLevel')
      .filter((other) => levelRank(other.level) >= levelRank(level.level))
      .map(({ id }) => id);
  }

  #bring(
    target: KnownRecord,
    { levelId }: Surroundings,
    parentId: RecordId | null | undefined,
  ): RecordId | null {
    const into = target.kind === 'typicalWorkTask' ? levelId : (parentId ?? null);
    if (into === null) return null;
    const id = newId(kindSpec(target.kind).code, this.#random);
    this.#found.set(target.id, id);
    this.#new.add(id);
    this.brought.push({ record: target, id, parentId: into });
    for (const child of this.#children.get(target.id) ?? []) {
      this.#bring(child, { levelId, courseId: null }, id);
    }
    return id;
  }
}

/** What two records of one kind must share to be taken for the same thing; undefined = nothing is written. */
function identity(record: KnownRecord): string | undefined {
  if (record.kind === 'startPoint') return startPointName(record);
  if (titleFieldOf(record.kind) !== undefined) {
    const title = titleOf(record);
    const name = title.normalize('NFKC').replace(/\s+/gu, '');
    return title === kindSpec(record.kind).label ? undefined : name;
  }
  const fields = Object.keys(kindSpec(record.kind).fields);
  return JSON.stringify(fields.map((field) => fieldOf(record, field)));
}
