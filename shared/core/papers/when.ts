import { groupBinds } from './group-binds';
import type { Piece } from './layout';
import { listBinds } from './list-binds';
import { foundRows } from './found-rows';
import { isTextBind, type Making, textValues } from './making';

/** True when the layout's condition holds for this paper. */
export function isPrinted(making: Making, when: Piece['when']): boolean {
  const { nonEmpty, level } = when ?? {};
  const levelFits = level === undefined || level.includes(making.scope.level?.level ?? '');
  return levelFits && (nonEmpty === undefined || hasText(making, nonEmpty));
}

function hasText(making: Making, bind: string): boolean {
  const { context } = making;
  if (isTextBind(bind)) return textValues(making, bind).values.some(({ text }) => text !== '');
  const asIs = (term: string) => term;
  if (context === null) return foundRows(making, bind, asIs).rows.length > 0;
  const items = listBinds.get(bind)?.(context).values;
  if (items !== undefined) return items.some(({ text }) => text !== '');
  const groups = groupBinds.get(bind)?.(context, asIs).groups;
  return (groups ?? foundRows(making, bind, asIs).rows).length > 0;
}
