import { recordsAtEnd, pathOf } from '../paths/path';
import { computedRowsAt, groupsAt, recordsAt, valuesAt } from '../paths/values';
import type { Piece } from './layout';
import type { Making } from './making';

/** True when the layout's condition holds for this paper. */
export function isPrinted(making: Making, when: Piece['when']): boolean {
  if (when === undefined) return true;
  const { nonEmpty, is } = when;
  const fits = is === undefined || valuesAt(making, is.bind).values.some(isOneOf(is.oneOf));
  return fits && (nonEmpty === undefined || hasText(making, nonEmpty));
}

function isOneOf(words: readonly string[]) {
  return ({ text }: { readonly text: string }) => words.includes(text);
}

/** True when a path leads to something that is there: words, records, groups or rows. */
function hasText(making: Making, bind: string): boolean {
  const path = pathOf(bind);
  if (path === undefined) return false;
  if (recordsAtEnd(path) !== undefined) return recordsAt(making, bind).records.length > 0;
  const asIs = (term: string) => term;
  return (
    valuesAt(making, bind).values.some(({ text }) => text !== '') ||
    groupsAt(making, bind, asIs).groups.length > 0 ||
    (computedRowsAt(making, path, asIs)?.rows.length ?? 0) > 0
  );
}
