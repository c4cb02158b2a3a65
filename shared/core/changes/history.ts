import { Stack } from 'immutable';
import { type Change, compose, invert } from './change';
import type { Entry } from './entry';

/**
 * Undo is derived, not written: a history is read off the entries of the journal, in the window and
 * after a restart alike. A step is one 'do' entry or a run of 'do' entries with the same group; an
 * 'undo' takes its step off the past, a 'redo' puts it back, a new 'do' empties the future.
 */
export interface Step {
  /** The seq of the first 'do' entry of the step; names it in 'undo' and 'redo' entries. */
  readonly of: number;
  readonly label: string;
  readonly group: string | null;
  readonly at: string;
  readonly author: string;
  readonly command: string;
  readonly change: Change;
}

export interface History {
  /** Newest first; unlimited, so a stack that shares its tail. */
  readonly past: Stack<Step>;
  readonly future: Stack<Step>;
}

export const emptyHistory: History = { past: Stack(), future: Stack() };

/** Typing in one field for longer than this is more than one step. */
const groupMilliseconds = 20_000;

/** The history after one more entry. */
export function recordEntry(history: History, entry: Entry): History {
  switch (entry.action) {
    case 'do':
      return { past: withStep(history, entry), future: Stack() };
    case 'undo': {
      const step = history.past.peek();
      if (step === undefined) return history;
      // A history read from the middle may know only the tail of the step that was undone.
      const isKnownTail = history.past.size === 1 && entry.of !== null && entry.of < step.of;
      if (isKnownTail) return { past: history.past.pop(), future: history.future };
      if (step.of !== entry.of) return history;
      return { past: history.past.pop(), future: history.future.push(step) };
    }
    case 'redo': {
      const step = history.future.peek();
      if (step?.of !== entry.of) return history;
      return { past: history.past.push(step), future: history.future.pop() };
    }
  }
}

function withStep({ past, future }: History, entry: Entry): Stack<Step> {
  const last = past.peek();
  const joins =
    last !== undefined &&
    last.group !== null &&
    last.group === entry.group &&
    future.isEmpty() &&
    Math.abs(Date.parse(entry.at) - Date.parse(last.at)) < groupMilliseconds;
  if (!joins) {
    const { seq: of, label, group, at, author, command, change } = entry;
    return past.push({ of, label, group, at, author, command, change });
  }
  const change = compose(last.change, entry.change);
  const rest = past.pop();
  // Typing something and taking it back by hand leaves no step behind.
  return change.length === 0 ? rest : rest.push({ ...last, label: entry.label, change });
}

/** Reads a history off entries in order. */
export function historyOf(entries: Iterable<Entry>): History {
  let history = emptyHistory;
  for (const entry of entries) history = recordEntry(history, entry);
  return history;
}

/** What undo would do next, or undefined. */
export function undoable({ past }: History): { step: Step; change: Change } | undefined {
  const step = past.peek();
  return step && { step, change: invert(step.change) };
}

/** What redo would do next, or undefined. */
export function redoable({ future }: History): { step: Step; change: Change } | undefined {
  const step = future.peek();
  return step && { step, change: step.change };
}
