import type { Branch, History, Step } from '@shared/core/changes/history';
import type { Project } from '@shared/core/model/project';
import { changeLines, ownerAndLabel, shortArrow } from '@shared/core/words/change-lines';

/** Height of a row in CSS pixels as `history.css` has it. */
export const rowHeight = 50;

/** A step in the list, and the way to it. */
interface StepLine {
  readonly key: string;
  readonly step: Step;
  /** What a press on it does: forth to what was undone, back to what stands. */
  readonly action: 'undo' | 'redo';
  readonly count: number;
}

/** What undo had passed over when something else was done. */
interface BranchLine {
  readonly key: string;
  /** Its last step stands for all of them. */
  readonly step: Step;
  readonly action: 'bringBack';
  readonly count: number;
  readonly branch: Branch;
}

export type HistoryLine = StepLine | BranchLine;

/**
 * The steps as they are listed: what was undone, farthest first; then what stands, newest first. What was
 * passed over stands below the step that passed it over, or over all where that step is gone itself.
 */
export function linesOf({ past, future, branches }: History): readonly HistoryLine[] {
  const undone = future.toArray().map((step, index) => line(step, 'redo', index + 1));
  const standing = past.toArray().map((step, index) => line(step, 'undo', index + 1));
  const steps = [...undone.reverse(), ...standing];
  const aside = branches.toArray().flatMap((branch) => branchLine(branch) ?? []);
  if (aside.length === 0) return steps;
  const waiting = new Map(
    aside.map((one) => [passedKey(one.branch.era, one.branch.passedBy), one] as const),
  );
  const below = steps.flatMap((one): readonly HistoryLine[] => {
    const name = passedKey(one.step.era, one.step.of);
    const branch = waiting.get(name);
    waiting.delete(name);
    return branch === undefined ? [one] : [one, branch];
  });
  return [...waiting.values(), ...below];
}

function passedKey(era: number, seq: number): string {
  return `${String(era)} ${String(seq)}`;
}

function line(step: Step, action: 'undo' | 'redo', count: number): StepLine {
  return { key: `${String(step.of)} ${step.at}`, step, action, count };
}

function branchLine(branch: Branch): BranchLine | undefined {
  const step = branch.steps.last();
  if (step === undefined) return undefined;
  return { key: branch.key, step, action: 'bringBack', count: branch.steps.size, branch };
}

/** Where each of so many rows begins, and where the last one ends. */
export function topsOf(count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, index) => index * rowHeight);
}

const mostDetails = 6;

/** What a step did, field by field: at most six lines; things are called as they are now. */
export function detailOf({ change }: Pick<Step, 'change'>, project: Project): string {
  const lines = changeLines(change.slice(0, mostDetails), { before: project, after: project });
  const shown = lines
    .slice(0, mostDetails)
    .map((line) => `${ownerAndLabel(line)}：${shortArrow(line)}`);
  const isCut = lines.length > mostDetails || change.length > mostDetails;
  return [...shown, ...(isCut ? ['等'] : [])].join('\n');
}

/** What the press on a line does, in words. */
export function wayOf({ action, count }: HistoryLine): string {
  if (action === 'bringBack') return count === 1 ? '取回这一步' : `取回这 ${String(count)} 步`;
  if (action === 'redo') return count === 1 ? '重做这一步' : '前进到这里';
  return count === 1 ? '撤销这一步' : '退到这一步之前';
}

/** The row a key goes to; undefined when it is no such key. */
export function rowAfter(key: string, index: number, count: number): number | undefined {
  const wanted = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(wanted, count - 1));
}
