import type { RecordId } from '@shared/core/kernel/id';
import { keyBetween, type OrderKey } from '@shared/core/kernel/order-key';
import { seededRandom } from '@shared/core/kernel/random';
import type { AnyFieldValue, FieldSpec } from '@shared/core/model/field';
import { type Project, projectOf } from '@shared/core/model/project';
import { type AnyRecord, kindSpec, newRecord } from '@shared/core/model/record';
import { stampOf } from '@shared/core/model/stamp';
import type { ExampleNode } from '@shared/core/rules/example';

/** The project of an example: always the same ids for the same records. */
export function exampleProject(nodes: readonly ExampleNode[]): Project {
  const ids = new Map<ExampleNode, RecordId>();
  const names = new Map<string, RecordId>();
  const nameAll = (list: readonly ExampleNode[]) => {
    for (const entry of list) {
      const id = idAt(kindSpec(entry.kind).code, ids.size);
      ids.set(entry, id);
      if (entry.as !== undefined) names.set(entry.as, id);
      nameAll(entry.children);
    }
  };
  nameAll(nodes);
  const records: AnyRecord[] = [];
  const makeAll = (list: readonly ExampleNode[], parentId: RecordId | null) => {
    let order: OrderKey | null = null;
    for (const entry of list) {
      order = keyBetween(order, null, seededRandom(records.length));
      const id = ids.get(entry) ?? '';
      records.push(newRecord(entry.kind, { id, parentId, order }, valuesOf(entry, id, names)));
      makeAll(entry.children, id);
    }
  };
  makeAll(nodes, null);
  return projectOf(records);
}

function valuesOf(
  { kind, fields }: ExampleNode,
  id: RecordId,
  names: ReadonlyMap<string, RecordId>,
): Readonly<Record<string, AnyFieldValue>> {
  const values: Record<string, AnyFieldValue> = {};
  for (const [name, given] of Object.entries(fields)) {
    const spec: FieldSpec | undefined = kindSpec(kind).fields[name];
    if (spec === undefined)
      throw new Error(`An example writes ${kind}.${name}, which is no field.`);
    if (typeof given === 'object' && given !== null) {
      values[name] = given.map((text, index) => ({
        id: idAt(`it${id.slice(-5)}${name}`.slice(0, 10).toLowerCase(), index).slice(0, 18),
        text,
      }));
    } else {
      values[name] = typeof given === 'string' ? valueOf(spec, given, names) : given;
    }
  }
  return values;
}

/** A record is meant by its name, a stamp by the words that were judged. */
function valueOf(
  spec: FieldSpec,
  given: string,
  names: ReadonlyMap<string, RecordId>,
): AnyFieldValue {
  if (spec.type === 'ref') return linked(names, given);
  return spec.type === 'stamp' ? stampOf(given) : given;
}

function linked(names: ReadonlyMap<string, RecordId>, name: string): RecordId {
  const id = names.get(name);
  if (id === undefined) throw new Error(`An example points at ${name}, which is not there.`);
  return id;
}

function idAt(code: string, index: number): RecordId {
  return `${code}${index.toString(36).padStart(16, '0')}`;
}
