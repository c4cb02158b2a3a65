import type { RecordId } from '../kernel/id';
import { keyBetween, type OrderKey } from '../kernel/order-key';
import { seededRandom } from '../kernel/random';
import type { AnyFieldValue, FieldSpec } from '../model/field';
import { type Project, projectOf } from '../model/project';
import { type AnyRecord, type Kind, kindSpec, newRecord } from '../model/record';
import { stampOf } from '../model/stamp';

/** A value in an example: lists are given as texts, links by the name of the record they point at. */
type ExampleValue = string | number | boolean | null | readonly string[];

/** A record of an example with what is below it. */
export interface ExampleNode {
  readonly kind: Kind;
  /** A name other records of the example point at it by. */
  readonly as?: string;
  readonly fields: Readonly<Record<string, ExampleValue>>;
  readonly children: readonly ExampleNode[];
}

/** A record of an example; `fields` may hold `as`, the name others point at it by. */
export function node(
  kind: Kind,
  fields: Readonly<Record<string, ExampleValue>> = {},
  children: readonly ExampleNode[] = [],
): ExampleNode {
  const { as, ...values } = fields;
  return typeof as === 'string'
    ? { kind, as, fields: values, children }
    : { kind, fields: values, children };
}

/** Records of one kind, one for each text. */
export function lines(kind: Kind, texts: readonly string[]): readonly ExampleNode[] {
  return texts.map((text) => node(kind, { text }));
}

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
