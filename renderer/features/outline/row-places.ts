import { pageEntryOf } from '../../state/pages/registry';
import type { OutlineRow } from './outline-rows';

/** Heights in CSS pixels as `outline.css` has them. */
const rowHeight = 28;
const levelGap = 6;

/** Where each row begins, and where the last one ends. */
export function topsOf(rows: readonly OutlineRow[]): readonly number[] {
  const tops = [0];
  let top = 0;
  for (const { kind } of rows) {
    top += pageEntryOf(kind)?.heads === 'group' ? rowHeight + levelGap : rowHeight;
    tops.push(top);
  }
  return tops;
}

/** Of every row: which it is among its neighbours, and how many they are. */
export function neighbourhoodOf(
  rows: readonly OutlineRow[],
): readonly { readonly nth: number; readonly of: number }[] {
  const nths: number[] = [];
  const groups: number[] = [];
  const sizes: number[] = [];
  const open: number[] = [];
  for (const { depth } of rows) {
    open.length = Math.min(open.length, depth + 1);
    open[depth] ??= sizes.push(0) - 1;
    const group = open[depth];
    groups.push(group);
    nths.push((sizes[group] = (sizes[group] ?? 0) + 1));
  }
  return nths.map((nth, index) => ({ nth, of: sizes[groups[index] ?? 0] ?? nth }));
}
