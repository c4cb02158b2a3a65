import { type RefObject, useCallback, useRef, useState } from 'react';

/** What has the focus after a dialog: false = nothing had it before, true = the dialog must find out. */
export type FocusAfter = HTMLElement | boolean;

interface FirstField<Field extends HTMLElement> {
  readonly field: RefObject<Field | null>;
  /** The `ref` of the field. */
  readonly takeFocus: (element: Field | null) => void;
  /** What had the focus before, for `finalFocus`. */
  readonly before: () => FocusAfter;
}

/** Where the focus goes back to within two frames: a dialog opened before that goes back there too. */
let onItsWay: HTMLElement | null = null;

/**
 * Gives the focus back when nothing else has taken it. Looked at once the dialog is gone and what was
 * chosen in it has been drawn: a page that has just come puts the focus into a field of its own.
 */
export function giveFocusBack(before: FocusAfter): void {
  if (!(before instanceof HTMLElement)) return;
  onItsWay = before;
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      if (onItsWay === before) onItsWay = null;
      const { activeElement, body } = document;
      const isLost = activeElement === null || activeElement === body;
      if (isLost && before.isConnected) before.focus();
    });
  });
}

/** A dialog has just gone, and what had the focus before it is about to get it. */
export function isFocusOnItsWay(): boolean {
  return onItsWay?.isConnected === true;
}

function focusNow(): Element | null {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body
    ? (onItsWay ?? activeElement)
    : activeElement;
}

/**
 * The field a dialog is opened for. It has the focus in the very frame that shows it: a dialog would wait
 * for the next one, and what is typed right after the key that opens it is meant for this field.
 */
export function useFirstField<Field extends HTMLElement>(): FirstField<Field> {
  const [before] = useState(focusNow);
  const field = useRef<Field>(null);
  const takeFocus = useCallback((element: Field | null) => {
    field.current = element;
    element?.focus();
  }, []);
  return {
    field,
    takeFocus,
    before: () => {
      if (before === document.body || !(before instanceof HTMLElement)) return false;
      // An entry of a menu is gone with its menu.
      return before.isConnected ? before : true;
    },
  };
}
