import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import type { Fragment } from '../fragments/fragment';
import { type Pasted, putFragment } from '../fragments/paste-fragment';
import { readFragment } from '../fragments/read-fragment';
import type { Project } from '../model/project';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { counted, named } from '../words/wording';
import { moveRecords } from './move-records';

export interface PasteFragmentInput {
  /** The JSON of the clipboard, as `fragmentJson` wrote it; checked here. */
  readonly fragment: string;
  readonly parentId: RecordId | null;
  /** The sibling to stand behind; null = at the beginning, left out = at the end. */
  readonly afterId?: RecordId | null;
  /** Names this copy of the project; what was cut here is moved and keeps its ids. */
  readonly origin?: string | null;
}

/** Pastes copied things with all below them under new ids; what was cut in this project is moved. */
export const pasteFragment: Command<PasteFragmentInput> = {
  id: 'paste-fragment',
  title: '粘贴内容',
  run(project, { fragment: text, parentId, afterId, origin = null }, context) {
    const read = readFragment(text);
    if (!read.ok) return read;
    const fragment = read.value;
    if (wasCutHere(project, fragment, origin)) {
      return moveRecords.run(project, { ids: fragment.roots, parentId, afterId }, context);
    }
    const draft = new Draft(project);
    const pasted = putFragment(draft, { fragment, place: { parentId, afterId } }, context.random);
    if (!pasted.ok) return fail(pasted.failure);
    return intentOf(draft, {
      label: `粘贴${pastedWords(project, pasted.value)}`,
      focus: pasted.value.roots[0]?.id ?? null,
    });
  },
};

function wasCutHere(
  project: Project,
  { isCut, origin, roots }: Fragment,
  here: string | null,
): boolean {
  return (
    isCut && origin !== null && origin === here && roots.every((id) => project.records.has(id))
  );
}

/** 课程“汽车维护”，并带来 1 个典型工作任务；2 处对应没有带来 */
export function pastedWords(project: Project, { roots, brought, left }: Pasted): string {
  const [first] = roots;
  const what = roots.length === 1 && first !== undefined ? named(project, first) : counted(roots);
  const along = brought.length === 0 ? '' : `，并带来${counted(brought)}`;
  return `${what}${along}${left === 0 ? '' : `（另有 ${left} 项相关内容在这里没有对应，未粘贴）`}`;
}
