import './jitless';
import { begun, type Begun } from './begin';
import { createRoot } from 'react-dom/client';
import { type Random, randomFromWords } from '@shared/core/kernel/random';
import { App } from './app/app';
import { createStudio } from './app/create-studio';
import { connectShell } from './app/connect-shell';
import { createElectronPlatform } from './platform/electron-platform';
import type { Platform } from './platform/platform';
import { keepChecking } from './features/checks/keep-checking';
import { startChecksWorker } from './features/checks/start-checks-worker';
import { StudioContext } from './state/studio';
import { startDraftsWorker } from './storage/start-drafts-worker';
import { createWorkerDrafts } from './storage/worker-drafts';
import { keepTour, keepWindowState } from './storage/window-state';
import type { After } from './storage/lane';

const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

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

/** The shell as a port; what was asked at the very beginning is not asked twice. */
function platformOf({ bridge, info, listen }: Begun): Platform {
  let first: typeof info | null = info;
  return createElectronPlatform({
    ...bridge,
    'app:info': () => {
      const answer = first ?? bridge['app:info']();
      first = null;
      return answer;
    },
    onShellEvent: (listener) => {
      listen(listener);
      return () => {
        listen(() => undefined);
      };
    },
  });
}

/** The worker that was started at the very beginning, then others in its place. */
function workersAfter(started: Worker): () => Worker {
  let first: Worker | null = started;
  return () => {
    const worker = first ?? startDraftsWorker();
    first = null;
    return worker;
  };
}

/** How long the window waits for the file it was started with before it is drawn without it, in milliseconds. */
const patience = 300;

function start(root: HTMLElement): void {
  if (begun === undefined) {
    root.textContent = '请从工学课坊的图标打开，这个页面不能单独使用。';
    return;
  }
  const { drafts, windowRows } = createWorkerDrafts(workersAfter(begun.draftsWorker), after);
  const studio = createStudio({
    platform: platformOf(begun),
    drafts,
    random: systemRandom(),
    clock: () => new Date().toISOString(),
    after,
  });
  keepWindowState(studio.view, windowRows, after);
  keepTour(studio.view, windowRows);
  const connected = connectShell(studio);
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
