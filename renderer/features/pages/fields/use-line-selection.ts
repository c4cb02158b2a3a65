import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { rowForms } from '@shared/core/clipboard/row-forms';
import type { RecordId } from '@shared/core/kernel/id';
import { placeKey } from '@shared/core/model/place';
import { useDocument, useStudio } from '../../../state/studio';
import { belongsToComposition } from '../../../state/writing/composition';
import { focusField } from './field-place';
import type { Line, LineOperations } from './line-operations';
import { isAll, isLetter, isRemoval, keepsSelection, shiftStep } from './selection-keys';

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
  /** Told which lines a paste takes the place of; left out where it takes the place of none. */
  readonly pastedOver?: RefObject<readonly RecordId[]>;
  /** What a line is in another program: its cells; its text when not given. */
  readonly cells?: ((line: Line) => readonly string[]) | undefined;
}

interface LineSelection {
  readonly isSelected: (index: number) => boolean;
  /** How many lines are selected together; 0 = one writes in a line as always. */
  readonly count: number;
  readonly handlers: {
    readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onCompositionStartCapture: () => void;
    readonly onPointerDownCapture: () => void;
    readonly onPasteCapture: () => void;
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
    readonly onCopyCapture: (event: ClipboardEvent<HTMLElement>) => void;
    readonly onCutCapture: (event: ClipboardEvent<HTMLElement>) => void;
  };
}

/**
 * Whole lines selected together, as in a word processor: Ctrl+A a second time takes all of them,
 * Shift+↑↓ at the edge of a line goes on to its neighbours; then copy, cut or delete, or write over
 * them: the line with the cursor, which is marked whole, takes what is typed, the others go.
 */
export function useLineSelection(source: LineSource): LineSelection {
  const { lines } = source;
  const [ends, setEnds] = useState<Ends | null>(null);
  const { readOnly, isWritable, begin } = useWriting(source);
  const { from, to } = reach(ends, lines.length);
  const chosen = lines.slice(from, to + 1);
  const clear = () => {
    setEnds(null);
  };
  const remove = () => {
    clear();
    if (!readOnly) removeLines(source, from, to);
  };
  const writeOver = () => {
    clear();
    if (isWritable) leaveOnlyOwn(source, chosen);
  };
  const doing: Doing = { begin, setEnds, remove, writeOver };
  return {
    isSelected: (index) => index >= from && index <= to,
    count: chosen.length,
    handlers: {
      ...handlersOf({
        press: (event) => pressed(event, { source, ends, doing }),
        clear,
        take: (event) => copy(event, chosen, source),
        remove,
      }),
      onCompositionStartCapture: writeOver,
      onPasteCapture: () => {
        if (source.pastedOver !== undefined) source.pastedOver.current = chosen.map(({ id }) => id);
        clear();
      },
    },
  };
}

interface Doing {
  /** Before lines are selected from a field. */
  readonly begin: (box: EventTarget) => void;
  readonly setEnds: (ends: Ends | null) => void;
  readonly remove: () => void;
  readonly writeOver: () => void;
}

/** A key selects lines, or more or fewer of them, or does something to those that are; true when nobody else may have it. */
function pressed(
  event: KeyboardEvent<HTMLElement>,
  {
    source,
    ends,
    doing,
  }: { readonly source: LineSource; readonly ends: Ends | null; readonly doing: Doing },
): boolean {
  if (ends === null) {
    const begun = beginning(event, source);
    if (begun === null) return false;
    doing.begin(event.target);
    doing.setEnds(begun);
    return true;
  }
  const head = headAfter(event, ends, source.lines.length);
  if (head !== null) doing.setEnds({ ...ends, head });
  else if (isRemoval(event)) doing.remove();
  else if (isLetter(event)) doing.writeOver();
  else if (!keepsSelection(event)) doing.setEnds(null);
  return head !== null || isRemoval(event) || event.key === 'Escape';
}

/** What may be done with the lines, and what a selection begins with. */
function useWriting({ ofRows }: LineSource) {
  const { pending } = useStudio();
  const readOnly = useDocument((state) => state.readOnly);
  const isWritable = !readOnly && ofRows !== true;
  const begin = (box: EventTarget) => {
    pending.commitAll();
    // The input method and the keys write where the marking is.
    if (isWritable && box instanceof HTMLTextAreaElement) box.select();
  };
  return { readOnly, isWritable, begin };
}

/** Takes the lines from `from` to `to` away; the cursor goes to a neighbour. */
function removeLines({ lines, operations }: LineSource, from: number, to: number): void {
  const neighbour = lines[to + 1] ?? lines[from - 1];
  const ids = lines.slice(from, to + 1).map(({ id }) => id);
  const done = flushSync(() => operations.removeAll(ids));
  if (done && neighbour !== undefined) focusField(operations.place(neighbour.id));
}

/** Takes all chosen lines away but the one with the cursor, which is about to be written over. */
function leaveOnlyOwn(source: LineSource, chosen: readonly Line[]): void {
  const own = chosen.find((line) => isFieldOf(document.activeElement, source, line.id));
  const others = chosen.filter((line) => line !== own).map(({ id }) => id);
  if (own === undefined || others.length === 0) return;
  flushSync(() => source.operations.removeAll(others, own.id));
}

/** What the selection does with the events of the list; the fields inside come after it. */
function handlersOf(doing: {
  readonly press: (event: KeyboardEvent<HTMLElement>) => boolean;
  readonly clear: () => void;
  readonly take: (event: ClipboardEvent<HTMLElement>) => boolean;
  readonly remove: () => void;
}): Omit<LineSelection['handlers'], 'onCompositionStartCapture' | 'onPasteCapture'> {
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

function isFieldOf(
  target: EventTarget | null,
  { operations, ofRows }: LineSource,
  id: RecordId,
): boolean {
  const place = target instanceof HTMLElement ? (target.dataset.place ?? '') : '';
  return ofRows === true ? place.startsWith(`${id} `) : place === placeKey(operations.place(id));
}

function headAfter(event: KeyboardEvent, { head }: Ends, count: number): number | null {
  if (isAll(event)) return count - 1;
  const step = shiftStep(event);
  return step === 0 ? null : Math.max(0, Math.min(head + step, count - 1));
}
