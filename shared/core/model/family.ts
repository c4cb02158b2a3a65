import type { RecordId } from '../kernel/id';
import type { builtKinds } from './kinds';
import type { KindRole } from './kinds/kind';
import { childrenOf, find, type Project, titleFields } from './project';
import {
  type AnyRecord,
  fieldOf,
  isKnown,
  type Kind,
  kindNames,
  kindSpec,
  type KnownRecord,
  type RecordOf,
} from './record';

type Table = typeof builtKinds;

/** The kinds of which the table says something, as a type. */
export type KindWith<Said> = { [K in Kind]: Table[K] extends Said ? K : never }[Kind];

/** Kinds that have a page of their own. */
export type PageKind = KindWith<{ readonly role: 'page' }>;
/** Kinds that say that two things belong together. */
export type MappingKind = KindWith<{ readonly role: 'mapping' }>;
/** Kinds that carry a stamp of the words they were judged against. */
export type JudgedKind = KindWith<{ readonly judged: true }>;

const isRole = (kind: Kind, ...roles: readonly KindRole[]) => roles.includes(kindSpec(kind).role);

/** Kinds that have a page of their own, as they stand below one record. */
export const pageKinds = kindNames.filter((kind): kind is PageKind => isRole(kind, 'page'));
export const mappingKinds = kindNames.filter((kind): kind is MappingKind =>
  isRole(kind, 'mapping'),
);

export function isPage(kind: Kind): kind is PageKind {
  return isRole(kind, 'page');
}

/** Kinds of which a parent has exactly one; they come and go with it. */
export function isSingleton(kind: Kind): boolean {
  return isRole(kind, 'singleton');
}

/** The singletons that are made with a record of a kind. */
export function singletonsOf(kind: Kind): readonly Kind[] {
  return kindNames.filter((one) => isSingleton(one) && kindSpec(one).parents.includes(kind));
}

/** Kinds that say that two things belong together; commands of their own make and end them. */
export function isMapping(kind: Kind): boolean {
  return isRole(kind, 'mapping', 'cell');
}

/** Mappings that are the cells of a table: emptied, not unlinked. */
export function isCell(kind: Kind): boolean {
  return isRole(kind, 'cell');
}

/** Kinds the app notes for itself: never searched, waived or told of when something is deleted. */
export function isOwn(kind: Kind): boolean {
  return isRole(kind, 'own');
}

/** True for kinds that are not simply added to a list: the app makes them, or they are for one place. */
export function hasOwnCommand(kind: Kind): boolean {
  return isOwn(kind) || Object.values(kindSpec(kind).fields).some(({ place }) => place === true);
}

/** True for what has a line in the outline, or a say in where one stands. */
export function isOutlined(kind: Kind): boolean {
  return isPage(kind) || kindSpec(kind).outlined === true;
}

/** True for what can be put elsewhere in the outline: what has a page and something above it. */
export function isMovable(kind: Kind): boolean {
  return isPage(kind) && !kindSpec(kind).parents.includes(null);
}

/** True for what is called by a name of its own; a level or a 课程表 is called after what it is for. */
export function hasName(kind: Kind): boolean {
  return Object.hasOwn(kindSpec(kind).fields, 'name');
}

/** The field that is the line, or undefined when the kind is no line of a list. */
export function lineFieldOf(kind: Kind): string | undefined {
  return kindSpec(kind).line;
}

/** The field a kind is known by: name, text or the title of the case. */
export function titleFieldOf(kind: Kind): string | undefined {
  const { fields } = kindSpec(kind);
  return titleFields.find((field) => Object.hasOwn(fields, field));
}

/** The fields by which a list of this kind is parted on the page. */
export function listFieldsOf(kind: Kind): readonly string[] {
  return kindSpec(kind).parted ?? [];
}

/** True when a kind stands below another one, however deep. */
export function standsBelow(kind: Kind, above: Kind): boolean {
  const { parents } = kindSpec(kind);
  return parents.some(
    (parent) => parent === above || (parent !== null && standsBelow(parent as Kind, above)),
  );
}

/** The id a record is mapped to besides its parent; null when it is to none, or is no mapping. */
export function endOf(record: KnownRecord): RecordId | null {
  const { to } = kindSpec(record.kind);
  const end = to === undefined ? null : fieldOf(record, to);
  return typeof end === 'string' ? end : null;
}

/** What a mapping points at besides its parent; undefined for records that are no mapping. */
export function mappedTo(project: Project, record: KnownRecord): KnownRecord | undefined {
  const target = find(project, endOf(record));
  return target !== undefined && isKnown(target) ? target : undefined;
}

/** The kinds a mapping points at. */
export function targetKindsOf(kind: Kind): readonly Kind[] {
  const { to = '', fields } = kindSpec(kind);
  const spec = fields[to];
  return spec?.type === 'ref' ? (spec.kinds as readonly Kind[]) : [];
}

/** The mapping of a kind between two records, from the one it stands below to the other; undefined when there is none. */
export function mappingBetween<K extends MappingKind>(
  project: Project,
  kind: K,
  [fromId, toId]: readonly [from: RecordId | null, to: RecordId],
): RecordOf<K> | undefined {
  return childrenOf(project, fromId, kind).find((mapping: KnownRecord) => endOf(mapping) === toId);
}

/** True for a mapping that carries a stamp. */
export function isJudged(record: AnyRecord | undefined): record is RecordOf<JudgedKind> {
  return record !== undefined && isKnown(record) && kindSpec(record.kind).judged === true;
}

/** The words of a record that count when something mapped to it is judged; order below it does not. */
export function judgedWords(project: Project, record: KnownRecord): readonly string[] {
  const { fields, below = [] } = kindSpec(record.kind).judgedBy ?? { fields: [] };
  return [
    ...fields.map((field) => wordIn(record, field)),
    ...below.flatMap((kind) =>
      childrenOf(project, record.id, kind as Kind)
        .map((child) => wordIn(child, lineFieldOf(child.kind) ?? ''))
        .sort(),
    ),
  ];
}

function wordIn(record: KnownRecord, field: string): string {
  const value = fieldOf(record, field);
  return typeof value === 'string' ? value : '';
}
