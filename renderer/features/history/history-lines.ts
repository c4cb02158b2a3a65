import type { History, Step } from '@shared/core/changes/history';

/** Height of a row in CSS pixels as `panels.css` has it. */
export const rowHeight = 50;

/** A step in the list, and the way to it. */
export interface HistoryLine {
  readonly key: string;
  readonly step: Step;
  /** What a press on it does: forth to what was undone, back to what stands. */
  readonly action: 'undo' | 'redo';
  readonly count: number;
}

/** The steps as they are listed: what was undone, farthest first; then what stands, newest first. */
export function linesOf({ past, future }: History): readonly HistoryLine[] {
  const undone = future.toArray().map((step, index) => line(step, 'redo', index + 1));
  const standing = past.toArray().map((step, index) => line(step, 'undo', index + 1));
  return [...undone.reverse(), ...standing];
}

function line(step: Step, action: 'undo' | 'redo', count: number): HistoryLine {
  return { key: `${String(step.of)} ${step.at}`, step, action, count };
}

/** Where each of so many rows begins, and where the last one ends. */
export function topsOf(count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, index) => index * rowHeight);
}

/** What the press on a line does, in words. */
export function wayOf({ action, count }: HistoryLine): string {
  if (action === 'redo') return count === 1 ? '重做这一步' : '前进到这里';
  return count === 1 ? '撤销这一步' : '退到这一步之前';
}

/** The row a key goes to; undefined when it is no such key. */
export function rowAfter(key: string, index: number, count: number): number | undefined {
  const wanted = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[key];
  return wanted === undefined ? undefined : Math.max(0, Math.min(wanted, count - 1));
}
