import { BrowserWindow, type WebPreferences } from 'electron';
import { appOrigin } from '@shared/platform/platform';
import { seeItDrawn } from './drawn-page';
import { unusedByThePage } from '../security/offline';

/** Electron security checklist, items 2–8. */
const webPreferences: WebPreferences = Object.freeze({
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  disableBlinkFeatures: unusedByThePage,
  // Typing must be saved even while the window is covered.
  backgroundThrottling: false,
});

/** Makes the one window: 1366 × 768 is the screen many schools have. */
export function makeMainWindow({
  preload,
  isPackaged,
}: {
  readonly preload: string;
  readonly isPackaged: boolean;
}): BrowserWindow {
  const window = new BrowserWindow({
    title: '工学课坊',
    width: 1366,
    height: 768,
    minWidth: 683,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f4f3ef',
    webPreferences: { ...webPreferences, preload, devTools: !isPackaged },
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  showOnce(window);
  return window;
}

/**
 * Shown with its first picture, and at the latest when its page is there: a page that is drawn while nobody
 * sees it now and then never gets its first picture (about one start in fifty with Electron 33 and no
 * graphics card), and Electron would wait for it for ever.
 */
function showOnce(window: BrowserWindow): void {
  let isShown = false;
  const show = () => {
    if (isShown) return;
    isShown = true;
    window.show();
    seeItDrawn(window);
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', show);
}

/** Loads the app into the window; again after its process was lost. */
export async function loadApp(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${appOrigin}/index.html`);
}
