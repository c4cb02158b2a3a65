import { itemCode, newId } from '@shared/core/kernel/id';
import { keyBetween } from '@shared/core/kernel/order-key';
import { type Random, seededRandom } from '@shared/core/kernel/random';
import type { AnyFieldValue, FieldSpec } from '@shared/core/model/field';
import { isMapping, isOwn, isPage, isSingleton } from '@shared/core/model/family';
import { type Project, projectOf } from '@shared/core/model/project';
import {
  type AnyRecord,
  type ForeignRecord,
  isKnown,
  type Kind,
  kindNames,
  kindSpec,
  type KnownRecord,
  newRecord,
} from '@shared/core/model/record';

/** One of a list; undefined when it is empty. */
export function pick<Item>(random: Random, list: readonly Item[]): Item | undefined {
  return list[random.below(Math.max(1, list.length))];
}

const words = [
  '接车',
  '检查',
  '能按照维修手册，独立完成检修',
  '更换机油（0.5 L）',
  'PLC',
  '𠮷林',
  '“安全”与5S',
  '第一段\n第二段',
  '',
];

/** A few Han words, now and then empty, with a rare character or Latin ones. */
function randomText(random: Random): string {
  const count = random.below(4);
  return Array.from({ length: count }, () => pick(random, words) ?? '').join('，');
}

/** A line as a teacher could type it. */
export function randomLine(random: Random): string {
  return randomText(random).replaceAll('\n', ' ');
}

/**
 * A whole project out of a number: levels, tasks, courses with every kind below them, mappings,
 * locks, lists, equal order keys as after a merge, and records of a kind we do not know.
 */
export function randomProject(seed: number): Project {
  const random = seededRandom(seed);
  const builder = new Builder(random);
  const major = builder.add('major', null);
  const levels = (['intermediate', 'advanced', 'preTechnician'] as const).slice(
    0,
    1 + random.below(3),
  );
  for (const level of levels) {
    builder.grow(builder.add('majorLevel', major.id, { level }));
  }
  builder.grow(major);
  builder.relate();
  builder.addForeign(major.id);
  return projectOf(builder.records);
}

type Values = Readonly<Record<string, AnyFieldValue>>;

class Builder {
  readonly records: AnyRecord[] = [];
  readonly #random: Random;
  readonly #byId = new Map<string, AnyRecord>();
  readonly #last = new Map<string, string>();

  constructor(random: Random) {
    this.#random = random;
  }

