import type { Page } from 'playwright-core';

/** Chinese letters, as they come from an input method that has been through with them. */
type Words = string;

/** What has the focus, by the name a screen reader says. */
export function focusedName(window: Page): Promise<string> {
  return window.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const labelled = element.getAttribute('aria-labelledby');
    const label = labelled === null ? null : document.getElementById(labelled)?.textContent;
    const own = (element as HTMLInputElement).labels?.[0]?.textContent;
    const name = element.getAttribute('aria-label') ?? label ?? own ?? element.textContent;
    return name.trim().slice(0, 120);
  });
}

/** A teacher without a mouse. */
export class Keyboard {
  constructor(private readonly window: Page) {}

  press(key: string): Promise<void> {
    return this.window.keyboard.press(key);
  }

  write(words: Words): Promise<void> {
    return this.window.keyboard.insertText(words);
  }

  /** Goes on with Tab (or back with Shift+Tab) until something of that name has the focus. */
  async to(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    const isThere = (found: string) =>
      typeof name === 'string' ? found === name : name.test(found);
    for (let count = 0; count < 400; count += 1) {
      const found = await focusedName(this.window);
      if (isThere(found)) return;
      passed.push(found);
      await this.press(key);
    }
    throw new Error(`${key} never came to ${String(name)}; it passed ${passed.join(' | ')}`);
  }

  /** Waits until something of that name has got the focus by itself. */
  async arrives(name: string | RegExp): Promise<void> {
    for (let count = 0; count < 400; count += 1) {
      const found = await focusedName(this.window);
      if (typeof name === 'string' ? found === name : name.test(found)) return;
      await this.window.waitForTimeout(25);
    }
    const found = await focusedName(this.window);
    throw new Error(`The focus is on “${found}”, not on ${String(name)}.`);
  }

  /** Runs a command of the palette, or goes to a page by its name; ↓ where it is not the first found. */
  async command(words: Words, title: string): Promise<void> {
    await this.press('Control+k');
    await this.arrives('查命令、课程、任务');
    await this.write(words);
    const options = this.window.getByRole('option').filter({ hasText: title });
    await options.first().waitFor();
    const chosen = this.window.getByRole('option', { selected: true });
    for (let row = 0; row < 40; row += 1) {
      if ((await chosen.textContent())?.startsWith(title) === true) break;
      await this.press('ArrowDown');
    }
    await this.press('Enter');
    await this.window.locator('.palette').waitFor({ state: 'detached' });
  }

  /** Goes to a field, writes in it and leaves it. */
  async fill(name: string | RegExp, words: Words): Promise<void> {
    await this.to(name);
    await this.write(words);
  }

  /** Goes to the button for a first line and writes line after line, as in a word processor. */
  async lines(noun: string, lines: readonly string[]): Promise<void> {
    await this.to(`添加${noun}`);
    await this.press('Enter');
    for (const [index, line] of lines.entries()) {
      await this.arrives(`${noun} ${String(index + 1)}`);
      await this.write(line);
      if (index < lines.length - 1) await this.press('Enter');
    }
  }
}
