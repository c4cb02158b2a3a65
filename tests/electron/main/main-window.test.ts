import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeMainWindow } from '../../../electron/main/window/main-window';

const { FakeWindow } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return {
    FakeWindow: class extends events.EventEmitter {
      readonly webContents = Object.assign(new events.EventEmitter(), {
        draws: true,
        invalidate: () => undefined,
        executeJavaScript(): Promise<boolean> {
          return this.draws ? Promise.resolve(true) : new Promise(() => undefined);
        },
      });
      readonly sizes: number[] = [];
      shown = 0;
      isMaximized = () => false;
      isFullScreen = () => false;
      isMinimized = () => false;
      isVisible = () => this.shown > 0;
      isDestroyed = () => false;
      getSize = () => [1366, 768];
      setSize(_: number, height: number): void {
        this.sizes.push(height);
      }
      show(): void {
        this.shown += 1;
      }
    },
  };
});

vi.mock('electron', () => ({ BrowserWindow: FakeWindow, session: {} }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const made = () =>
  makeMainWindow({ preload: '', isPackaged: false }) as unknown as InstanceType<typeof FakeWindow>;

it('the window comes up with its first picture', () => {
  const window = made();
  expect(window.shown).toBe(0);
  window.emit('ready-to-show');
  expect(window.shown).toBe(1);
});

it('a first picture that never comes does not keep the window hidden', () => {
  const window = made();
  window.webContents.emit('did-finish-load');
  expect(window.shown).toBe(1);
});

it('it comes up once: a page that is loaded again does not bring a hidden window back', () => {
  const window = made();
  window.webContents.emit('did-finish-load');
  window.emit('ready-to-show');
  window.webContents.emit('did-finish-load');
  expect(window.shown).toBe(1);
});

it('a page that is drawn is left alone', async () => {
  const window = made();
  window.emit('ready-to-show');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(window.sizes).toEqual([]);
});

it('a page of which no picture comes is asked for one anew until it does, a few times at most', async () => {
  const window = made();
  window.webContents.draws = false;
  window.webContents.emit('did-finish-load');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(window.sizes).toEqual([769, 768]);
  window.webContents.draws = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(window.sizes).toHaveLength(4);
});
