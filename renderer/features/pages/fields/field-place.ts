import { type Place, placeKey } from '@shared/core/model/place';

/** The element a field is written in, when it is on the page. Without a field: the first one of the record. */
export function fieldElement(place: Place): HTMLElement | null {
  const key = placeKey(place);
  const exact = document.querySelector<HTMLElement>(`[data-place=${JSON.stringify(key)}]`);
  if (exact !== null || place.item !== undefined) return exact;
  const start = key.trimEnd();
  return document.querySelector<HTMLElement>(`[data-place^=${JSON.stringify(`${start} `)}]`);
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
