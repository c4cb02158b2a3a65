import { Stack } from 'immutable';
import { type Change, compose, composeAll, invert } from './change';
import { type Entry, repairedEntry } from './entry';

/**
 * Undo is derived, not written: a history is read off the entries of the journal, in the window and
 * after a restart alike. A step is one 'do' entry or a run of 'do' entries with the same group; an
 * 'undo' takes its step off the past, a 'redo' puts it back, a new 'do' puts the future aside. What was
 * frozen for a committee is no step: it is never taken back, and stands in nobody's way.
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
  /** Steps of one copy have the same era: the numbers of a copy begin anew. */
  readonly era: number;
}

/** What undo had passed over when something else was done: kept, so that it can be brought back. */
export interface Branch {
  /** Names it: the hash of the entry that passed it over. */
  readonly key: string;
  /** The seq of that entry, in its copy. */
  readonly passedBy: number;
  readonly era: number;
  /** The step that would have been done again first. */
  readonly steps: Stack<Step>;
}

/** Branches that are listed; those of older work stay in the journal. */
const mostBranches = 50;

export interface History {
  /** Newest first; unlimited, so a stack that shares its tail. */
  readonly past: Stack<Step>;
  readonly future: Stack<Step>;
  /** Newest first. */
  readonly branches: Stack<Branch>;
  readonly era: number;
  /** False while older entries may tell of more that can be done again. */
  readonly isFutureKnown: boolean;
  /** False when it was read from the middle: older entries are not known yet. */
  readonly isWhole: boolean;
}

export const emptyHistory: History = {
  past: Stack(),
  future: Stack(),
  branches: Stack(),
  era: 0,
  isFutureKnown: true,
  isWhole: true,
};

/** The command whose entries undo passes over. */
const freezing = 'make-baseline';

/** What a removal begins may go on (typing over what was selected); it joins nothing before it. */
const beginning: readonly string[] = ['remove-records', 'remove-list-items'];

/** Before runs were named, typing in one field for longer than this was more than one step. */
const groupMilliseconds = 20_000;

const namedRun = /@\d+$/;

/**
 * The group of an entry that belongs to a run of typing: entries join while place and run are the same.
 * Where a run ends is for whoever sees the hands; the journal only keeps what was decided.
 */
export function groupInRun(group: string, run: number): string {
  return `${group}@${String(run)}`;
}

/** The history after one more entry. */
export function recordEntry(history: History, entry: Entry): History {
  const era = entry.seq === 1 ? history.era + 1 : history.era;
  const before = { ...history, era };
  switch (entry.action) {
    case 'do':
      if (entry.command === freezing) return before;
      return {
        ...before,
        past: withStep(before, entry),
        future: Stack(),
        branches: withBranch(before, entry),
        isFutureKnown: true,
      };
    case 'undo':
      return afterUndo(before, entry);
    case 'redo':
      return afterRedo(before, entry);
  }
}

function withBranch({ future, branches, era }: History, entry: Entry): Stack<Branch> {
  if (future.isEmpty()) return branches;
  const branch = { key: entry.changeHash, passedBy: entry.seq, era, steps: future };
  return branches.unshift(branch).take(mostBranches);
}

function withStep(history: History, entry: Entry): Stack<Step> {
  const { past, era } = history;
  const last = past.peek();
  if (last === undefined || !joins(history, last, entry)) {
    return past.push(stepOf(entry, entry.change, era));
  }
  const change = compose(last.change, entry.change);
  const rest = past.pop();
  // Typing something and taking it back by hand leaves no step behind.
  return change.length === 0 ? rest : rest.push({ ...last, label: entry.label, change });
}

/** True when an entry goes on with the last step. */
function joins({ future, era }: History, last: Step, entry: Entry): boolean {
  if (last.group === null || last.group !== entry.group || last.era !== era) return false;
  if (beginning.includes(entry.command) || !future.isEmpty()) return false;
  const apart = Math.abs(Date.parse(entry.at) - Date.parse(last.at));
  return namedRun.test(last.group) || apart < groupMilliseconds;
}

/**
 * Takes off the past what an entry undid: the steps down to the one it names. Where the line between two
 * runs of typing was drawn elsewhere (by a window that had read less), the entry's own change decides.
 */
