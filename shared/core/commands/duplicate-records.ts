import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { fail, ok, type Result } from '../kernel/result';
import { copyFragment, selectedRoots } from '../fragments/copy-fragment';
import { type Pasted, putFragment } from '../fragments/paste-fragment';
import type { KnownRecord } from '../model/record';
import type { Command } from './command';
import type { Refusal } from '../words/refusal';
import { Draft, intentOf } from '../making/draft';
import { pastedWords } from './paste-fragment';

export interface DuplicateRecordsInput {
  readonly ids: readonly RecordId[];
}

/** Copies things with all below them and puts the copies behind the originals. */
export const duplicateRecords: Command<DuplicateRecordsInput> = {
  id: 'duplicate-records',
  title: '创建副本',
  run(project, { ids }, { random }) {
    const roots = selectedRoots(project, ids);
    if (!roots.ok) return roots;
    const draft = new Draft(project);
    let all: Pasted = { roots: [], brought: [], left: 0 };
    for (const siblings of byList(roots.value)) {
      const pasted = putBeside(draft, siblings, random);
      if (!pasted.ok) return fail(pasted.failure);
      all = joined(all, pasted.value);
    }
    return intentOf(draft, {
      label: `复制${pastedWords(project, all)}`,
      focus: all.roots[0]?.id ?? null,
    });
  },
};

/** Puts copies of siblings of one kind behind the last of them. */
function putBeside(
  draft: Draft,
  siblings: readonly KnownRecord[],
  random: Random,
): Result<Pasted, Refusal> {
  const copied = copyFragment(
    draft.project,
    siblings.map(({ id }) => id),
  );
  if (!copied.ok) return copied;
  const last = siblings.at(-1);
  const place = { parentId: last?.parentId ?? null, afterId: last?.id };
  const pasted = putFragment(draft, { fragment: copied.value, place }, random);
  return pasted.ok ? ok(pasted.value) : pasted;
}

function byList(records: readonly KnownRecord[]): readonly (readonly KnownRecord[])[] {
  const lists = new Map<string, KnownRecord[]>();
  for (const record of records) {
    const key = `${record.parentId ?? ''} ${record.kind}`;
    const list = lists.get(key);
    if (list) list.push(record);
    else lists.set(key, [record]);
  }
  return [...lists.values()];
}

function joined(left: Pasted, right: Pasted): Pasted {
  return {
    roots: [...left.roots, ...right.roots],
    brought: [...left.brought, ...right.brought],
    left: left.left + right.left,
  };
}
