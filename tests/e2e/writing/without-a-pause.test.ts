import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { seededRandom } from '@shared/core/kernel/random';
import { compose } from '../harness/hands';
import { journalEntries } from '../harness/journal';
import { Keyboard } from '../harness/keyboard';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { type Seen, watchWords } from '../harness/watch-words';

/** Somebody who types on and on: what is on the disk, and what the window says about it meanwhile. */
let home: TestHome;
let app: RunningApp;
let window: Page;

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  window = app.window;
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
const status = () => window.getByRole('status', { name: '保存状态' });
const words = /已保存|已写入/u;
const random = seededRandom(20261130);
const signs = Array.from('能按规程完成检查并如实记录交付客户说明注意事项');
const sign = () => signs[random.below(signs.length)] ?? '能';
const nextKey = () => window.waitForTimeout(60 + random.below(180));

async function atTheEndOf(name: string): Promise<void> {
  await box(name).click();
  await window.keyboard.press('Control+End');
  await expect.poll(() => status().textContent()).toMatch(words);
}

async function typeFor(milliseconds: number, strike: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    await strike();
    await nextKey();
  }
}

/** The moments at which the words stood beside a text the journal did not have then. */
async function falseWords(seen: readonly Seen[]): Promise<readonly Seen[]> {
  const entries = await journalEntries(home);
  const since = new Map<string, number>();
  for (const { at, texts } of entries)
    for (const text of texts) since.set(text, Math.min(at, since.get(text) ?? at));
  const begun = seen[0]?.text ?? '';
  return seen.filter(
    ({ at, status: shown, text }) =>
      words.test(shown) && text !== begun && (since.get(text) ?? Number.POSITIVE_INFINITY) > at,
  );
}

describe('typing without a pause', () => {
  it('is in the journal while one types on, all but the last second, and nothing is called saved', async () => {
    await atTheEndOf('课程目标 1');
    const stop = await watchWords(window);
    await typeFor(20_000, () => window.keyboard.insertText(sign()));
    const now = Date.now();
    const held = new Set((await journalEntries(home)).flatMap(({ texts }) => texts));
    const { seen, typed, stall } = await stop();
    const newest = typed.findLast(({ text }) => held.has(text));
    const waiting = typed.filter(({ at }) => at > (newest?.at ?? 0));
    expect(typed.length).toBeGreaterThan(40);
    expect(now - (waiting[0]?.at ?? now)).toBeLessThanOrEqual(1_000 + stall);
    expect(await falseWords(seen)).toEqual([]);
    const during = seen.filter(({ at }) => at > (typed[0]?.at ?? 0));
    expect(during.filter(({ status: shown }) => words.test(shown)).length).toBeLessThan(
      during.length / 2,
    );
  });

  it('as letters, composed words, pasted text and with Delete held down never shows the words beside unsaved text', async () => {
    await atTheEndOf('课程目标 2');
    const stop = await watchWords(window);
    await typeFor(3_000, () => window.keyboard.insertText(sign()));
    await typeFor(3_000, () => compose(window, 'jiancha', '检查'));
    await typeFor(1_000, () => window.keyboard.insertText('并按规程如实记录检查结果，'.repeat(3)));
    for (let count = 0; count < 60; count += 1) await window.keyboard.down('Backspace');
    await window.keyboard.up('Backspace');
    await typeFor(1_500, () => window.keyboard.insertText(sign()));
    await expect.poll(() => status().textContent()).toMatch(words);
    const { seen, typed } = await stop();
    expect(typed.length).toBeGreaterThan(60);
    expect(await falseWords(seen)).toEqual([]);
    const last = await box('课程目标 2').inputValue();
    expect((await journalEntries(home)).at(-1)?.texts).toContain(last);
  });

  it('a composition that is still going on is being written, however long it takes', async () => {
    await atTheEndOf('课程目标 3');
    const keyboard = await window.context().newCDPSession(window);
    const text = 'weihu';
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: 5, selectionEnd: 5 });
    await window.waitForTimeout(1_500);
    expect(await status().textContent()).toBe('正在写');
    await keyboard.send('Input.insertText', { text: '维护' });
    await expect.poll(() => status().textContent()).toMatch(words);
    expect((await journalEntries(home)).at(-1)?.texts.join('\n')).toMatch(/维护$/mu);
  });
});

describe('half a number', () => {
  it('is being written until it is whole, and is saved as soon as the field is left', async () => {
    const field = box('基准学时');
    await field.click();
    await window.keyboard.type('1');
    expect(await status().textContent()).toBe('正在写');
    await window.keyboard.type('96');
    await window.keyboard.press('Tab');
    await expect.poll(() => status().textContent()).toMatch(words);
    expect(await field.inputValue()).toBe('196');
  });

  it('that cannot be read is not called saved while it stands there', async () => {
    const field = box('基准学时');
    await field.click();
    await window.keyboard.type('三十');
    await window.keyboard.press('Tab');
    await expect.poll(() => status().textContent()).toBe('有一处没有收下');
    await field.click();
    await window.keyboard.type('180');
    await window.keyboard.press('Enter');
    await expect.poll(() => status().textContent()).toMatch(words);
  });
});

describe('a name written in the outline and words of a question', () => {
  it('are being written while they stand there; Esc puts the old name back', async () => {
    const row = window.locator('.outline-row[data-kind=course]').first();
    const before = await row.locator('.outline-name').textContent();
    await row.click();
    await window.keyboard.press('Control+1');
    await window.keyboard.press('F2');
    const stop = await watchWords(window);
    await typeFor(2_500, () => window.keyboard.insertText(sign()));
    const { seen, typed } = await stop();
    const held = new Set((await journalEntries(home)).flatMap(({ texts }) => texts));
    expect(typed.some(({ text }) => held.has(text))).toBe(true);
    expect(await falseWords(seen)).toEqual([]);
    await window.keyboard.press('Escape');
    await expect.poll(() => row.locator('.outline-name').textContent()).toBe(before);
    await expect.poll(() => status().textContent()).toMatch(words);
  });

  it('the note of a 送审稿 keeps the words away until it is kept or given up', async () => {
    await new Keyboard(window).command('>dinggao', '存为讨论稿');
    await window.getByRole('textbox', { name: '说明' }).fill('按意见改过');
    await expect.poll(() => status().textContent()).toBe('正在写');
    await window.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => status().textContent()).toMatch(words);
  });
});

describe('a window that is hidden', () => {
  it('has handed over what was typed in the last moment', async () => {
    await atTheEndOf('课程目标 4');
    await window.keyboard.insertText('隐藏之前');
    // Nobody waits for a rest: the page is told that it is hidden, as when the lid is closed.
    await window.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'visibilityState');
    });
    await expect
      .poll(async () => (await journalEntries(home)).at(-1)?.texts.join('\n') ?? '')
      .toMatch(/隐藏之前/u);
  });
});
