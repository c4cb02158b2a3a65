import { isMapping, isOwn, isSingleton } from '@shared/core/model/family';
import { fieldOf, isKnown, kindSpec, type KnownRecord } from '@shared/core/model/record';
import type { RecordId } from '@shared/core/kernel/id';
import type { Project } from '@shared/core/model/project';

/** Something that goes with a deletion, by the word a teacher knows it by. */
export interface Consequence {
  readonly label: string;
  readonly count: number;
}

/** What else a deletion takes along. `gone`: the `asked` records themselves, then everything below them. */
export function consequencesOf(
  project: Project,
  gone: readonly KnownRecord[],
  asked = 1,
): readonly Consequence[] {
  const counts = new Map<string, number>();
  let links = 0;
  const pointers = pointersTo(project, new Set(gone.map(({ id }) => id)));
  for (const { kind } of [...gone.slice(asked).filter(isTold), ...pointers]) {
    const { label } = kindSpec(kind);
    if (isLink(kind)) links += 1;
    else counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const told = [...counts].map(([label, count]) => ({ label, count }));
  return links === 0 ? told : [...told, { label: '与别处的对应', count: links }];
}

/** Frames a course is made with go with it and are nothing anyone wrote down as such; nor are the app's notes. */
function isTold({ kind }: KnownRecord): boolean {
  return !isSingleton(kind) && !isOwn(kind);
}

/** Links between two records are told together; hours in a 课程表 were written and are told as such. */
function isLink(kind: KnownRecord['kind']): boolean {
  return isMapping(kind) && kindSpec(kind).shownAtEnd !== true;
}

/** Records elsewhere that go because what they point at goes. */
function pointersTo(project: Project, ids: ReadonlySet<RecordId>): readonly KnownRecord[] {
  const pointing = new Set([...ids].flatMap((id) => project.referrers.get(id) ?? []));
  return [...pointing].flatMap((id) => {
    const record = project.records.get(id);
    if (record === undefined || !isKnown(record) || ids.has(id)) return [];
    return isTold(record) && goesWith(record, ids) ? [record] : [];
  });
}

/** True when one of the fields by which a record goes with another points at one that goes. */
function goesWith(record: KnownRecord, ids: ReadonlySet<RecordId>): boolean {
  return Object.entries(kindSpec(record.kind).fields).some(([field, spec]) => {
    const target = fieldOf(record, field);
    const isGoing = typeof target === 'string' && ids.has(target);
    return isGoing && spec.type === 'ref' && spec.onDelete === 'cascade';
  });
}
