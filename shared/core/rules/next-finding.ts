import type { PageOrder } from './page-order';
import type { Place } from './rule';

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
