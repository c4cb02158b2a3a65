/** What a hand does to get somewhere in the window, for pictures and for tests. */

export const goBack = ({ window }) => window.getByRole('button', { name: '← 回去' }).click();

export const escape = async ({ window }) => {
  await window.keyboard.press('Escape');
  await window.locator('.dialog').waitFor({ state: 'detached' });
};

/** Waits for a bar above the page that says something. */
export const bar = (window, words) =>
  window.locator('.bar').filter({ hasText: words }).waitFor({ timeout: 30_000 });

/** Runs a command of the palette, or goes to a place, by its words. */
export async function command(window, words) {
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog', { name: '命令面板' }).waitFor();
  await window.keyboard.type(words);
  await window.getByRole('option').first().waitFor();
  await window.keyboard.press('Enter');
  await window.getByRole('dialog', { name: '命令面板' }).waitFor({ state: 'detached' });
}

export async function showPage(window, words, title) {
  await command(window, words);
  await window.getByRole('heading', { name: title, level: 1 }).waitFor();
}
