import type { RecordId } from '../kernel/id';
import { fail, type Result } from '../kernel/result';
import { apply, type Change, compose } from '../changes/change';
import { selectedRoots } from '../fragments/copy-fragment';
import { find, type Project } from '../model/project';
import { isKnown, type KnownRecord } from '../model/record';
import type { Command, CommandContext } from './command';
import type { Intent } from '../making/draft';
import type { Refusal } from '../words/refusal';
import { counted, named } from '../words/wording';
import { moveRecord } from './move-record';

export interface MoveRecordsInput {
  readonly ids: readonly RecordId[];
  readonly parentId: RecordId | null;
  /** The sibling to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null | undefined;
}

/** Moves several things at once, in their order, with all below them; mappings among them go along. */
export const moveRecords: Command<MoveRecordsInput> = {
  id: 'move-records',
  title: '移动多条',
  run(project, { ids, parentId, afterId }, context) {
    const selected = selectedRoots(project, ids);
    if (!selected.ok) return selected;
    const roots = selected.value;
    if (afterId !== undefined && afterId !== null && find(project, afterId) === undefined) {
      return moveRecord.run(project, { id: roots[0]?.id ?? '', parentId, afterId }, context);
    }
    let after = project;
    let change: Change = [];
    for (const record of roots) {
      const moved = moveOne({ project: after, roots, record }, { parentId, afterId }, context);
      if (!moved.ok) return fail(moved.failure);
      change = compose(change, moved.value.change);
      after = apply(after, moved.value.change);
    }
    const [first] = roots;
    return {
      ok: true,
      value: {
        label: moveLabel(project, roots, parentId),
        group: null,
        change,
        focus: first?.id ?? null,
      },
    };
  },
};

interface Moving {
  readonly project: Project;
  readonly roots: readonly KnownRecord[];
  readonly record: KnownRecord;
}

function moveOne(
  { project, roots, record }: Moving,
  { parentId, afterId }: Omit<MoveRecordsInput, 'ids'>,
  context: CommandContext,
): Result<Intent, Refusal> {
  const input = {
    id: record.id,
    parentId,
    afterId: siblingBefore({ project, roots, record }, { parentId, afterId }),
    along: roots.map(({ id }) => id),
  };
  return moveRecord.run(project, input, context);
}

/** Behind the one of its kind that was moved before it, else behind the wanted sibling. */
function siblingBefore(
  { project, roots, record }: Moving,
  { parentId, afterId }: Omit<MoveRecordsInput, 'ids'>,
): RecordId | null {
  const ofKind = roots.filter(({ kind }) => kind === record.kind);
  const previous = ofKind[ofKind.indexOf(record) - 1];
  if (previous !== undefined) return previous.id;
  if (afterId === null) return null;
  const moving = new Set(ofKind.map(({ id }) => id));
  const siblings = (project.children.get(parentId ?? '') ?? []).flatMap((id) => {
    const sibling = find(project, id);
    return sibling !== undefined && isKnown(sibling) && sibling.kind === record.kind
      ? [sibling.id]
      : [];
  });
  const wanted = siblings.indexOf(afterId ?? '');
  const until = wanted === -1 ? siblings : siblings.slice(0, wanted + 1);
  return until.filter((id) => !moving.has(id)).at(-1) ?? null;
}

function moveLabel(
  project: Project,
  roots: readonly KnownRecord[],
  parentId: RecordId | null,
): string {
  const [first] = roots;
  const what = roots.length === 1 && first !== undefined ? named(project, first) : counted(roots);
  const parent = find(project, parentId);
  const isElsewhere = roots.some((root) => root.parentId !== parentId);
  return isElsewhere && parent !== undefined && isKnown(parent)
    ? `把${what.trimStart()}移到${named(project, parent)}下`
    : `移动${what}`;
}
