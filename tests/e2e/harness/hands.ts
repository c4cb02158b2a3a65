import type { Page } from 'playwright-core';

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
