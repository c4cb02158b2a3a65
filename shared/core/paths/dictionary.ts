import type { FieldSpec } from '../model/field';
import { fieldsOf } from '../model/fields-of';
import { type Kind, kindSpec } from '../model/record';
import { computedFor } from './computed';
import type { Computed } from './computed/computed';
import { isSingle, kindsAbove, type Step, stepsFrom } from './steps';

/** What stands at the end of a path: a type of field, or of something computed, or records. */
export type PathType = FieldSpec['type'] | Computed['type'];

/** One value, list or table that can be named from a record of a kind. */
export interface PathEntry {
  readonly path: string;
  /** Chinese name, step by step: 「典型工作任务·工作要求」. */
  readonly label: string;
  readonly type: PathType;
  /** True when there may be more than one. */
  readonly isSeveral: boolean;
  /** The kind of the records it leads to; null for values. */
  readonly kind: Kind | null;
  /** True when it is worked out; `reads` says from what. */
  readonly isComputed: boolean;
  readonly reads: readonly string[];
  /** Names of the columns of computed rows. */
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Everything that can be named from a record of a kind: what is its own, what belongs to what it stands
 * below, and what lies one step further (`depth` 2) or more. No way leads back to a kind it came through.
 */
export function pathsFrom(kind: Kind, depth = 2): readonly PathEntry[] {
  const above = kindsAbove(kind).flatMap((one) =>
    ownValues({ ...startAt(one), label: [kindSpec(one).label] }),
  );
  return [...walk(startAt(kind), depth), ...above];
}

interface Way {
  readonly path: string;
  readonly label: readonly string[];
  readonly kind: Kind;
  readonly isSeveral: boolean;
  readonly through: ReadonlySet<Kind>;
}

function startAt(kind: Kind): Way {
  const through = new Set([kind, ...kindsAbove(kind)]);
  return { path: kind, label: [], kind, isSeveral: false, through };
}

function walk(way: Way, depth: number): readonly PathEntry[] {
  const further = stepsFrom(way.kind).filter(({ kind }) => !way.through.has(kind));
  return [
    ...ownValues(way),
    ...further.flatMap((step) => {
      const next = wayOver(way, step);
      const records = { ...plain(next), type: 'records', kind: step.kind } as const;
      return depth > 1 ? [records, ...walk(next, depth - 1)] : [records];
    }),
  ];
}

function wayOver(way: Way, step: Step): Way {
  return {
    path: `${way.path}.${step.kind}`,
    label: [...way.label, kindSpec(step.kind).label],
    kind: step.kind,
    isSeveral: way.isSeveral || !isSingle(step),
    through: new Set([...way.through, step.kind]),
  };
}

/** Fields, each replaced by what is computed under its name, then what is computed besides. */
function ownValues(way: Way): readonly PathEntry[] {
  const computed = computedFor(way.kind);
  const fields = fieldsOf(way.kind).filter(({ field }) => computed[field] === undefined);
  return [
    ...fields.map(({ field, label, spec }) => ({
      ...plain(way, field, label),
      type: spec.type,
      isSeveral: way.isSeveral || spec.type === 'items',
    })),
    ...Object.entries(computed).map(([name, one]) => computedEntry(way, name, one)),
  ];
}

function computedEntry(way: Way, name: string, one: Computed): PathEntry {
  return {
    ...plain(way, name, one.label),
    type: one.type,
    isSeveral: way.isSeveral || !['words', 'number'].includes(one.type),
    kind: one.type === 'records' ? one.kind : null,
    isComputed: true,
    reads: one.reads,
    columns: one.type === 'rows' ? one.columns : {},
  };
}

function plain({ path, label, isSeveral }: Way, name?: string, word?: string) {
  return {
    path: name === undefined ? path : `${path}.${name}`,
    label: [...label, ...(word === undefined ? [] : [word])].join('·'),
    isSeveral,
    kind: null,
    isComputed: false,
    reads: [],
    columns: {},
  };
}
