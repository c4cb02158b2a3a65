import { BrowserWindow, type Session, session } from 'electron';
import { appScheme } from '@shared/platform/platform';
import type { Sheet } from '@shared/ipc/sheet';
import { Queue } from '../queue';
import { lockSession } from '../security/lock-down';
import type { Printing } from '../services';

const origin = `${appScheme}://print`;
const partition = 'print';
const inchMm = 25.4;
/** A major's whole set takes some seconds; what takes longer will not come. */
const longestLoad = 60_000;

/**
 * Chromium lays out all pages of a print at the width of the first and shrinks everything when one is
 * wider. So a PDF begins with an empty page that has room for the largest, which is left out of the file.
 */
const leadPage = '<div class="sheet-lead"></div>';
const withoutLead = '2-';

function leadRule({ widthMm, heightMm }: Sheet): string {
  const [width, height] = [`${String(widthMm)}mm`, `${String(heightMm)}mm`];
  return `@page sheet-lead { size: ${width} ${height}; margin: 0; }
.sheet-lead { page: sheet-lead; break-after: page; width: ${width}; height: 1mm; }\n`;
}

/** What the sheet may load: its one style sheet and pictures that lie in it. No script runs in it at all. */
const printPolicy = [
  "default-src 'none'",
  "style-src-elem 'self'",
  // Widths of columns stand on the cells themselves; without scripts nothing else can come of it.
  "style-src-attr 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The hidden window papers are printed from: a session of its own, in memory, without scripts,
 * preload, network or storage. One sheet at a time; it is closed after each.
 */
export class PrintWindow implements Printing {
  readonly #queue = new Queue();
  #session: Session | null = null;
  #sheet: Sheet | null = null;

  toPdf(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
    const led = { ...sheet, html: leadPage + sheet.html, css: leadRule(sheet) + sheet.css };
    return this.#with(led, async (window) => {
      const pdf = await window.webContents.printToPDF({
        printBackground: true,
        // Pages that lie across stand between upright ones: each is as large as its own rule says.
        preferCSSPageSize: true,
        pageRanges: withoutLead,
        pageSize: { width: sheet.widthMm / inchMm, height: sheet.heightMm / inchMm },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
      });
      return withoutDates(new Uint8Array(pdf));
    });
  }

  toPaper(sheet: Sheet): Promise<{ readonly printed: boolean; readonly message: string }> {
    return this.#with(sheet, (window) => printed(window, sheet));
  }

  #with<Value>(sheet: Sheet, action: (window: BrowserWindow) => Promise<Value>): Promise<Value> {
    return this.#queue.run(async () => {
      this.#sheet = sheet;
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: this.#ownSession(),
          contextIsolation: true,
          nodeIntegration: false,
          sandbox: true,
          webSecurity: true,
          javascript: false,
          webviewTag: false,
          devTools: false,
          spellcheck: false,
        },
      });
      try {
        await loaded(window);
        return await action(window);
      } finally {
        this.#sheet = null;
        window.destroy();
      }
    });
  }

  #ownSession(): Session {
    if (this.#session !== null) return this.#session;
    const own = session.fromPartition(partition, { cache: false });
    lockSession(own);
    own.protocol.handle(appScheme, ({ url }) => this.#answer(url));
    this.#session = own;
    return own;
  }

  #answer(url: string): Response {
    const sheet = this.#sheet;
    const headers = (type: string) => ({
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': printPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    if (sheet !== null && url === `${origin}/sheet.html`) {
      return new Response(pageOf(sheet), { headers: headers('text/html') });
    }
    if (sheet !== null && url === `${origin}/sheet.css`) {
      return new Response(sheet.css, { headers: headers('text/css') });
    }
    return new Response(null, { status: 404 });
  }
}

const dates = /\/(?:CreationDate|ModDate) \(D:[^)]*\)/g;

/** Blanks the clock out, so that the same pages are the same file; its length, and so every offset in it, stays. */
function withoutDates(pdf: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  // The description stands first; what is behind it is pages and may hold anything.
  const head = new TextDecoder('latin1').decode(pdf.subarray(0, 2_000));
  for (const { index, 0: found } of head.matchAll(dates))
    pdf.fill(0x20, index, index + found.length);
  return pdf;
}

function pageOf({ title, html }: Sheet): string {
  const safeTitle = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${safeTitle}</title><link rel="stylesheet" href="sheet.css"></head><body>${html}</body></html>`;
}

/** Loads the sheet; fails when it takes too long or its process dies. */
function loaded(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject(new Error('print window: timeout'));
    }, longestLoad);
    window.webContents.once('render-process-gone', () => {
      reject(new Error('print window: gone'));
    });
    window
      .loadURL(`${origin}/sheet.html`)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(limit);
      });
  });
}

function printed(
  window: BrowserWindow,
  { widthMm, heightMm }: Sheet,
): Promise<{ printed: boolean; message: string }> {
  const pageSize = { width: Math.round(widthMm * 1_000), height: Math.round(heightMm * 1_000) };
  return new Promise((resolve) => {
    window.webContents.print(
      { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize },
      (done, reason) => {
        const cancelled = reason === 'cancelled' || reason === 'Print job canceled';
        const message = done || cancelled ? '' : '没有打印出来：没有找到可用的打印机。';
        resolve({ printed: done, message });
      },
    );
  });
}
