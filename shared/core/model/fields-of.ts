import type { FieldSpec } from './field';
import { type Kind, kindNames, kindSpec } from './record';

/** One field of a kind by its path, as the dictionary of paths, search and paste know it. */
export interface FieldEntry {
  readonly path: string;
  readonly field: string;
  readonly label: string;
  readonly spec: FieldSpec;
}

const fieldsByKind: ReadonlyMap<string, readonly FieldEntry[]> = new Map(
  kindNames.map((kind) => [
    kind,
    Object.entries(kindSpec(kind).fields).map(([field, spec]) => ({
      ...{ path: `${kind}.${field}`, field, label: spec.label, spec },
    })),
  ]),
);

/** The fields of a kind in the order of the model. */
export function fieldsOf(kind: Kind): readonly FieldEntry[] {
  return fieldsByKind.get(kind) ?? [];
}
