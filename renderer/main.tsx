import './jitless';
import { createRoot } from 'react-dom/client';
import { type Random, randomFromWords } from '@shared/core/kernel/random';
import { App } from './app/app';
import { createStudio } from './app/create-studio';
import { connectShell } from './app/connect-shell';
import { bridgeOf, createElectronPlatform } from './platform/electron-platform';
import { StudioContext } from './state/studio';
import { startDraftsWorker } from './storage/start-drafts-worker';
import { createWorkerDrafts } from './storage/worker-drafts';
import { keepTour, keepWindowState } from './storage/window-state';
import type { After } from './storage/lane';
import './styles/tokens.css';
import './styles/base.css';
import './styles/ui.css';
import './styles/frame.css';
import './styles/start.css';
import './styles/outline.css';
import './styles/panels.css';
import './styles/pages.css';
import './styles/course-table.css';
import './styles/paste.css';
import './styles/pages-forms.css';
import './styles/settings.css';
import './styles/help.css';

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

function start(root: HTMLElement): void {
  const bridge = bridgeOf(window);
  if (bridge === undefined) {
    root.textContent = '请从工学课坊的图标打开，这个页面不能单独使用。';
    return;
  }
  const { drafts, windowRows } = createWorkerDrafts(startDraftsWorker, after);
  const studio = createStudio({
    platform: createElectronPlatform(bridge),
    drafts,
    random: systemRandom(),
    clock: () => new Date().toISOString(),
    after,
  });
  keepWindowState(studio.view, windowRows, after);
  keepTour(studio.view, windowRows);
  createRoot(root).render(
    <StudioContext value={studio}>
      <App />
    </StudioContext>,
  );
  void connectShell(studio);
}

const root = document.getElementById('root');
if (root !== null) start(root);
