import type { RecordId } from '@shared/core/kernel/id';
import type { Place } from '../../../state/view-store';

/** A place that is a field of a record, or one item of a list in it. */
export interface FieldPlace extends Place {
  readonly field: string;
}

export function placeOf(
  recordId: RecordId,
  field: string,
  itemId: RecordId | null = null,
): FieldPlace {
  return { recordId, field, itemId };
}

/** The value of `data-place` on the element that a field is written in. */
export function placeKey({ recordId, field, itemId }: Place): string {
  return [recordId, field ?? '', itemId ?? ''].join(' ');
}

/** The element a field is written in, when it is on the page. Without a field: the first one of the record. */
export function fieldElement(place: Place): HTMLElement | null {
  const key = placeKey(place);
  const exact = document.querySelector<HTMLElement>(`[data-place=${JSON.stringify(key)}]`);
  if (exact !== null || place.itemId !== null) return exact;
  const start = place.field === null ? `${place.recordId} ` : `${place.recordId} ${place.field} `;
  return document.querySelector<HTMLElement>(`[data-place^=${JSON.stringify(start)}]`);
}

/** Puts the cursor into a field; `caret` counts from the start, negative = at the end. */
export function focusField(place: Place, caret = -1): boolean {
  const element = fieldElement(place);
  if (element === null) return false;
  element.focus();
  if (element instanceof HTMLTextAreaElement) {
    const at = caret < 0 ? element.value.length : Math.min(caret, element.value.length);
    element.setSelectionRange(at, at);
  }
  return true;
}
