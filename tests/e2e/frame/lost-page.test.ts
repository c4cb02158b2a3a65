import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { journalEntries } from '../harness/journal';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/**
 * The process of the page is killed, as the system does when memory runs out. The test driver holds on to that process:
 * from the first loss on, everything is asked of the shell, which is what is left.
 */
let home: TestHome;
let app: RunningApp;

beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  await app.window
    .getByRole('button', { name: /^打开样例/ })
    .first()
    .click();
  await app.window.getByRole('textbox', { name: '课程目标 1', exact: true }).waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

interface Noted {
  gxAsked: string[];
  gxLoads: number;
  gxAnswer: ((response: number) => void) | null;
}

/** In the shell: notes every question of the system's own, leaves it standing, and counts how often the page came. */
const takeNotes = () =>
  app.electron.evaluate(({ dialog, BrowserWindow }) => {
    const noted: Noted = { gxAsked: [], gxLoads: 0, gxAnswer: null };
    Object.assign(globalThis, noted);
    const scope = globalThis as unknown as Noted;
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      scope.gxAsked.push(JSON.stringify(args.at(-1)));
      return new Promise((resolve) => {
        scope.gxAnswer = (response) => {
          resolve({ response, checkboxChecked: false });
        };
      });
    };
    BrowserWindow.getAllWindows()[0]?.webContents.on('did-finish-load', () => {
      scope.gxLoads += 1;
    });
  });
const asked = () => app.electron.evaluate(() => (globalThis as unknown as Noted).gxAsked);
const loads = () => app.electron.evaluate(() => (globalThis as unknown as Noted).gxLoads);
const answer = (response: number) =>
  app.electron.evaluate((_, given) => {
    (globalThis as unknown as Noted).gxAnswer?.(given);
  }, response);

const pageProcess = () =>
  app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
const isLost = () =>
  app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed() ?? true,
  );

/** Runs in the page, asked by the shell; a page that is lost meanwhile answers nothing. */
const inPage = (code: string) =>
  app.electron.evaluate(
    ({ BrowserWindow }, run) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(run) as Promise<unknown>,
    code,
  );

const field = `document.querySelector('textarea[aria-label="课程目标 1"]')`;
const message = `document.querySelector('[aria-label="消息"]')?.textContent ?? ''`;

/** The cursor behind the last character; from now on the page notes how long it stood still at most. */
async function comeToField(): Promise<void> {
  await expect.poll(() => inPage(`${field} !== null`)).toBe(true);
  await inPage(`{
    const field = ${field};
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    let last = Date.now();
    globalThis.gxStall = 0;
    setInterval(() => {
      const now = Date.now();
      globalThis.gxStall = Math.max(globalThis.gxStall, now - last - 50);
      last = now;
    }, 50);
  }`);
}

const typeText = (text: string) =>
  app.electron.evaluate(
    ({ BrowserWindow }, typed) => BrowserWindow.getAllWindows()[0]?.webContents.insertText(typed),
    text,
  );

interface Typed {
  readonly at: number;
  readonly text: string;
}

/** Types on and on for about two and a half seconds; the last character is followed by no pause. */
async function typeOn(mark: string): Promise<{ readonly typed: readonly Typed[]; stall: number }> {
  const typed: Typed[] = [];
  let stall = 0;
  for (const end = Date.now() + 2_500; Date.now() < end;) {
    const text = `${mark}${typed.length}。`;
    await typeText(text);
    const shown = await inPage(`${field}.value.endsWith(${JSON.stringify(text)}) ? gxStall : null`);
    expect(shown, 'what was typed stands in the field').not.toBeNull();
    stall = Math.max(stall, Number(shown));
    typed.push({ at: Date.now(), text });
  }
  return { typed, stall };
}

/** Kills the process of the page from outside, and comes back when the shell has noticed. */
async function kill(signal: 'SIGKILL' | 'SIGSEGV'): Promise<void> {
  process.kill(await pageProcess(), signal);
}

it('comes back by itself five times, with all that was typed but the last second, and says so', async () => {
  await takeNotes();
  for (const [count, mark] of ['甲', '乙', '丙', '丁', '戊'].entries()) {
    await comeToField();
    const { typed, stall } = await typeOn(mark);
    const before = await loads();
    const now = Date.now();
    await kill(count % 2 === 0 ? 'SIGKILL' : 'SIGSEGV');
    await expect.poll(loads).toBe(before + 1);
    await expect.poll(() => inPage(`${field} !== null`)).toBe(true);
    const text = String(await inPage(`${field}.value`));
    const missing = typed.filter((one) => !text.includes(one.text));
    expect(typed.length).toBeGreaterThan(5);
    expect(missing.length).toBeLessThan(typed.length);
    expect(now - (missing[0]?.at ?? now)).toBeLessThanOrEqual(1_000 + stall);
    const held = (await journalEntries(home)).at(-1)?.texts.join('\n') ?? '';
    expect(held, 'what it shows is what the journal holds').toContain(text);
    await expect.poll(() => inPage(message)).toContain('窗口刚才意外关闭，已重新打开');
  }
  expect(await asked()).toEqual([]);
});

it('lost a sixth time it stays as it is: one question of the system says what happened', async () => {
  const before = await loads();
  await kill('SIGKILL');
  await expect.poll(asked).toHaveLength(1);
  const [question] = await asked();
  expect(question).toContain('窗口的内容接连丢失');
  expect(question).toContain('重新打开窗口');
  expect(question).toContain('退出工学课坊');
  expect(await isLost()).toBe(true);
  expect(await loads(), 'it is not loaded behind the question').toBe(before);
});

it('the page comes again when asked for, with its text; lost once more, the question stands again', async () => {
  const before = await loads();
  await answer(0);
  await expect.poll(loads).toBe(before + 1);
  await expect.poll(() => inPage(`${field}?.value ?? ''`)).toContain('戊0。');
  // A page that has come again is walled in as the first one was.
  expect(await inPage('typeof RTCPeerConnection')).toBe('undefined');
  await kill('SIGKILL');
  await expect.poll(asked).toHaveLength(2);
  expect(await loads()).toBe(before + 1);
});

it('and 退出工学课坊 ends the program in peace', async () => {
  const child = app.electron.process();
  const ended = once(child, 'exit');
  await answer(1).catch(() => undefined);
  expect(await ended).toEqual([0, null]);
});
