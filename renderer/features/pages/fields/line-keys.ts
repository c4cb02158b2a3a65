import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RecordId } from '@shared/core/kernel/id';
import { keepInSight } from '../../../ui/keep-in-sight';
import { focusField } from './field-place';
import type { Line, LineOperations } from './line-operations';
import type { Paster } from './use-list-paste';

type Box = HTMLTextAreaElement;

/** The keys of the lines of a list: one object for as long as the list is there, whatever its lines become. */
export function useLineKeys(
  lines: readonly Line[],
  operations: LineOperations,
  paster: Paster,
): LineKeys {
  const [keys] = useState(() => new LineKeys(lines, operations, paster));
  useLayoutEffect(() => {
    keys.update(lines, operations, paster);
  });
  return keys;
}

/** The keys of a line in a list. Each answers true when it dealt with the event. */
export class LineKeys {
  constructor(
    private lines: readonly Line[],
    private operations: LineOperations,
    private paster: Paster,
  ) {}

  /** Takes the list as it is drawn now. */
  update(lines: readonly Line[], operations: LineOperations, paster: Paster): void {
    this.lines = lines;
    this.operations = operations;
    this.paster = paster;
  }

  /** Enter makes a line, Backspace at the start and Delete at the end join, Alt+↑↓ moves, Alt+Delete removes, arrows at the edge walk. */
  press(id: RecordId, event: KeyboardEvent<Box>, commit: () => void): boolean {
    const done = this.#act(id, event, commit);
    if (done) event.preventDefault();
    return done;
  }

  /** Several pasted lines or rows of a table become several lines of the list. */
  paste(id: RecordId, event: ClipboardEvent<Box>, commit: () => void): boolean {
    return this.paster(id, event, commit);
  }

  /** Puts a new line after another (null = first) and the cursor into it. */
  add(afterId: RecordId | null): void {
    this.#goTo(() => this.operations.add(afterId, ''), 0);
  }

  /** Takes a line away; the cursor goes to the neighbour. */
  remove(id: RecordId): void {
    const index = this.#indexOf(id);
    const neighbour = this.lines[index + 1] ?? this.lines[index - 1];
    this.#goTo(() => (this.operations.remove(id) ? (neighbour?.id ?? null) : null), -1);
  }

  /** Moves a line by one place. */
  nudge(id: RecordId, by: -1 | 1): void {
    const index = this.#indexOf(id);
    if (index + by < 0 || index + by >= this.lines.length) return;
    const after = this.lines[by < 0 ? index - 2 : index + 1];
    const caret = caretOf(document.activeElement);
    this.#goTo(() => (this.operations.move(id, after?.id ?? null) ? id : null), caret);
    keepInSight(document.activeElement);
  }

  #act(id: RecordId, event: KeyboardEvent<Box>, commit: () => void): boolean {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (ctrlKey || metaKey) return false;
    if (altKey) return this.#alt(id, key, commit);
    if (key === 'ArrowUp' || key === 'ArrowDown') return this.#walk(id, event.currentTarget, key);
    return this.#write(id, event, commit);
  }

  /** The keys that change the text of the line or of its neighbour. */
  #write(id: RecordId, event: KeyboardEvent<Box>, commit: () => void): boolean {
    const { key, shiftKey, currentTarget: box } = event;
    if (key === 'Enter') return shiftKey || this.#enter(id, box, commit);
    if (key === 'Backspace') return this.#backspace(id, box, commit);
    return key === 'Delete' && !shiftKey && this.#delete(id, box, commit);
  }

  #alt(id: RecordId, key: string, commit: () => void): boolean {
    if (key === 'Delete') {
      commit();
      this.remove(id);
      return true;
    }
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
    commit();
    this.nudge(id, key === 'ArrowUp' ? -1 : 1);
    return true;
  }

  #enter(id: RecordId, box: Box, commit: () => void): boolean {
    const head = box.value.slice(0, box.selectionStart);
    const tail = box.value.slice(box.selectionEnd);
    if (box.value === '') return true;
    commit();
    const previous = this.lines[this.#indexOf(id) - 1];
    if (head === '') this.#goTo(() => this.#addBefore(previous?.id ?? null, id), 0);
    else if (tail === '') this.add(id);
    else this.#goTo(() => this.operations.split(id, head, tail), 0);
    return true;
  }

  /** An empty line above; the cursor stays in the text. */
  #addBefore(previousId: RecordId | null, id: RecordId): RecordId | null {
    return this.operations.add(previousId, '') === null ? null : id;
  }

  #backspace(id: RecordId, box: Box, commit: () => void): boolean {
    const previous = this.lines[this.#indexOf(id) - 1];
    if (box.selectionStart !== 0 || box.selectionEnd !== 0) return false;
    if (box.value === '') {
      commit();
      const target = previous ?? this.lines[1];
      this.#goTo(() => (this.operations.remove(id) ? (target?.id ?? null) : null), -1);
      return true;
    }
    if (previous === undefined) return false;
    commit();
    this.#goTo(() => this.operations.join(id, previous.id), previous.text.length);
    return true;
  }

  /** At the end of a line the next one comes up; an empty line goes, and the next one stays whole. */
  #delete(id: RecordId, box: Box, commit: () => void): boolean {
    const next = this.lines[this.#indexOf(id) + 1];
    const { value } = box;
    if (next === undefined || box.selectionStart !== value.length) return false;
    commit();
    if (value === '') this.#goTo(() => (this.operations.remove(id) ? next.id : null), 0);
    else this.#goTo(() => this.operations.join(next.id, id), value.length);
    return true;
  }

  #walk(id: RecordId, box: Box, key: 'ArrowUp' | 'ArrowDown'): boolean {
    const isUp = key === 'ArrowUp';
    const edge = isUp ? 0 : box.value.length;
    const target = this.lines[this.#indexOf(id) + (isUp ? -1 : 1)];
    if (box.selectionStart !== edge || box.selectionEnd !== edge || !target) return false;
    return focusField(this.operations.place(target.id), isUp ? -1 : 0);
  }

  #indexOf(id: RecordId): number {
    return this.lines.findIndex((line) => line.id === id);
  }

  /** Acts, lets the page draw itself, then puts the cursor where it belongs. */
  #goTo(act: () => RecordId | null, caret: number): void {
    const target = flushSync(act);
    if (target !== null) focusField(this.operations.place(target), caret);
  }
}

function caretOf(element: Element | null): number {
  return element instanceof HTMLTextAreaElement ? element.selectionStart : -1;
}
