import { groupBinds } from './group-binds';
import type { Piece } from './layout';
import { listBinds } from './list-binds';
import type { Making } from './making';
import { rowBinds } from './row-binds';
import { textBinds } from './text-binds';

/** True when the layout's condition holds for this paper. */
export function isPrinted(making: Making, when: Piece['when']): boolean {
  const { nonEmpty, level } = when ?? {};
  const levelFits = level === undefined || level.includes(making.context.level?.level ?? '');
  return levelFits && (nonEmpty === undefined || hasText(making, nonEmpty));
}

function hasText({ context }: Making, bind: string): boolean {
  const values = (textBinds.get(bind) ?? listBinds.get(bind))?.(context).values;
  if (values !== undefined) return values.some(({ text }) => text !== '');
  const asIs = (term: string) => term;
  const groups = groupBinds.get(bind)?.(context, asIs).groups;
  return (groups ?? rowBinds.get(bind)?.(context, asIs).rows ?? []).length > 0;
}
