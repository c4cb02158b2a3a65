import { useEffect } from 'react';
import { useStudio } from '../state/studio';
import { isComposing } from '../ui/composition';
import { actionFor } from './actions/index';
import { type Action, isPossible } from './actions/action';
import { noteRegion } from './regions';

/** Left to the field itself while a question is open or in a field that has an undo of its own. */
const ownUndo = ['undo', 'redo'];

/**
 * The keys of the window. None fires while an input method composes, nor at the key press that ends a
 * composition: some input methods send it after `compositionend`.
 */
export function useShortcuts(): void {
  const studio = useStudio();
  useEffect(() => {
    let composing = false;
    const starts = () => {
      composing = true;
    };
    const ends = () => {
      setTimeout(() => {
        composing = false;
      });
    };
    const pressed = (event: KeyboardEvent) => {
      if (composing || isComposing(event)) return;
      const action = actionFor(event);
      if (action === undefined) return;
      const target = event.target as Element | null;
      if (isOwnKey(target, action) || hasOwnUndo(target, action)) return;
      // A question wants its answer first.
      if (document.querySelector('.dialog') !== null) return;
      event.preventDefault();
      if (isPossible(action, studio)) action.run(studio);
    };
    window.addEventListener('compositionstart', starts, true);
    window.addEventListener('compositionend', ends, true);
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('focusin', noteRegion);
    return () => {
      window.removeEventListener('compositionstart', starts, true);
      window.removeEventListener('compositionend', ends, true);
      window.removeEventListener('keydown', pressed, true);
      window.removeEventListener('focusin', noteRegion);
    };
  }, [studio]);
}

function hasOwnUndo(target: Element | null, { id }: Action): boolean {
  return ownUndo.includes(id) && (target?.closest('[data-native-undo], .dialog') ?? null) !== null;
}

/** True where an element has said that it takes the keys of an action for itself, as a spreadsheet has. */
function isOwnKey(target: Element | null, { keys }: Action): boolean {
  const own = target?.closest<HTMLElement>('[data-own-keys]')?.dataset.ownKeys ?? '';
  return own.split(' ').some((key) => keys?.includes(key) === true);
}
