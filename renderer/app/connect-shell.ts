import type { Settings } from '@shared/ipc/contract';
import type { FirstAnswers } from '../begin';
import { brokenWords } from '../state/broken-words';
import type { PendingEdits } from '../state/pending-edits';
import type { Studio } from '../state/studio';

/** Listens to the shell and takes what it was asked first: settings, version, the file the app was started with. */
export async function connectShell(studio: Studio, first: FirstAnswers): Promise<void> {
  const { opener } = studio;
  // Whether there is a file to open is soon known; the start page is not drawn for that moment.
  opener.store.setState({ starting: true });
  try {
    await begin(studio, first);
  } catch (error) {
    const text = brokenWords(error);
    studio.messages.getState().say({ tone: 'refusal', text, at: null, action: null });
  } finally {
    opener.store.setState({ starting: false });
  }
}

async function begin(studio: Studio, first: FirstAnswers): Promise<void> {
  const { platform, document, pending, opener, settings, messages } = studio;
  platform.onShellEvent((event) => {
    if (event.type === 'writeState') document.getState().noteWrite(event.session, event.write);
    else if (event.type === 'openRequest') void opener.open(event.handle);
    else if (event.type === 'notice') {
      messages.getState().say({ tone: event.tone, text: event.message, at: null, action: null });
    } else if (event.type === 'backups') {
      document.getState().noteProblem('backups', event.message === '' ? null : event.message);
    } else void leave(studio);
  });
  settings.subscribe((state) => {
    showTheme(state.settings);
  });
  takeAlongWhenHidden(pending);
  const info = await first.info;
  if (!info.ok) {
    const { message } = info.failure;
    messages.getState().say({ tone: 'refusal', text: message, at: null, action: null });
    return;
  }
  const { version, platform: platformName, testRuntime, openAtStart } = info.value;
  settings.getState().take({ version, platformName, testRuntime, settings: info.value.settings });
  if (openAtStart !== null) await opener.take(first.opened);
}

/** What was typed in the last moment goes to the journal before nobody may come back to it. */
function takeAlongWhenHidden(pending: PendingEdits): void {
  const commit = () => {
    pending.commitAll();
  };
  globalThis.addEventListener('pagehide', commit);
  globalThis.document.addEventListener('freeze', commit);
  globalThis.document.addEventListener('visibilitychange', () => {
    if (globalThis.document.visibilityState === 'hidden') commit();
  });
}

/** Everything typed goes to the journal; then the shell may close the window. */
async function leave({ platform, document, pending }: Studio): Promise<void> {
  pending.commitAll();
  await document.getState().flush();
  await platform['app:readyToClose']();
}

function showTheme({ theme }: Settings): void {
  const { dataset } = globalThis.document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}
