import type { Map as PersistentMap } from 'immutable';
import type { RecordId } from '../kernel/id';
import type { Project } from '../model/project';

/** What a check has read, by id: records, lists of children, lists of referrers. */
export interface Reads {
  readonly records: readonly RecordId[];
  readonly children: readonly RecordId[];
  readonly referrers: readonly RecordId[];
}

const nothing: readonly RecordId[] = [];

/**
 * A project that notes what is read from it. Rules read by id, by parent and by target only; walking
 * over all records would depend on everything and is a bug.
 */
export class ReadTracker {
  readonly project: Project;
  readonly #records = new Set<RecordId>();
  readonly #children = new Set<RecordId>();
  readonly #referrers = new Set<RecordId>();

  constructor(project: Project) {
    this.project = {
      records: tracked(project.records, this.#records),
      children: tracked(project.children, this.#children),
      referrers: tracked(project.referrers, this.#referrers),
      get bytes(): number {
        throw new Error('A rule does not depend on the size of the project.');
      },
    };
  }

  /** Runs a check and answers with what it read. */
  run<Value>(check: () => Value): { readonly value: Value; readonly reads: Reads } {
    for (const set of [this.#records, this.#children, this.#referrers]) set.clear();
    const value = check();
    const reads = {
      records: listed(this.#records),
      children: listed(this.#children),
      referrers: listed(this.#referrers),
    };
    return { value, reads };
  }
}

function listed(set: ReadonlySet<RecordId>): readonly RecordId[] {
  return set.size === 0 ? nothing : [...set];
}

function tracked<Value>(
  map: PersistentMap<RecordId, Value>,
  reads: Set<RecordId>,
): PersistentMap<RecordId, Value> {
  const get = (id: RecordId, otherwise?: Value) => {
    reads.add(id);
    return otherwise === undefined ? map.get(id) : map.get(id, otherwise);
  };
  const has = (id: RecordId) => {
    reads.add(id);
    return map.has(id);
  };
  return new Proxy(map, {
    get(_, property) {
      if (property === 'get') return get;
      if (property === 'has') return has;
      throw new Error(`A rule reads by id, it does not use ${String(property)}.`);
    },
  });
}
