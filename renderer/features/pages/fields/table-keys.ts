import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { RecordId } from '@shared/core/kernel/id';
import { keepInSight } from '../../../ui/keep-in-sight';
import { focusField } from './field-place';

type Box = HTMLTextAreaElement;

/** What can be done with the rows of a table; each is false or null when nothing was done. */
export interface RowOperations {
  readonly add: (afterId: RecordId | null) => RecordId | null;
  readonly remove: (id: RecordId) => boolean;
  readonly move: (id: RecordId, afterId: RecordId | null) => boolean;
  /** Nothing has been written into the row. */
  readonly isBlank: (id: RecordId) => boolean;
}

/** The keys of a text in a table whose rows are records. */
export class TableKeys {
  constructor(
    private readonly ids: readonly RecordId[],
    /** The text that gets the cursor in a new row. */
    private readonly firstField: string,
    private readonly operations: RowOperations,
  ) {}

  /** Enter goes down and makes a row at the end, Backspace takes a blank row, Alt+↑↓ moves, Alt+Delete removes. */
  press(at: { readonly id: RecordId; readonly field: string }, event: KeyboardEvent<Box>): boolean {
    if (event.ctrlKey || event.metaKey) return false;
    const done = event.altKey ? this.#alt(at, event.key) : this.#plain(at, event);
    if (done) event.preventDefault();
    return done;
  }

  /** A new row behind another (null = first), with the cursor in it. */
  add(afterId: RecordId | null): void {
    const id = flushSync(() => this.operations.add(afterId));
    if (id !== null) focusField({ record: id, field: this.firstField }, 0);
  }

  /** Takes a row away; the cursor goes to its neighbour. */
  remove(id: RecordId): void {
    const at = this.ids.indexOf(id);
    const neighbour = this.ids[at + 1] ?? this.ids[at - 1];
    const gone = flushSync(() => this.operations.remove(id));
    if (gone && neighbour !== undefined) focusField({ record: neighbour, field: this.firstField });
  }

  /** Moves a row by one place; the cursor goes with it. */
  nudge(id: RecordId, by: -1 | 1, field = this.firstField): void {
    const at = this.ids.indexOf(id);
    const to = at + by;
    if (to < 0 || to >= this.ids.length) return;
    const after = this.ids[by < 0 ? at - 2 : to] ?? null;
    if (!flushSync(() => this.operations.move(id, after))) return;
    focusField({ record: id, field });
    keepInSight(document.activeElement);
  }

  /** A row let go over another takes its place. */
  drop(id: RecordId, overId: RecordId): void {
    const from = this.ids.indexOf(id);
    const to = this.ids.indexOf(overId);
    if (from < 0 || to < 0 || from === to) return;
    this.operations.move(id, this.ids[from < to ? to : to - 1] ?? null);
  }

  #alt({ id, field }: { readonly id: RecordId; readonly field: string }, key: string): boolean {
    if (key === 'Delete') {
      this.remove(id);
      return true;
    }
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
    this.nudge(id, key === 'ArrowUp' ? -1 : 1, field);
    return true;
  }

  #plain(
    { id, field }: { readonly id: RecordId; readonly field: string },
    event: KeyboardEvent<Box>,
  ): boolean {
    const { key, shiftKey, currentTarget: box } = event;
    if (key === 'Enter' && !shiftKey) return this.#down(this.ids.indexOf(id), field);
    if (key === 'Backspace' && box.value === '' && this.operations.isBlank(id)) {
      this.remove(id);
      return true;
    }
    const by = edgeStep(event);
    return by !== 0 && this.#walk(id, field, by);
  }

  #walk(id: RecordId, field: string, by: -1 | 1): boolean {
    const target = this.ids[this.ids.indexOf(id) + by];
    return target !== undefined && focusField({ record: target, field }, by < 0 ? -1 : 0);
  }

  #down(at: number, field: string): boolean {
    const below = this.ids[at + 1];
    if (below !== undefined) return focusField({ record: below, field });
    this.add(this.ids[at] ?? null);
    return true;
  }
}

/** -1 or 1 when an arrow leaves the text at its edge, else 0. */
function edgeStep({ key, currentTarget }: KeyboardEvent<Box>): -1 | 0 | 1 {
  const { selectionStart, selectionEnd, value } = currentTarget;
  if (selectionStart !== selectionEnd) return 0;
  if (key === 'ArrowUp' && selectionStart === 0) return -1;
  return key === 'ArrowDown' && selectionStart === value.length ? 1 : 0;
}
