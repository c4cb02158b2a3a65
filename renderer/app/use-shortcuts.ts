import { useEffect } from 'react';
import { useStudio } from '../state/studio';
import { isComposing } from '../ui/composition';
import { actionFor } from './actions/index';
import { isPossible } from './actions/action';

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
      const own = target?.closest('[data-native-undo], .dialog') ?? null;
      if (ownUndo.includes(action.id) && own !== null) {
        return;
      }
      // A question wants its answer first.
      if (document.querySelector('.dialog') !== null) return;
      event.preventDefault();
      if (isPossible(action, studio)) action.run(studio);
    };
    window.addEventListener('compositionstart', starts, true);
    window.addEventListener('compositionend', ends, true);
    window.addEventListener('keydown', pressed, true);
    return () => {
      window.removeEventListener('compositionstart', starts, true);
      window.removeEventListener('compositionend', ends, true);
      window.removeEventListener('keydown', pressed, true);
    };
  }, [studio]);
}