  add(kind: Kind, parentId: string | null, given: Values = {}): KnownRecord {
    const id = newId(kindSpec(kind).code, this.#random);
    const record = {
      ...newRecord(kind, { id, parentId, order: this.#order(kind, parentId) }),
      ...this.#values(kind),
      ...given,
    };
    this.records.push(record);
    this.#byId.set(id, record);
    return record;
  }

  addForeign(parentId: string): void {
    const id = newId('zz', this.#random);
    const stored = { kind: 'future', id, parentId, order: 'a0', shade: { deep: [1, '二'] } };
    const record: ForeignRecord = { kind: '?future', id, parentId, order: 'a0', stored };
    this.records.push(record);
  }

  /** What may stand below a record, by the table of kinds; mappings come when there is something to map. */
  grow(above: KnownRecord): void {
    for (const kind of kindNames) {
      const isLevel = kind === 'majorLevel';
      if (isLevel || isMapping(kind) || !kindSpec(kind).parents.includes(above.kind)) continue;
      const [least, most] = isSingleton(kind)
        ? [1, 1]
        : [isPage(kind) ? 1 : 0, isOwn(kind) ? 1 : 3];
      this.#some(least, most, () => {
        this.grow(this.add(kind, above.id, given(kind, this.#random)));
      });
    }
  }

  /** Maps what can be mapped, and lets refs point at what they may. */
  relate(): void {
    for (const kind of kindNames.filter(isMapping)) {
      const { to, parents } = kindSpec(kind);
      const above = this.records.filter((record) => parents.includes(record.kind));
      for (const from of above) {
        for (const end of this.#targets(from, kind, to ?? '')) this.#map(kind, from.id, end);
      }
    }
    this.records.forEach((record, index) => {
      this.records[index] = { ...record, ...this.#pointers(record) };
    });
  }

  /** A cell of a table for each of its places; every companion, and now and then a mapping. */
  #map(kind: Kind, parentId: string, endId: string): void {
    const { to = '', fields, companion } = kindSpec(kind);
    const places = Object.entries(fields).filter(([, { place }]) => place === true);
    const terms = places.length === 0 ? [{}] : [1, 2, 3].map((term) => ({ term }));
    for (const term of terms) {
      if (companion === true || this.#once(3)) this.add(kind, parentId, { ...term, [to]: endId });
    }
  }

  #pointers(record: AnyRecord): Values {
    if (!isKnown(record) || isMapping(record.kind)) return {};
    const refs = Object.entries(kindSpec(record.kind).fields).filter(
      ([, { type }]) => type === 'ref',
    );
    return Object.fromEntries(
      refs.map(([field]) => {
        const targets = this.#targets(record, record.kind, field);
        return [field, this.#once(4) ? null : (pick(this.#random, targets) ?? null)];
      }),
    );
  }

  /** What a ref of a record may point at: of its own course, or outside of all; a table of its level or above. */
  #targets(from: AnyRecord, kind: Kind, field: string): readonly string[] {
    const spec = kindSpec(kind).fields[field];
    const kinds = spec?.type === 'ref' ? spec.kinds : [];
    const course = this.#above(from, 'course');
    const rank = this.#rank(from);
    return this.records
      .filter((record) => kinds.includes(record.kind))
      .filter((end) => {
        const own = this.#above(end, 'course');
        if (course !== undefined && own !== undefined) return own === course;
        return end.kind !== 'startPoint' || this.#rank(end) >= rank;
      })
      .map(({ id }) => id);
  }

  #rank(record: AnyRecord): number {
    return this.records.findIndex(({ id }) => id === this.#above(record, 'majorLevel'));
  }

  #above(record: AnyRecord, kind: Kind): string | undefined {
    let at: AnyRecord | undefined = record;
    while (at !== undefined && at.kind !== kind) {
      const { parentId }: AnyRecord = at;
      at = this.#byId.get(parentId ?? '');
    }
    return at?.id;
  }

  /** True once in so many times. */
  #once(times: number): boolean {
    return this.#random.below(times) === 0;
  }

  #some<Made>(least: number, most: number, make: () => Made): readonly Made[] {
    const count = least + this.#random.below(most - least + 1);
    return Array.from({ length: count }, make);
  }

  #order(kind: Kind, parentId: string | null): string {
    const place = `${parentId ?? ''} ${kind}`;
    const last = this.#last.get(place) ?? null;
    const order = last !== null && this.#once(8) ? last : keyBetween(last, null, this.#random);
    this.#last.set(place, order);
    return order;
  }

  #values(kind: Kind): Values {
    const values: Record<string, AnyFieldValue> = {};
    for (const [field, spec] of Object.entries(kindSpec(kind).fields)) {
      const value = randomValue(this.#random, spec);
      if (value !== undefined) values[field] = value;
    }
    return values;
  }
}

/** What a new record must have to make sense, besides any value of its fields. */
function given(kind: Kind, random: Random): Values {
  if (kind === 'startPoint') return { years: 1 + random.below(6) };
  return kind === 'glossaryTerm' ? { termId: 'workOrganization' } : {};
}

/** A valid value of a field; undefined for refs and stamps, which need a project. */
export function randomValue(random: Random, spec: FieldSpec): AnyFieldValue | undefined {
  switch (spec.type) {
    case 'line':
    case 'date':
    case 'note':
      return randomLine(random);
    case 'text':
      return randomText(random);
    case 'items':
      return Array.from({ length: random.below(4) }, () => ({
        id: newId(itemCode, random),
        text: randomLine(random),
      }));
    case 'hours':
      return random.below(4) === 0 ? null : random.below(240) / 2;
    case 'percent':
      return random.below(4) === 0 ? null : random.below(101);
    case 'count':
      return random.below(4) === 0 ? null : random.below(300);
    case 'flag':
      return random.below(4) === 0;
    case 'choice':
      return pick(random, spec.options) ?? '';
    case 'ref':
    case 'stamp':
      return undefined;
  }
}
