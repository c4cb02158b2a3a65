import { type Place, placeKey } from '../model/place';
import { byRule, type Checked, type CheckedPlace, type Finding } from './check-project';
import { completeness } from './count-completeness';
import type { PageOrder } from '../model/page-order';
import { judgeFindings } from './waivers';

/** What F8 stops at: a finding, or a required place nobody has written in yet. */
export type Stop = Finding | CheckedPlace;

/** The stops of a project in page order: findings that are not waived, and empty places no finding names. */
export function stopsOf(checked: Checked): readonly Stop[] {
  const { open, waived } = judgeFindings(checked);
  const said = new Set([...open, ...waived.map(({ finding }) => finding)].map(fieldKey));
  const silent = completeness(checked).unfinished.filter((place) => !said.has(fieldKey(place)));
  return checked.order.sorted<Stop>([...open, ...silent], byRule);
}

/** What is said of a line is said of the whole list. */
function fieldKey(place: Place): string {
  return placeKey({ ...place, item: undefined });
}

/**
 * The next place in page order, for F8 (forward) and Shift+F8 (back); behind the last one it begins
 * again. `places` are findings or unfinished places in page order; `from` null = before the first.
 */
export function nextFinding<P extends Place>(
  order: PageOrder,
  places: readonly P[],
  { from, direction }: { readonly from: Place | null; readonly direction: 'forward' | 'back' },
): P | undefined {
  if (direction === 'forward') {
    const next = from === null ? undefined : places.find((p) => order.compare(p, from) > 0);
    return next ?? places[0];
  }
  const before = from === null ? undefined : places.findLast((p) => order.compare(p, from) < 0);
  return before ?? places.at(-1);
}
