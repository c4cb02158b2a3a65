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

/** Opens the palette, types `words` and takes the first entry they find. */
export async function chooseCommand(window: Page, words: string): Promise<void> {
  const palette = window.getByRole('dialog', { name: '命令面板' });
  await window.keyboard.press('Control+k');
  await palette.waitFor();
  await window.keyboard.type(words);
  await window.getByRole('option').first().waitFor();
  await window.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
}
