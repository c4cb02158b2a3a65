import { flushSync } from 'react-dom';
import type { Execute } from '../../../state/use-execute';
import { focusField } from '../fields/field-place';

/**
 * Does something that takes the pressed button away. The focus goes to the mapping that came in its
 * place, else to the next button of the same row: never to nowhere.
 */
export function actFrom(button: HTMLElement, act: () => ReturnType<Execute>): void {
  const row = button.closest('.slip-value');
  const result = flushSync(act);
  if (row === null || row.contains(document.activeElement)) return;
  const made = result.ok ? result.value.change.find(({ before }) => before === null) : undefined;
  if (made !== undefined && focusField({ record: made.id, field: 'strength' })) return;
  row.querySelector('button')?.focus();
}
