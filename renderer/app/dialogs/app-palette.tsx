import { useMemo } from 'react';
import { Palette } from '../../features/palette/palette';
import { type PaletteEntry, placesOf } from '../../features/palette/palette-entries';
import { useStudio } from '../../state/studio';
import { isPossible } from '../actions/action';
import { actions, shownKeys } from '../actions/index';

/** The palette over everything the window can do and every place it can go to. */
export function AppPalette({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  const entries = useMemo(() => {
    const places = placesOf(studio.document.getState().project, (id) => {
      studio.view.getState().select({ record: id });
    });
    const commands = actions
      .filter((action) => action.id !== 'palette' && isPossible(action, studio))
      .map((action): PaletteEntry => ({
        id: action.id,
        group: '做什么',
        title: action.title,
        note: '',
        keys: shownKeys(action),
        words: action.words ?? '',
        run: () => {
          action.run(studio);
        },
      }));
    return [...places, ...commands];
  }, [studio]);
  return <Palette entries={entries} onClose={onClose} />;
}
