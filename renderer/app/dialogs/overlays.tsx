import { useStore } from 'zustand';
import { useStudio, useView } from '../../state/studio';
import { keyGroups } from '../actions/index';
import { BaselineDialog } from '../../features/export/baseline-dialog';
import { KeysDialog } from '../../features/help/keys-dialog';
import { CreateDialog } from '../../features/start/create-dialog';
import { AboutDialog } from './about-dialog';
import { AppExportDialog } from './app-export-dialog';
import { AppPalette } from './app-palette';
import { DeleteDialog } from './delete-dialog';
import { TwoHeadsDialog, UnwrittenDialog } from './opening-dialogs';

/** The one thing that floats above the window, if any. */
export function Overlays() {
  const { view, opener } = useStudio();
  const overlay = useView((state) => state.overlay);
  const twoHeads = useStore(opener.store, (state) => state.twoHeads);
  const unwritten = useStore(opener.store, (state) => state.unwritten);
  const close = () => {
    view.getState().setOverlay(null);
  };
  if (twoHeads !== null) return <TwoHeadsDialog heads={twoHeads} />;
  if (unwritten !== null) return <UnwrittenDialog write={unwritten} />;
  switch (overlay?.kind) {
    case undefined:
      return null;
    case 'palette':
      return <AppPalette onClose={close} />;
    case 'export':
      return <AppExportDialog onClose={close} />;
    case 'baseline':
      return (
        <BaselineDialog
          onClose={close}
          onKept={() => {
            close();
            view.getState().show({ kind: 'kept' });
          }}
        />
      );
    case 'create':
      return <CreateDialog onClose={close} />;
    case 'keys':
      return <KeysDialog groups={keyGroups()} onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'delete':
      return <DeleteDialog ids={overlay.ids} onClose={close} />;
  }
}
