import { bringBack } from '@shared/core/changes/branch';
import { composeAll, fits } from '@shared/core/changes/change';
import { type Entry, repairedEntry } from '@shared/core/changes/entry';
import { isSure, type Move, redoable, undoable } from '@shared/core/changes/history';
import type { Applied, Commit, DocumentState } from './document-state';

type Action = 'undo' | 'redo';

/** Going back and forth in the history, by one step or by many. */
export function stepping(
  get: () => DocumentState,
  commit: Commit,
  known: () => readonly Entry[],
): Pick<DocumentState, 'undo' | 'redo' | 'bringBack'> {
  const go = (action: Action, { step, count, change }: Move): Applied | undefined => {
    if (!fits(get().project, change)) {
      // Never guessed: a step that was made for another state is not applied to this one.
      get().noteOlder({ ...get().older, problem: '更早的步骤和现在的内容接不上。' });
      return undefined;
    }
    const label = count === 1 ? step.label : `“${step.label.slice(0, 200)}”等 ${String(count)} 步`;
    commit({ action, of: step.of, command: action, label, group: null, change });
    return { label, change };
  };
  /** One entry for each copy the steps were made in: numbers name a step within its copy only. */
  const goAll = (action: Action, count: number): Applied | undefined => {
    const done: Applied[] = [];
    for (let left = count; left > 0;) {
      const move = (action === 'undo' ? undoable : redoable)(get().history, left);
      const applied = move && go(action, move);
      if (applied === undefined) break;
      done.push(applied);
      left -= move?.count ?? left;
    }
    const label = done.at(-1)?.label;
    return label === undefined
      ? undefined
      : { label, change: composeAll(done.map(({ change }) => change)) };
  };
  return {
    bringBack: bringingBack(get, commit, known),
    undo(count = 1) {
      const { history, readOnly } = get();
      return readOnly || !isSure(history, count) ? undefined : goAll('undo', count);
    },
    redo(count = 1) {
      const { history, readOnly } = get();
      return readOnly || history.future.size < count ? undefined : goAll('redo', count);
    },
  };
}

/** Takes what undo had passed over back as a step of its own. */
function bringingBack(
  get: () => DocumentState,
  commit: Commit,
  known: () => readonly Entry[],
): DocumentState['bringBack'] {
  return (branch) => {
    const { project, readOnly } = get();
    const entries = known();
    const from = entries.findIndex(({ changeHash }) => changeHash === branch.key);
    if (readOnly || from < 0) return undefined;
    const since = composeAll(entries.slice(from).map((entry) => repairedEntry(entry).change));
    const back = bringBack(project, branch, since);
    if (back === undefined) return undefined;
    const { change, isBeside } = back;
    const label = `取回撤销过的 ${String(branch.steps.size)} 步：${branch.steps.last()?.label.slice(0, 200) ?? ''}`;
    if (change.length > 0) {
      commit({ action: 'do', of: null, command: 'bring-back', label, group: null, change });
    }
    return { label, change, isBeside };
  };
}
