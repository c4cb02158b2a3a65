import type { BrowserWindow } from 'electron';

/** How long the page may take for one picture before it is helped along, in milliseconds. */
const patienceMilliseconds = 1_500;
const mostNudges = 5;

/** Answered with the next picture of the page. */
const nextPicture = 'new Promise((drawn) => { requestAnimationFrame(() => { drawn(true); }); })';

/**
 * Sees to it that a window that has come up is drawn. Without a graphics card (Electron 33, a busy machine)
 * it happens now and then that the page is there and no picture of it ever comes; a window that changes
 * its size asks for one anew. Looked at after the start, so that it costs the start nothing.
 */
export function seeItDrawn(window: BrowserWindow): void {
  let left = mostNudges;
  const look = () => {
    if (left === 0 || !canBeSeen(window)) return;
    left -= 1;
    let isDrawn = false;
    window.webContents.executeJavaScript(nextPicture).then(
      () => {
        isDrawn = true;
      },
      // A page that is gone is looked after elsewhere, and comes back with a look of its own.
      () => {
        isDrawn = true;
      },
    );
    setTimeout(() => {
      if (isDrawn || !canBeSeen(window)) return;
      nudge(window);
      look();
    }, patienceMilliseconds);
  };
  setTimeout(look, patienceMilliseconds);
}

function canBeSeen(window: BrowserWindow): boolean {
  return !window.isDestroyed() && window.isVisible() && !window.isMinimized();
}

function nudge(window: BrowserWindow): void {
  window.webContents.invalidate();
  // A size of its own would take the window out of the full screen.
  if (window.isMaximized() || window.isFullScreen()) return;
  const [width = 0, height = 0] = window.getSize();
  window.setSize(width, height + 1);
  window.setSize(width, height);
}
