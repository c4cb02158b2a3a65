import { useEffect } from 'react';
import { type Studio, useStudio } from '../state/studio';
import { OwnUndo, textFieldAt } from '../state/writing/own-undo';
import { isComposing } from '../ui/composition';
import { type Action, isPossible } from './actions/action';
import { actionById, actionFor } from './actions/index';
import { isOfDocument } from './key-owner';
import { noteRegion } from './regions';

/**
 * The keys of the window. None fires while an input method composes, nor at the key press that ends a
 * composition: some input methods send it after `compositionend`.
 */
export function useShortcuts(): void {
  const studio = useStudio();
  useEffect(() => {
    let composing = false;
    const own = new OwnUndo();
    const starts = (event: Event) => {
      composing = true;
      own.begin(event);
    };
    const ends = (event: Event) => {
      own.note(event);
      setTimeout(() => {
        composing = false;
      });
    };
    const pressed = (event: KeyboardEvent) => {
      if (!composing && !isComposing(event)) press(event, studio, own);
    };
    const edits = (event: InputEvent) => {
      edit(event, studio, own);
    };
    window.addEventListener('compositionstart', starts, true);
    window.addEventListener('compositionend', ends, true);
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('beforeinput', edits, true);
    window.addEventListener('input', own.note, true);
    window.addEventListener('focusin', noteRegion);
    return () => {
      window.removeEventListener('compositionstart', starts, true);
      window.removeEventListener('compositionend', ends, true);
      window.removeEventListener('keydown', pressed, true);
      window.removeEventListener('beforeinput', edits, true);
      window.removeEventListener('input', own.note, true);
      window.removeEventListener('focusin', noteRegion);
    };
  }, [studio]);
}

function press(event: KeyboardEvent, studio: Studio, own: OwnUndo): void {
  const action = actionFor(event);
  const target = event.target as Element | null;
  if (action === undefined || isOwnKey(target, action)) return;
  if (action.edits === true && !isOfDocument(target)) {
    // Nobody's there: not the field's either, in which Alt+Enter would be Enter.
    event.preventDefault();
    event.stopPropagation();
    if (isStep(action.id)) stepIn(target, action.id, own);
    return;
  }
  // A question wants its answer first.
  if (document.querySelector('.dialog') !== null) return;
  event.preventDefault();
  if (isPossible(action, studio)) action.run(studio);
}

/** Undo that Chromium was asked for by another way than the keys: it would take it from wherever it likes. */
function edit(event: InputEvent, studio: Studio, own: OwnUndo): void {
  const way = { historyUndo: 'undo', historyRedo: 'redo' }[event.inputType] as Step | undefined;
  if (way === undefined) {
    if (!event.isComposing) own.begin(event);
    return;
  }
  event.preventDefault();
  const { activeElement } = document;
  const action = actionById(way);
  if (!isOfDocument(activeElement)) stepIn(activeElement, way, own);
  else if (action !== undefined && isPossible(action, studio)) action.run(studio);
}

type Step = 'undo' | 'redo';

function isStep(id: string): id is Step {
  return id === 'undo' || id === 'redo';
}

/** In a field of its own its last step; elsewhere (a button of a dialog) nothing. */
function stepIn(target: Element | null, way: Step, own: OwnUndo): void {
  const field = textFieldAt(target);
  if (field !== undefined) own.step(field, way);
}

/** True where an element has said that it takes the keys of an action for itself, as a spreadsheet has. */
function isOwnKey(target: Element | null, { keys }: Action): boolean {
  const own = target?.closest<HTMLElement>('[data-own-keys]')?.dataset.ownKeys ?? '';
  return own.split(' ').some((key) => keys?.includes(key) === true);
}
