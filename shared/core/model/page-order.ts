import type { RecordId } from '../kernel/id';
import type { Place } from './place';
import { allChildrenOf, find, type Project } from './project';
import { fieldOf, isKnown, type Kind, kindNames, kindSpec } from './record';

/** Where a place stands, compared number by number: the records from the top down, then field and line. */
type Path = readonly number[];

/** More than a parent can have children (see `mostRecords`). */
const kindStep = 1_000_000;
/** The fields of a record come before everything below it. */
const fieldBase = -kindStep;

const kindRanks: ReadonlyMap<string, number> = new Map(
  kindNames.map((kind, index) => [kind, index]),
);
const fieldRanks: ReadonlyMap<Kind, ReadonlyMap<string, number>> = new Map(
  kindNames.map((kind) => [
    kind,
    new Map(Object.keys(kindSpec(kind).fields).map((field, index) => [field, index + 1])),
  ]),
);

/**
 * The order in which a reader meets the places of a project: kinds in the order of the model, records
 * as they stand, the fields of a record before what is below it. What hangs in the air comes last.
 * Worked out for the places that are asked for, not for the whole project.
 */
export class PageOrder {
  readonly project: Project;
  readonly #paths = new Map<RecordId, Path>();
  readonly #places = new Map<RecordId, ReadonlyMap<RecordId, number>>();

  constructor(project: Project) {
    this.project = project;
  }

  /** Which of two places a reader meets first: below 0 = the left one, 0 = they are the same place. */
  compare(left: Place, right: Place): number {
    return comparePaths(this.#pathTo(left), this.#pathTo(right));
  }

  /** Sorts places as a reader meets them; `tie` parts those at one place. */
  sorted<P extends Place>(places: readonly P[], tie: (left: P, right: P) => number): readonly P[] {
    return places
      .map((place) => ({ place, path: this.#pathTo(place) }))
      .sort((left, right) => comparePaths(left.path, right.path) || tie(left.place, right.place))
      .map(({ place }) => place);
  }

  /** True when the record stands in the scope, or is it; null = the whole project. */
  isWithin(id: RecordId, scopeId: RecordId | null): boolean {
    if (scopeId === null || id === scopeId) return true;
    const scope = this.#pathOf(scopeId);
    const own = this.#pathOf(id);
    return own.length > scope.length && scope.every((step, index) => own[index] === step);
  }

  #pathTo(place: Place): Path {
    const path = this.#pathOf(place.record);
    const record = find(this.project, place.record);
    if (record === undefined || !isKnown(record)) return path;
    const { field = '', item, missing } = place;
    if (missing !== undefined) return [...path, rankOf(missing) * kindStep - 0.5];
    const rank = fieldRanks.get(record.kind)?.get(field) ?? 0;
    const items = item === undefined ? undefined : fieldOf(record, field);
    const at = Array.isArray(items) ? items.findIndex(({ id }) => id === item) : -1;
    return [...path, fieldBase + rank, at];
  }

  #pathOf(id: RecordId): Path {
    const known = this.#paths.get(id);
    if (known !== undefined) return known;
    // Stands while the way up is being walked, so that a circle ends.
    this.#paths.set(id, [Infinity]);
    const record = find(this.project, id);
    const above = record === undefined ? [Infinity] : this.#pathAbove(record.parentId);
    const path = [...above, this.#placeAmongSiblings(record?.parentId ?? '', id)];
    this.#paths.set(id, path);
    return path;
  }

  #pathAbove(parentId: RecordId | null): Path {
    if (parentId === null) return [];
    return this.project.records.has(parentId) ? this.#pathOf(parentId) : [Infinity];
  }

  #placeAmongSiblings(parentId: RecordId, id: RecordId): number {
    let places = this.#places.get(parentId);
    if (places === undefined) {
      const siblings = allChildrenOf(this.project, parentId === '' ? null : parentId);
      places = new Map(
        siblings.map((sibling, index) => [sibling.id, rankOf(sibling.kind) * kindStep + index]),
      );
      this.#places.set(parentId, places);
    }
    return places.get(id) ?? Infinity;
  }
}

function rankOf(kind: string): number {
  return kindRanks.get(kind) ?? kindRanks.size;
}

function comparePaths(left: Path, right: Path): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const [one = 0, other = 0] = [left[index], right[index]];
    // Infinity minus itself is no number.
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
