import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { rowForms } from '@shared/core/clipboard/row-forms';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument, useStudio } from '../../../state/studio';
import { belongsToComposition } from './composition';
import { focusField, placeKey } from './field-place';
import type { Line, LineOperations } from './line-operations';

interface Ends {
  /** Where the selection began, and where it is drawn to. */
  readonly anchor: number;
  readonly head: number;
}

interface LineSource {
  readonly lines: readonly Line[];
  readonly operations: Pick<LineOperations, 'place' | 'removeAll'>;
  /** True: any field of a record is its line (a row of a table). */
  readonly ofRows?: boolean;
  /** What a line is in another program: its cells; its text when not given. */
  readonly cells?: ((line: Line) => readonly string[]) | undefined;
}

interface LineSelection {
  readonly isSelected: (index: number) => boolean;
  /** How many lines are selected together; 0 = one writes in a line as always. */
  readonly count: number;
  readonly handlers: {
    readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onPointerDownCapture: () => void;
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
    readonly onCopyCapture: (event: ClipboardEvent<HTMLElement>) => void;
    readonly onCutCapture: (event: ClipboardEvent<HTMLElement>) => void;
  };
}

/**
 * Whole lines selected together, as in a word processor: Ctrl+A a second time takes all of them,
 * Shift+↑↓ at the edge of a line goes on to its neighbours; then copy, cut or delete.
 */
export function useLineSelection(source: LineSource): LineSelection {
  const { lines, operations } = source;
  const { pending } = useStudio();
  const readOnly = useDocument((state) => state.readOnly);
  const [ends, setEnds] = useState<Ends | null>(null);
  const from = ends === null ? -1 : Math.min(ends.anchor, ends.head);
  const to = ends === null ? -1 : Math.min(Math.max(ends.anchor, ends.head), lines.length - 1);
  const chosen = ends === null ? [] : lines.slice(from, to + 1);
  const clear = () => {
    setEnds(null);
  };
  const remove = () => {
    const neighbour = lines[to + 1] ?? lines[from - 1];
    clear();
    const done = flushSync(() => operations.removeAll(chosen.map(({ id }) => id)));
    if (done && neighbour !== undefined) focusField(operations.place(neighbour.id));
  };
  const copy = (event: ClipboardEvent<HTMLElement>): boolean => {
    if (chosen.length === 0) return false;
    event.preventDefault();
    event.stopPropagation();
    const forms = rowForms(chosen.map((line) => source.cells?.(line) ?? [line.text]));
    event.clipboardData.setData('text/plain', forms.text);
    event.clipboardData.setData('text/html', forms.html);
    return true;
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (ends === null) {
      const begun = beginning(event, source);
      if (begun === null) return false;
      pending.commitAll();
      setEnds(begun);
      return true;
    }
    const head = headAfter(event, ends, lines.length);
    if (head !== null) setEnds({ ...ends, head });
    else if (isRemoval(event) && !readOnly) remove();
    else if (!keepsSelection(event)) clear();
    return head !== null || isRemoval(event) || event.key === 'Escape';
  };
  return {
    isSelected: (index) => ends !== null && index >= from && index <= to,
    count: chosen.length,
    handlers: {
      onKeyDownCapture: (event) => {
        if (belongsToComposition(event.nativeEvent) || !onKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      onPointerDownCapture: clear,
      onBlur: ({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) clear();
      },
      onCopyCapture: copy,
      onCutCapture: (event) => {
        if (copy(event) && !readOnly) remove();
      },
    },
  };
}

/** What the selection becomes when a key goes beyond the line with the cursor; null = it does not. */
function beginning(event: KeyboardEvent<HTMLElement>, source: LineSource): Ends | null {
  const { lines } = source;
  const box = event.target;
  const index = lines.findIndex((line) => isFieldOf(box, source, line.id));
  if (index < 0 || lines.length < 2 || !(box instanceof HTMLTextAreaElement)) return null;
  const { selectionStart, selectionEnd, value } = box;
  if (isAll(event)) {
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    return isWhole ? { anchor: 0, head: lines.length - 1 } : null;
  }
  const step = shiftStep(event);
  const isAtEdge = step > 0 ? selectionEnd === value.length : selectionStart === 0;
  const head = index + step;
  return step === 0 || !isAtEdge || head < 0 || head >= lines.length
    ? null
    : { anchor: index, head };
}

function isFieldOf(target: EventTarget, { operations, ofRows }: LineSource, id: RecordId): boolean {
  const place = target instanceof HTMLElement ? (target.dataset.place ?? '') : '';
  return ofRows === true ? place.startsWith(`${id} `) : place === placeKey(operations.place(id));
}

function headAfter(event: KeyboardEvent, { head }: Ends, count: number): number | null {
  if (isAll(event)) return count - 1;
  const step = shiftStep(event);
  return step === 0 ? null : Math.max(0, Math.min(head + step, count - 1));
}

/** -1 or 1 for Shift+↑ and Shift+↓, else 0. */
function shiftStep({ key, shiftKey, altKey, ctrlKey }: KeyboardEvent): -1 | 0 | 1 {
  if (!shiftKey || altKey || ctrlKey) return 0;
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

function isAll({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'a';
}

function isRemoval({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return (key === 'Delete' || key === 'Backspace') && !ctrlKey && !altKey && !metaKey;
}

/** Keys on the way to a shortcut, and the shortcuts that want the selection. */
function keepsSelection({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (['Control', 'Shift', 'Alt', 'Meta'].includes(key)) return true;
  return (ctrlKey || metaKey) && ['c', 'x'].includes(key.toLowerCase());
}
