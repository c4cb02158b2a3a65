import { type BrowserWindow, dialog } from 'electron';

/** So many times in so many minutes the page comes back without a word. */
const mostLosses = 5;
const span = 10 * 60_000;

/** How often the page of the window was lost lately. */
export class Losses {
  readonly #now: () => number;
  #at: readonly number[] = [];
  #isToTell = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes one more; true when the page has been lost too often to come back without asking. */
  isTooMany(): boolean {
    const now = this.#now();
    this.#at = [...this.#at.filter((at) => Math.abs(now - at) < span), now];
    return this.#at.length > mostLosses;
  }

  /** Whether it was lost at all. */
  get hasAny(): boolean {
    return this.#at.length > 0;
  }

  /** The page comes back without having been asked for: it will say so itself. */
  comesBack(): void {
    this.#isToTell = true;
  }

  /** What the page that came back says, once. */
  takeWords(): string | null {
    if (!this.#isToTell) return null;
    this.#isToTell = false;
    return '窗口刚才意外关闭，已重新打开。写的内容都在；只有最后一秒里打的字，请看一眼。';
  }
}

/** Says what happened, in a dialog of the system's own: there is no page that could. */
export async function askAboutLoss(window: BrowserWindow): Promise<'reopen' | 'quit'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: '窗口的内容接连丢失，没有再自动打开',
    detail:
      '稿子没有丢：写下超过一秒的字都已保存在本机。\n可以重新打开窗口接着写；要是又丢，请先退出，关掉别的程序再试。',
    buttons: ['重新打开窗口', '退出工学课坊'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1 ? 'quit' : 'reopen';
}
