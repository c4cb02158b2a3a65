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
  const { from, to } = reach(ends, lines.length);
  const chosen = lines.slice(from, to + 1);
  const clear = () => {
    setEnds(null);
  };
  const remove = () => {
    const neighbour = lines[to + 1] ?? lines[from - 1];
    clear();
    const done = flushSync(() => operations.removeAll(chosen.map(({ id }) => id)));
    if (done && neighbour !== undefined) focusField(operations.place(neighbour.id));
  };
  const begin = (event: KeyboardEvent<HTMLElement>): boolean => {
    const begun = beginning(event, source);
    if (begun !== null) pending.commitAll();
    setEnds(begun);
    return begun !== null;
  };
  const goOn = (event: KeyboardEvent<HTMLElement>, held: Ends): boolean => {
    const head = headAfter(event, held, lines.length);
    if (head !== null) setEnds({ ...held, head });
    else if (isRemoval(event) && !readOnly) remove();
    else if (!keepsSelection(event)) clear();
    return head !== null || isRemoval(event) || event.key === 'Escape';
  };
  const press = (event: KeyboardEvent<HTMLElement>) =>
    ends === null ? begin(event) : goOn(event, ends);
  const take = (event: ClipboardEvent<HTMLElement>) => copy(event, chosen, source);
  return {
    isSelected: (index) => index >= from && index <= to,
    count: chosen.length,
    handlers: handlersOf({ press, clear, take, remove: readOnly ? clear : remove }),
  };
}

/** What the selection does with the events of the list; the fields inside come after it. */
function handlersOf(doing: {
  readonly press: (event: KeyboardEvent<HTMLElement>) => boolean;
  readonly clear: () => void;
  readonly take: (event: ClipboardEvent<HTMLElement>) => boolean;
  readonly remove: () => void;
}): LineSelection['handlers'] {
  return {
    onKeyDownCapture: (event) => {
      if (!belongsToComposition(event.nativeEvent) && doing.press(event)) swallow(event);
    },
    onPointerDownCapture: doing.clear,
    onBlur: ({ relatedTarget, currentTarget }) => {
      if (!currentTarget.contains(relatedTarget)) doing.clear();
    },
    onCopyCapture: (event) => void doing.take(event),
    onCutCapture: (event) => {
      if (doing.take(event)) doing.remove();
    },
  };
}

/** The first and the last line selected; an empty reach when none is. */
function reach(ends: Ends | null, count: number): { readonly from: number; readonly to: number } {
  if (ends === null) return { from: 0, to: -1 };
  const { anchor, head } = ends;
  return { from: Math.min(anchor, head), to: Math.min(Math.max(anchor, head), count - 1) };
}

function swallow(event: KeyboardEvent | ClipboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Puts the lines on the clipboard as text and as a table; false when none is selected. */
function copy(
  event: ClipboardEvent<HTMLElement>,
  chosen: readonly Line[],
  { cells }: LineSource,
): boolean {
  if (chosen.length === 0) return false;
  swallow(event);
  const forms = rowForms(chosen.map((line) => cells?.(line) ?? [line.text]));
  event.clipboardData.setData('text/plain', forms.text);
  event.clipboardData.setData('text/html', forms.html);
  return true;
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
  const head = index + edgeStep(event, box);
  return head === index || lines[head] === undefined ? null : { anchor: index, head };
}

/** -1 or 1 for Shift+↑↓ that goes beyond the text of the field, else 0. */
function edgeStep(event: KeyboardEvent, box: HTMLTextAreaElement): number {
  const step = shiftStep(event);
  const isAtEdge = step > 0 ? box.selectionEnd === box.value.length : box.selectionStart === 0;
  return isAtEdge ? step : 0;
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
