import type { CDPSession, Page } from 'playwright-core';
import type { Random } from '@shared/core/kernel/random';

/** Words as pinyin input methods give them. */
const composed = [
  ['jiancha', '检查'],
  ['guicheng', '规程'],
  ['jilu', '记录'],
  ['anquan', '安全'],
  ['zhuanye', '专业'],
  ['weihu', '维护'],
] as const;
const letters = '0123456789ABCDEFGHKLMNPRSTUVWXYZ';

/** What is on the clipboard of the machine while the hand types. */
export const pasted = '按厂家手册逐项核对并签字';

/** Texts shorter than this are not made shorter: an empty line would be taken out as a whole. */
const shortest = 40;
/** A text longer than this is begun anew, by typing over all of it. */
const longest = 600;

/**
 * A hand that types without a pause in the field that has the focus: letters, composed words, paste, Delete and
 * Backspace held down, keys 60 to 240 ms apart. The events are Chromium's own.
 */
export class ContinuousHand {
  readonly #page: Page;
  readonly #keyboard: CDPSession;
  readonly #random: Random;
  #stopped = false;
  #inFlight = '';
  #strokes = 0;

  private constructor(page: Page, keyboard: CDPSession, random: Random) {
    this.#page = page;
    this.#keyboard = keyboard;
    this.#random = random;
  }

  static async over(page: Page, random: Random): Promise<ContinuousHand> {
    return new ContinuousHand(page, await page.context().newCDPSession(page), random);
  }

  /** What it is just putting in; '' while it takes out. */
  get inFlight(): string {
    return this.#inFlight;
  }

  get strokes(): number {
    return this.#strokes;
  }

  /** Ends before the next stroke. */
  stop(): void {
    this.#stopped = true;
  }

  /** Types until it is stopped or the window is gone; `lengthOf` tells how long the text in the field is. */
  async type(lengthOf: () => number): Promise<void> {
    try {
      while (!this.#stopped) await this.#word(lengthOf());
    } catch (cause) {
      if (!this.#stopped) throw cause;
    }
  }

  async #word(length: number): Promise<void> {
    if (length > longest) await this.#key('a', ['selectAll']);
    const kind = this.#random.below(10);
    if (kind < 4) return this.#letters(3 + this.#random.below(12));
    if (kind < 7) return this.#compose();
    if (kind < 8 || length < shortest) return this.#paste();
    return this.#hold(kind === 8 ? 'Backspace' : 'Delete', Math.min(12, length - shortest + 1));
  }

  async #letters(count: number): Promise<void> {
    for (let typed = 0; typed < count && !this.#stopped; typed += 1) {
      const letter = letters[this.#random.below(letters.length)] ?? '0';
      this.#inFlight = letter;
      await this.#keyboard.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key: letter,
        text: letter,
      });
      await this.#keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
      await this.#rest();
    }
  }

  async #compose(): Promise<void> {
    const [pinyin, word] = composed[this.#random.below(composed.length)] ?? composed[0];
    for (let length = 1; length <= pinyin.length && !this.#stopped; length += 1) {
      this.#inFlight = '';
      const [selectionStart, selectionEnd] = [length, length];
      const text = pinyin.slice(0, length);
      await this.#keyboard.send('Input.imeSetComposition', { text, selectionStart, selectionEnd });
      await this.#rest();
    }
    // Stopped or not: half a word is left to nobody.
    this.#inFlight = word;
    await this.#keyboard.send('Input.insertText', { text: word });
    await this.#rest();
  }

  async #paste(): Promise<void> {
    this.#inFlight = pasted;
    await this.#page.keyboard.press('Control+v');
    await this.#rest();
  }

  /** Holds a key down as long as it takes out `count` letters; Delete from a place within the text. */
  async #hold(key: 'Backspace' | 'Delete', count: number): Promise<void> {
    this.#inFlight = '';
    if (key === 'Delete')
      for (let step = 0; step < count; step += 1) await this.#page.keyboard.press('ArrowLeft');
    const code = key === 'Delete' ? 46 : 8;
    const event = { key, code: key, windowsVirtualKeyCode: code, nativeVirtualKeyCode: code };
    for (let step = 0; step < count && !this.#stopped; step += 1) {
      const autoRepeat = step > 0;
      await this.#keyboard.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        autoRepeat,
        ...event,
      });
      await this.#pause(40);
      this.#strokes += 1;
    }
    await this.#keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    await this.#page.keyboard.press('Control+End');
  }

  async #key(key: string, commands: string[]): Promise<void> {
    await this.#keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, commands });
    await this.#keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  }

  async #rest(): Promise<void> {
    this.#strokes += 1;
    await this.#pause(60 + this.#random.below(181));
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
  }
}
