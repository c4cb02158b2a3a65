import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import { childrenOf, find, type Project } from '../model/project';
import { isKnown, type KnownRecord } from '../model/record';
import type { Command } from './command';
import { gone, type Refusal, refuse } from '../words/refusal';
import { parentProblem } from '../making/creation';
import { Draft, intentOf, withFields } from '../making/draft';
import { isMapping, isSingleton } from '../model/family';
import { leaveCourse } from '../making/leave-course';
import { placesFor } from '../making/placing';
import { dropLostTerms } from '../making/lost-terms';
import { kindWord, named } from '../words/wording';

export interface MoveRecordInput {
  readonly id: RecordId;
  readonly parentId: RecordId | null;
  /** The sibling of its kind to stand behind; null = at the beginning. */
  readonly afterId: RecordId | null;
  /** Others that move to the same place in the same step: mappings to them are not torn apart. */
  readonly along?: readonly RecordId[];
}

/** Moves a thing with all below it, within its list or under another parent of the right kind. */
export const moveRecord: Command<MoveRecordInput> = {
  id: 'move-record',
  title: '移动',
  run(project, input, { random }) {
    const found = movable(project, input);
    if (!found.ok) return found;
    const record = found.value;
    const { id, parentId, afterId } = input;
    const draft = new Draft(project);
    const label = moveLabel(project, record, parentId);
    if (standsThere(project, record, input)) return intentOf(draft, { label, focus: id });
    const left = leaveCourse(draft, record, { parentId, random, along: input.along ?? [] });
    if (left !== undefined) return fail(left);
    dropLostTerms(draft, record, parentId);
    const slot = { kind: record.kind, parentId, afterId, count: 1, moving: id };
    const keys = placesFor(draft, slot, random);
    if (!keys.ok) return keys;
    const current = draft.read(id);
    const moved = current !== undefined && isKnown(current) ? current : record;
    draft.put({ ...withFields(moved, {}), parentId, order: keys.value[0] ?? record.order });
    return intentOf(draft, { label, focus: id });
  },
};

function movable(
  project: Project,
  { id, parentId }: MoveRecordInput,
): Result<KnownRecord, Refusal> {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return fail(gone);
  if (isSingleton(record.kind) || isMapping(record.kind)) {
    return fail(refuse('fixed-place', `${kindWord(record.kind)}的位置是固定的，不能移动。`));
  }
  if (isBelow(project, parentId, id)) {
    return fail(refuse('circle', '不能移到它自己的下面。'));
  }
  const problem =
    parentProblem(project, record.kind, parentId) ?? levelTaken(project, record, parentId);
  return problem === undefined ? ok(record) : fail(problem);
}

function levelTaken(
  project: Project,
  record: KnownRecord,
  parentId: RecordId | null,
): Refusal | undefined {
  if (record.kind !== 'majorLevel' || record.parentId === parentId) return undefined;
  const taken = childrenOf(project, parentId, 'majorLevel').some(
    ({ level }) => level === record.level,
  );
  return taken ? refuse('only-one', '那个专业已经有这个层级。') : undefined;
}

function isBelow(project: Project, id: RecordId | null, ancestorId: RecordId): boolean {
  const seen = new Set<RecordId>();
  let current = find(project, id);
  while (current !== undefined && !seen.has(current.id)) {
    if (current.id === ancestorId) return true;
    seen.add(current.id);
    current = find(project, current.parentId);
  }
  return false;
}

function standsThere(
  project: Project,
  record: KnownRecord,
  { id, parentId, afterId }: MoveRecordInput,
): boolean {
  if (record.parentId !== parentId) return false;
  if (afterId === id) return true;
  const siblings = childrenOf(project, parentId, record.kind);
  const index = siblings.findIndex((sibling) => sibling.id === id);
  return (siblings[index - 1]?.id ?? null) === afterId;
}

function moveLabel(project: Project, record: KnownRecord, parentId: RecordId | null): string {
  const parent = record.parentId === parentId ? undefined : find(project, parentId);
  return parent !== undefined && isKnown(parent)
    ? `把${named(project, record)}移到${named(project, parent)}下`
    : `移动${named(project, record)}`;
}
