import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/**
 * True while an input method composes: Enter, Esc and single letters then belong to it. 229 is what
 * Chromium gives for keys the input method has taken.
 */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  // The only sign some input methods give.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return native.isComposing || native.keyCode === 229;
}
