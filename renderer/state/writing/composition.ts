/**
 * Keys that belong to an input method must reach nobody else. `isComposing` alone is not enough: some
 * input methods send the key that ends a composition after `compositionend`, marked only by the old
 * key code 229, and some send a bare Enter a moment later.
 */
interface CompositionKey {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

const processKey = 229;

/** Keys that arrive this soon after `compositionend` (milliseconds) still belong to the input method. */
export const settleMilliseconds = 30;

/** True while a key event belongs to the input method. */
export function belongsToComposition(event: CompositionKey): boolean {
  return event.isComposing || event.keyCode === processKey;
}