function afterUndo(history: History, entry: Entry): History {
  const { past, future, era } = history;
  const forth = invert(entry.change);
  const { taken, rest, missing } = takenBack(past, entry, forth);
  if (missing.length === 0) return { ...history, past: rest, future: putOn(future, taken) };
  if (!history.isWhole) return forgotten(history);
  const top = rest.peek();
  const left = top && { ...top, change: compose(top.change, invert(missing)) };
  return {
    ...history,
    past: left === undefined ? rest : withoutEmpty(rest.pop(), left),
    future: future.push(stepOf(entry, forth, era)),
  };
}

/** What cannot be told without older entries is not guessed: they are read first. */
function forgotten(history: History): History {
  return { ...history, past: Stack(), future: Stack(), isFutureKnown: false };
}

interface Taken {
  /** Newest first. */
  readonly taken: readonly Step[];
  readonly rest: Stack<Step>;
  /** What the entry undid beyond the steps taken. */
  readonly missing: Change;
}

function takenBack(past: Stack<Step>, { of }: Entry, forth: Change): Taken {
  const named = past.findIndex((step) => step.of === of);
  const exact = named < 0 ? undefined : takenOff(past, named + 1, forth);
  if (exact?.missing.length === 0) return exact;
  // No undo reaches over the border of two copies, so the numbers can be compared.
  const era = past.peek()?.era;
  const older = past.findIndex((step) => step.era !== era || of === null || step.of <= of);
  return takenOff(past, older < 0 ? past.size : older, forth);
}

function takenOff(past: Stack<Step>, count: number, forth: Change): Taken {
  const taken = past.take(count).toArray();
  const known = composeAll(taken.toReversed().map(({ change }) => change));
  return { taken, rest: past.skip(count), missing: compose(forth, invert(known)) };
}

/** Puts back on the past what an entry did again: the steps up to the one it names. */
function afterRedo(history: History, entry: Entry): History {
  const { past, future, era } = history;
  const named = future.findIndex((step) => step.of === entry.of);
  const count = named < 0 ? future.size : named + 1;
  const taken = future.take(count).toArray();
  const known = composeAll(taken.map(({ change }) => change));
  const missing = compose(invert(known), entry.change);
  if (missing.length > 0 && !history.isWhole) return forgotten(history);
  return {
    ...history,
    past: withoutEmpty(putOn(past, taken), stepOf(entry, missing, era)),
    future: future.skip(count),
  };
}

function withoutEmpty(stack: Stack<Step>, step: Step): Stack<Step> {
  return step.change.length === 0 ? stack : stack.push(step);
}

/** What was undone or redone is whole: typing on is a step of its own. */
function putOn(stack: Stack<Step>, steps: readonly Step[]): Stack<Step> {
  return steps.reduce((all, step) => all.push({ ...step, group: null }), stack);
}

function stepOf(entry: Entry, change: Change, era: number): Step {
  const { seq, label, group, at, author, command } = entry;
  return { of: entry.of ?? seq, label, group, at, author, command, change, era };
}

/** Reads a history off entries in order: all there are, or the last ones of more. */
export function historyOf(entries: Iterable<Entry>, isWhole = true): History {
  let history: History = { ...emptyHistory, isWhole, isFutureKnown: isWhole };
  for (const entry of entries) history = recordEntry(history, repairedEntry(entry));
  return history;
}

/** Some steps in a row, as one change. */
export interface Move {
  /** The step that is reached: the oldest undone, the newest redone. */
  readonly step: Step;
  readonly count: number;
  readonly change: Change;
}

/** What undoing the last steps would do: at most `count`, and none beyond the copy of the last one. */
export function undoable({ past }: History, count = 1): Move | undefined {
  const steps = ofOneCopy(past, count);
  return moved(
    steps,
    steps.map(({ change }) => invert(change)),
  );
}

/** What redoing the next steps would do: at most `count`, and none beyond the copy of the next one. */
export function redoable({ future }: History, count = 1): Move | undefined {
  const steps = ofOneCopy(future, count);
  return moved(
    steps,
    steps.map(({ change }) => change),
  );
}

function ofOneCopy(steps: Stack<Step>, count: number): readonly Step[] {
  const era = steps.peek()?.era;
  return steps
    .take(count)
    .takeWhile((step) => step.era === era)
    .toArray();
}

function moved(steps: readonly Step[], changes: readonly Change[]): Move | undefined {
  const step = steps.at(-1);
  return step && { step, count: steps.length, change: composeAll(changes) };
}

/**
 * True when the last steps can be taken back as they are known. While older entries are still unread the
 * oldest known step may be the rest of a longer one.
 */
export function isSure({ past, isWhole }: History, count: number): boolean {
  if (past.size !== count || isWhole) return past.size >= count;
  return past.last()?.group === null;
}
