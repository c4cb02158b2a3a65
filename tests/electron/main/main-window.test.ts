import { expect, it, vi } from 'vitest';
import { makeMainWindow } from '../../../electron/main/window/main-window';

const { FakeWindow } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return {
    FakeWindow: class extends events.EventEmitter {
      readonly webContents = new events.EventEmitter();
      shown = 0;
      show(): void {
        this.shown += 1;
      }
    },
  };
});

vi.mock('electron', () => ({ BrowserWindow: FakeWindow, session: {} }));

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
