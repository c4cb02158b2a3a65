import { apply } from '../changes/change';
import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import { closest, childrenOf, find, type Project } from '../model/project';
import {
  type MappingKind,
  mappedTo,
  mappingKinds,
  targetKindsOf,
  titleFieldOf,
} from '../model/family';
import { isKnown, type Kind, kindSpec, type KnownRecord } from '../model/record';
import type { Command } from './command';
import { gone, type Refusal, refuse } from '../words/refusal';
import { checkedFields, createRecord, type NewPlace } from '../making/creation';
import { Draft, intentOf } from '../making/draft';
import { checkedEnds, checkedWords, isLink, noMapping, putMapping } from '../making/linking';
import { kindWord, named } from '../words/wording';

export interface LinkNewInput {
  readonly kind: MappingKind;
  /** The end that is there; the other one is made. */
  readonly thereId: RecordId;
  /** Which end that is: what the mapping stands below (`from`), or what it points at (`to`). */
  readonly there: 'from' | 'to';
  /** Name or text of the new end. */
  readonly title: string;
  /** Where the new end is put; left out = where such things are, seen from the end that is there. */
  readonly parentId?: RecordId;
  /** What the mapping says besides (程度 …); left out = as a new one says it. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Makes one end of a mapping and maps it to the other, in one step. */
export const linkNew: Command<LinkNewInput> = {
  id: 'link-new',
  title: '新增并对应',
  run(project, input, { random }) {
    const place = placeFor(project, input);
    if (!place.ok) return place;
    const title = { [titleFieldOf(place.value.kind) ?? '']: input.title };
    const given = checkedFields(project, place.value, title);
    if (!given.ok) return given;
    const draft = new Draft(project);
    const created = createRecord(draft, { place: place.value, given: given.value }, random);
    if (!created.ok) return created;
    const { id } = created.value;
    const { kind, thereId, there, fields = {} } = input;
    const ids = there === 'from' ? { fromId: thereId, toId: id } : { fromId: id, toId: thereId };
    const ends = checkedEnds(apply(project, draft.change()), { kind, ...ids });
    if (!ends.ok) return ends;
    const words = checkedWords(project, ends.value, fields);
    if (!words.ok) return words;
    putMapping(draft, { ...ends.value, given: words.value }, random);
    const other = ends.value[there];
    const label = `新增${named(project, created.value)}并与${named(project, other)}对应`;
    return intentOf(draft, { label, focus: id });
  },
};

/** What the new end is and where it is put, or why it cannot be. */
function placeFor(
  project: Project,
  { kind: mapping, thereId, there, parentId }: LinkNewInput,
): Result<NewPlace, Refusal> {
  const end = find(project, thereId);
  if (end === undefined || !isKnown(end)) return fail(gone);
  if (!isLink(mapping)) return fail(noMapping);
  const [kind] = there === 'from' ? targetKindsOf(mapping) : (kindSpec(mapping).parents as Kind[]);
  if (kind === undefined) return fail(noMapping);
  const home = parentId ?? homeOf(project, end, kind);
  if (home !== undefined) return ok({ kind, parentId: home });
  const course = closest(project, thereId, 'course');
  const where = course === undefined ? '这里' : '这门课程';
  const parents = kindSpec(kind).parents.flatMap((parent) =>
    parent === null ? [] : kindWord(parent as Kind),
  );
  return fail(
    refuse(
      'no-home',
      `${where}还没有对应${parents.join('或')}，请先对应，再添加${kindWord(kind)}。`,
    ),
  );
}

/** The nearest thing a kind can stand below: above a record, or what something above it is mapped to. */
function homeOf(project: Project, record: KnownRecord, kind: Kind): RecordId | undefined {
  const fits = (one: KnownRecord | undefined) =>
    one !== undefined && kindSpec(kind).parents.includes(one.kind);
  const seen = new Set<RecordId>();
  let above: KnownRecord | undefined = record;
  while (above !== undefined && !seen.has(above.id)) {
    seen.add(above.id);
    const { id, parentId }: KnownRecord = above;
    const ends = mappingKinds
      .flatMap((mapping): readonly KnownRecord[] => childrenOf(project, id, mapping))
      .map((mapping) => mappedTo(project, mapping));
    const home = [above, ...ends].find(fits);
    if (home !== undefined) return home.id;
    const next = find(project, parentId);
    above = next !== undefined && isKnown(next) ? next : undefined;
  }
  return undefined;
}
