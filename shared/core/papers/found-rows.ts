import { majorRows } from './major-rows';
import type { Making } from './making';
import { type BoundRows, rowBinds } from './row-binds';

/** The rows of a repeated part, of the course at hand or of the major. */
export function foundRows(
  { context, scope }: Pick<Making, 'context' | 'scope'>,
  bind: string,
  words: (term: string) => string,
): BoundRows {
  const ofCourse = context === null ? undefined : rowBinds.get(bind)?.(context, words);
  return ofCourse ?? majorRows.get(bind)?.(scope) ?? { rows: [], missing: null };
}
