import { type RefObject, useCallback, useRef, useState } from 'react';

interface FirstField<Field extends HTMLElement> {
  readonly field: RefObject<Field | null>;
  /** The `ref` of the field. */
  readonly takeFocus: (element: Field | null) => void;
  /** What had the focus before, for `finalFocus`; true = what the dialog itself takes for it. */
  readonly before: () => HTMLElement | true;
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
    before: () => (before instanceof HTMLElement && before.isConnected ? before : true),
  };
}
