import { CSPProvider } from '@base-ui/react/csp-provider';
import { BackupsPage } from '../features/backups/backups-page';
import { SettingsPage } from '../features/settings/settings-page';
import { StartScreen } from '../features/start/start-screen';
import { MessageBar } from '../features/status/message-bar';
import { ProblemBar } from '../features/status/problem-bar';
import { StatusBar } from '../features/status/status-bar';
import { useDocument, useView } from '../state/studio';
import { Overlays } from './dialogs/overlays';
import { TitleBar } from './title-bar';
import { useShortcuts } from './use-shortcuts';
import { Workspace } from './workspace';

/** The window: title bar, what is worked on, status; one thing floats above it at a time. */
export function App() {
  useShortcuts();
  return (
    // Base UI would put <style> elements into the page, which the content security policy ignores.
    <CSPProvider disableStyleElements>
      <div className="window">
        <TitleBar />
        <ProblemBar />
        <Middle />
        <StatusBar />
        <MessageBar />
        <Overlays />
      </div>
    </CSPProvider>
  );
}

function Middle() {
  const page = useView((state) => state.page);
  const open = useDocument((state) => state.session !== null);
  if (page.kind === 'backups') return <BackupsPage />;
  if (page.kind === 'settings') return <SettingsPage />;
  return open ? <Workspace /> : <StartScreen />;
}
