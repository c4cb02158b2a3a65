import { isMapping, isSingleton, targetKindsOf } from '../model/family';
import { type Kind, kindNames, kindSpec } from '../model/record';

/** One step of a path, from records of a kind to records of another. */
export type Step =
  /** To what the record stands below, however far up; or to itself. */
  | { readonly how: 'up'; readonly kind: Kind }
  | { readonly how: 'down'; readonly kind: Kind }
  /** To what a field of the record points at. */
  | { readonly how: 'ref'; readonly kind: Kind; readonly field: string }
  /** To what a mapping puts beside it; `isBack`: from the end that the mapping points at. */
  | {
      readonly how: 'across';
      readonly kind: Kind;
      readonly mapping: Kind;
      readonly isBack: boolean;
    };

/** Where one can go from a record of a kind in one step; each kind is reached in one way only. */
export function stepsFrom(kind: Kind): readonly Step[] {
  const known = stepsByKind.get(kind);
  if (known !== undefined) return known;
  const found = new Map<Kind, Step>();
  // What stands below comes before what is pointed at, that before what is mapped, that before what is above.
  for (const step of [...down(kind), ...refs(kind), ...across(kind), ...up(kind)]) {
    if (!found.has(step.kind)) found.set(step.kind, step);
  }
  const steps = [...found.values()];
  stepsByKind.set(kind, steps);
  return steps;
}

const stepsByKind = new Map<Kind, readonly Step[]>();

/** True when a step leads to at most one record. */
export function isSingle(step: Step): boolean {
  return step.how === 'up' || step.how === 'ref' || (step.how === 'down' && isSingleton(step.kind));
}

/** The kinds a kind stands below, nearest first. */
export function kindsAbove(kind: Kind): readonly Kind[] {
  const above: Kind[] = [];
  let next = kindSpec(kind).parents;
  while (next.length > 0) {
    const [parent] = next;
    if (parent === null || parent === undefined) break;
    above.push(parent as Kind);
    next = kindSpec(parent as Kind).parents;
  }
  return above;
}

function down(kind: Kind): readonly Step[] {
  return kindNames
    .filter((one) => kindSpec(one).parents.includes(kind))
    .map((one) => ({ how: 'down', kind: one }));
}

function refs(kind: Kind): readonly Step[] {
  return Object.entries(kindSpec(kind).fields).flatMap(([field, spec]): readonly Step[] => {
    const [target, ...others] = spec.type === 'ref' ? spec.kinds : [];
    if (target === undefined || others.length > 0) return [];
    return [{ how: 'ref', kind: target as Kind, field }];
  });
}

function across(kind: Kind): readonly Step[] {
  const all = kindNames.filter(isMapping).flatMap((mapping): readonly Step[] => {
    const [target] = targetKindsOf(mapping);
    const [parent] = kindSpec(mapping).parents;
    if (target === undefined || parent === null || parent === undefined) return [];
    if (parent === kind) return [{ how: 'across', kind: target, mapping, isBack: false }];
    if (target !== kind) return [];
    return [{ how: 'across', kind: parent as Kind, mapping, isBack: true }];
  });
  // Where two mappings lead to the same kind, the way goes through the one that is meant.
  return all.filter((step) => all.filter((other) => other.kind === step.kind).length === 1);
}

function up(kind: Kind): readonly Step[] {
  return kindsAbove(kind).map((above) => ({ how: 'up', kind: above }));
}
