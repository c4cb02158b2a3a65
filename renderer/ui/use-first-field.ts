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

/**
 * The field a dialog is opened for. It has the focus in the very frame that shows it: a dialog would wait
 * for the next one, and what is typed right after the key that opens it is meant for this field.
 */
export function useFirstField<Field extends HTMLElement>(): FirstField<Field> {
  const [before] = useState(() => document.activeElement);
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
