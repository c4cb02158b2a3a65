import type { RecordId } from '../kernel/id';
import type { Project } from '../model/project';
import { fieldOf, isKnown, kindSpec, type KnownRecord } from '../model/record';
import { type Draft, withFields } from './draft';

/**
 * Takes records out together with all below them and all mappings that end at one of them; where a
 * record only points at one, the pointer is cleared. One Change, nothing left dangling.
 */
export function removeWithAll(draft: Draft, ids: readonly RecordId[]): void {
  const { project } = draft;
  const doomed = new Set<RecordId>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (doomed.has(id)) continue;
    doomed.add(id);
    draft.drop(id);
    waiting.push(...(project.children.get(id) ?? []));
    for (const referrer of knownReferrers(project, id)) {
      if (doomed.has(referrer.id)) continue;
      const { goes, cleared } = withoutTarget(draft.read(referrer.id), id);
      if (goes) waiting.push(referrer.id);
      else if (cleared !== undefined) draft.put(cleared);
    }
  }
}

/** The records that point at a record by a ref field. */
export function knownReferrers(project: Project, id: RecordId): readonly KnownRecord[] {
  return (project.referrers.get(id) ?? []).flatMap((referrerId) => {
    const record = project.records.get(referrerId);
    return record !== undefined && isKnown(record) ? [record] : [];
  });
}

/** The ref fields of a record that point at a target. */
export function fieldsPointingAt(record: KnownRecord, targetId: RecordId): readonly string[] {
  return Object.entries(kindSpec(record.kind).fields)
    .filter(([field, spec]) => spec.type === 'ref' && fieldOf(record, field) === targetId)
    .map(([field]) => field);
}

function withoutTarget(
  record: ReturnType<Draft['read']>,
  targetId: RecordId,
): { readonly goes: boolean; readonly cleared?: KnownRecord } {
  if (record === undefined || !isKnown(record)) return { goes: false };
  const fields = fieldsPointingAt(record, targetId);
  if (fields.some((field) => mustGo(record, field))) return { goes: true };
  const empty = Object.fromEntries(fields.map((field) => [field, null]));
  return { goes: false, cleared: withFields(record, empty) };
}

function mustGo(record: KnownRecord, field: string): boolean {
  const spec = kindSpec(record.kind).fields[field];
  return spec?.type === 'ref' && spec.onDelete === 'cascade';
}
