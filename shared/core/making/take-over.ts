import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { allChildrenOf, childrenOf, type Project } from '../model/project';
import { isKnown, type KnownRecord } from '../model/record';
import { type Refusal, refuse } from '../words/refusal';
import { type Draft, withFields } from './draft';
import { isMapping, mappedTo } from '../model/family';
import { placesAtEnd } from './placing';
import { fieldsPointingAt, knownReferrers } from './removal';
import { kindWord, named } from '../words/wording';

interface Heirs {
  readonly from: KnownRecord;
  readonly to: KnownRecord;
}

/**
 * Hands all that belongs to one record over to another: its children, its mappings and what points at
 * it. Refused when that would map two things to each other twice.
 */
export function takeOver(draft: Draft, { from, to }: Heirs, random: Random): Refusal | undefined {
  const { project } = draft;
  const children = allChildrenOf(project, from.id).filter(isKnown);
  for (const child of children) {
    if (isDouble(project, child, to.id)) return doubled(project, child);
  }
  const keys = placesAtEnd(draft, { parentId: to.id, count: children.length }, random);
  children.forEach((child, index) => {
    draft.put({ ...child, parentId: to.id, order: keys[index] ?? child.order });
  });
  for (const referrer of knownReferrers(project, from.id)) {
    if (isMapping(referrer.kind) && mapsAlready(project, referrer, to.id)) {
      return doubled(project, referrer);
    }
    const fields = fieldsPointingAt(referrer, from.id).map((field) => [field, to.id]);
    draft.put(withFields(referrer, Object.fromEntries(fields) as Readonly<Record<string, string>>));
  }
  return undefined;
}

/** True when the heir has a mapping to the same thing already. */
function isDouble(project: Project, mapping: KnownRecord, heirId: RecordId): boolean {
  if (!isMapping(mapping.kind)) return false;
  const target = mappedTo(project, mapping)?.id;
  return childrenOf(project, heirId, mapping.kind).some(
    (other) => mappedTo(project, other)?.id === target,
  );
}

/** True when the other end of a mapping is mapped to the heir already. */
function mapsAlready(project: Project, mapping: KnownRecord, heirId: RecordId): boolean {
  return childrenOf(project, mapping.parentId, mapping.kind).some(
    (other) => mappedTo(project, other)?.id === heirId,
  );
}

function doubled(project: Project, mapping: KnownRecord): Refusal {
  const target = mappedTo(project, mapping);
  const what = target === undefined ? kindWord(mapping.kind) : named(project, target);
  return refuse('mapped-twice', `两条都与${what}有对应，请先解除其中一条的对应再合并。`);
}
