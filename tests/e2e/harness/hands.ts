import type { ElectronApplication, Page } from 'playwright-core';

/** The next open dialog answers with these paths (none: cancelled). */
export async function answerOpenDialog(
  electron: ElectronApplication,
  filePaths: readonly string[],
): Promise<void> {
  await electron.evaluate(({ dialog }, paths) => {
    const answer = { canceled: paths.length === 0, filePaths: [...paths] };
    dialog.showOpenDialog = () => Promise.resolve(answer);
  }, filePaths);
}

/** The next save dialog answers with this path (null: cancelled). */
export async function answerSaveDialog(
  electron: ElectronApplication,
  filePath: string | null,
): Promise<void> {
  await electron.evaluate(({ dialog }, path) => {
    const answer = { canceled: path === null, filePath: path ?? '' };
    dialog.showSaveDialog = () => Promise.resolve(answer);
  }, filePath);
}

/**
 * Composes like an input method does: shows each prefix of the pinyin, then commits the characters.
 * The events are Chromium's own (a development-tools session), not simulated ones.
 */
export async function compose(window: Page, pinyin: string, committed: string): Promise<void> {
  const session = await window.context().newCDPSession(window);
  for (let length = 1; length <= pinyin.length; length += 1) {
    await session.send('Input.imeSetComposition', {
      text: pinyin.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  }
  await session.send('Input.insertText', { text: committed });
  await session.detach();
}
