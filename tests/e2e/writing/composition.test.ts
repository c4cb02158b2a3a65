import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { compose } from '../harness/hands';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/** Composition with Chromium's own events in the real window: what a pinyin input method does. */
let home: TestHome;
let app: RunningApp;
let window: Page;
let keyboard: CDPSession;

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  window = app.window;
  keyboard = await window.context().newCDPSession(window);
  await window
    .getByRole('button', { name: /^打开样例/ })
    .first()
    .click();
  await box('课程目标 1').waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const box = (name: string) => window.getByRole('textbox', { name, exact: true });
const objectives = () =>
  window.getByRole('list', { name: '课程目标' }).getByRole('listitem').count();
const status = () => window.getByRole('status', { name: '保存状态' });

/** Shows pinyin under the cursor and leaves it there. */
async function startComposing(pinyin: string): Promise<void> {
  for (let length = 1; length <= pinyin.length; length += 1) {
    const text = pinyin.slice(0, length);
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: length,
      selectionEnd: length,
    });
  }
}

/** A key as Chromium delivers it while an input method has it. */
async function pressInComposition(key: string): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode: 229 };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

async function atTheEndOf(name: string): Promise<string> {
  await box(name).click();
  await window.keyboard.press('Control+End');
  return box(name).inputValue();
}

describe('composing in a field of a page', () => {
  it('is not disturbed by a pause, by undo or by Enter, and saves the characters, not the pinyin', async () => {
    const before = await atTheEndOf('课程目标 1');
    const count = await objectives();
    await startComposing('weihu');
    await window.waitForTimeout(900);
    await pressInComposition('Enter');
    expect(await box('课程目标 1').inputValue()).toBe(`${before}weihu`);
    expect(await objectives()).toBe(count);
    await keyboard.send('Input.insertText', { text: '维护' });
    expect(await box('课程目标 1').inputValue()).toBe(`${before}维护`);
    await expect.poll(() => status().textContent()).toMatch(/已保存|已写入/);
    await window.keyboard.press('Control+z');
    await expect.poll(() => box('课程目标 1').inputValue()).toBe(before);
  });

  it('takes a sentence composed piece by piece', async () => {
    const before = await atTheEndOf('课程目标 2');
    await compose(window, 'anzhao', '按照');
    await compose(window, 'guicheng', '规程');
    await compose(window, 'jiancha', '检查');
    expect(await box('课程目标 2').inputValue()).toBe(`${before}按照规程检查`);
  });

  it('leaves no pinyin behind when another field is clicked in the middle', async () => {
    const before = await atTheEndOf('课程目标 3');
    await startComposing('jiancha');
    await box('课程目标 4').click();
    await expect.poll(() => box('课程目标 3').inputValue()).toBe(before);
  });

  it('works in a new line, and a number field as well', async () => {
    await atTheEndOf('课程目标 4');
    await window.keyboard.press('Enter');
    await compose(window, 'neng', '能');
    expect(await box('课程目标 5').inputValue()).toBe('能');
    await window.keyboard.press('Backspace');
    await window.keyboard.press('Backspace');
    await box('基准学时').click();
    await startComposing('yibai');
    await pressInComposition('Enter');
    await keyboard.send('Input.imeSetComposition', {
      text: '',
      selectionStart: 0,
      selectionEnd: 0,
    });
    await window.keyboard.type('200');
    await window.keyboard.press('Tab');
    expect(await box('基准学时').inputValue()).toBe('200');
  });
});
