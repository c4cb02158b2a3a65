import '@shared/core/kernel/jitless';
import { begun } from './begin';
import { createRoot } from 'react-dom/client';
import { type Random, randomFromWords } from '@shared/core/kernel/random';
import { App } from './app/app';
import { createStudio } from './app/create-studio';
import { connectShell } from './app/connect-shell';
import { keepChecking } from './features/checks/keep-checking';
import { startChecksWorker } from './features/checks/start-checks-worker';
import { StudioContext } from './state/studio';
import { after } from './storage/after';
import { keepTour, keepWindowState } from './storage/window-state';

function systemRandom(): Random {
  const words = new Uint32Array(256);
  let next = words.length;
  return randomFromWords(() => {
    if (next >= words.length) {
      crypto.getRandomValues(words);
      next = 0;
    }
    const word = words[next] ?? 0;
    next += 1;
    return word;
  });
}

/** How long the window waits for the file it was started with before it is drawn without it, in milliseconds. */
const patience = 300;

function start(root: HTMLElement): void {
  if ('problem' in begun) {
    root.textContent = begun.problem;
    return;
  }
  const { platform, drafts, windowRows, first } = begun;
  const studio = createStudio({
    platform,
    drafts,
    random: systemRandom(),
    clock: () => new Date().toISOString(),
    after,
  });
  keepWindowState(studio.view, windowRows, after);
  keepTour(studio.view, windowRows);
  const connected = connectShell(studio, first);
  keepChecking({ ...studio, start: startChecksWorker, after });
  const waitedLong = new Promise<void>((resolve) => {
    after(patience, resolve);
  });
  // A small file is there before an empty window would be: drawing that first kept its page waiting.
  void Promise.race([connected, waitedLong]).finally(() => {
    createRoot(root).render(
      <StudioContext value={studio}>
        <App />
      </StudioContext>,
    );
  });
}

const root = document.getElementById('root');
if (root !== null) start(root);
