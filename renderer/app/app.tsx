import { useStore } from 'zustand';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { BackupsPage } from '../features/backups/backups-page';
import { WrittenPill } from '../features/checks/written-pill';
import { HelpPage } from '../features/help/help-page';
import { KeptPage } from '../features/kept/kept-page';
import { SettingsPage } from '../features/settings/settings-page';
import { StartScreen } from '../features/start/start-screen';
import { MessageBar } from '../features/status/message-bar';
import { ProblemBar } from '../features/status/problem-bar';
import { StatusBar } from '../features/status/status-bar';
import { TourBar } from '../features/tour/tour-bar';
import { useDocument, useStudio, useView } from '../state/studio';
import { isPossible } from './actions/action';
import { openTour } from './actions/help-actions';
import { actionById, keyGroups } from './actions/index';
import type { HelpTopic } from '../state/view-store';
import { Overlays } from './dialogs/overlays';
import { TitleBar } from './title-bar';
import { useKeptFocus } from './use-kept-focus';
import { useShortcuts } from './use-shortcuts';
import { WindowMenu } from './window-menu';
import { useZoomWheel, ZoomMenu } from './zoom-menu';
import { Workspace } from './workspace';

/** The window: title bar, what is worked on, status; one thing floats above it at a time. */
export function App() {
  useShortcuts();
  useKeptFocus();
  useZoomWheel();
  return (
    // Base UI would put <style> elements into the page, which the content security policy ignores.
    <CSPProvider disableStyleElements>
      <WindowMenu>
        <div className="window">
          <TitleBar />
          <ProblemBar />
          <Tour />
          <Middle />
          <StatusBar>
            <WindowPills />
          </StatusBar>
          <MessageBar />
          <Overlays />
        </div>
      </WindowMenu>
    </CSPProvider>
  );
}

/** How far the project is written, and how large the window is drawn. */
function WindowPills() {
  const open = useDocument((state) => state.session !== null);
  return (
    <>
      {open ? <WrittenPill /> : null}
      <ZoomMenu />
    </>
  );
}

function Middle() {
  const { opener } = useStudio();
  const page = useView((state) => state.page);
  const open = useDocument((state) => state.session !== null);
  const starting = useStore(opener.store, (state) => state.starting);
  if (page.kind === 'backups') return <BackupsPage />;
  if (page.kind === 'kept') return <Kept />;
  if (page.kind === 'settings') return <SettingsPage />;
  if (page.kind === 'help') return <Help topic={page.topic} />;
  if (open) return <Workspace />;
  return starting ? <main className="start" id="region-page" aria-busy="true" /> : <StartScreen />;
}

/** What is kept, with the way to keep more. */
function Kept() {
  const { view } = useStudio();
  return (
    <KeptPage
      onFreeze={() => {
        view.getState().setOverlay({ kind: 'baseline' });
      }}
    />
  );
}

/** The help, with the keys as the registry of actions has them. */
function Help({ topic }: { readonly topic: HelpTopic }) {
  const studio = useStudio();
  const begin = () => {
    studio.view.getState().goBack();
    openTour(studio);
  };
  return <HelpPage topic={topic} keyGroups={keyGroups()} onTour={begin} />;
}

/** The first-hour tour, led by the actions of the window. */
function Tour() {
  const studio = useStudio();
  return (
    <TourBar
      run={(id) => actionById(id)?.run(studio)}
      isPossible={(id) => {
        const action = actionById(id);
        return action !== undefined && isPossible(action, studio);
      }}
    />
  );
}
