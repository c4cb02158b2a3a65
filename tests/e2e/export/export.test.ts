import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { newFromSample } from '../harness/project';

describe('papers leave the real window', () => {
  let home: TestHome;
  let app: RunningApp;
  const folder = () => join(home.documents, '工学课坊');
  const files = () => readdirSync(folder()).filter((name) => /\.(docx|pdf|tmp)$/.test(name));
  const dialog = () => app.window.getByRole('dialog', { name: '导出文件' });
  const box = (name: string | RegExp) => dialog().getByRole('checkbox', { name, exact: true });

  beforeAll(async () => {
    home = await makeHome();
    mkdirSync(folder(), { recursive: true });
    const file = join(folder(), '互联网营销.gxk');
    newFromSample('hulianwang-yingxiao', file);
    app = await launch({ home, files: [file] });
    await app.window.getByRole('tree', { name: '大纲' }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    await home.remove();
  });

  async function openDialog(): Promise<void> {
    await app.window.keyboard.press('Control+e');
    await dialog().waitFor();
  }

  async function go(): Promise<Locator> {
    const button = dialog().getByRole('button', { name: /^导出 [1-9]\d* 份$/ });
    await button.and(app.window.locator(':enabled')).waitFor({ timeout: 60_000 });
    await button.click();
    return dialog().getByRole('list', { name: '写好的文件' });
  }

  it('an export that is called off leaves nothing behind', async () => {
    await openDialog();
    await dialog().getByRole('combobox', { name: '工学一体化课程标准的样式' }).selectOption('all');
    await box('PDF').check();
    await go();
    await dialog().getByRole('progressbar').waitFor();
    await dialog().getByRole('button', { name: '取消' }).click();
    await dialog().getByText('已取消，一份也没有写；原来的文件都没有动。').waitFor();
    expect(files()).toEqual([]);
    await dialog().getByRole('button', { name: '取消' }).click();
  });

  it('the courses of one level are exported as Word, by a tick at the level', async () => {
    await openDialog();
    await box(/^全部 \d+ 门$/).check();
    await box(/^全部 \d+ 门$/).uncheck();
    const levels = dialog().locator('.export-level');
    const courses = await levels.first().locator('.export-courses .check').allInnerTexts();
    await levels.first().getByRole('checkbox').first().check();
    // Half ticked: some of the courses of the major are.
    expect(
      await box(/^全部 \d+ 门$/).evaluate((node: HTMLInputElement) => node.indeterminate),
    ).toBe(true);
    await (await go()).waitFor({ timeout: 60_000 });
    await dialog()
      .getByText(`${String(courses.length)} 份已写到`)
      .waitFor();
    await dialog().getByRole('button', { name: '完成' }).click();
    expect(files()).toHaveLength(courses.length);
    for (const name of courses) expect(files().join(' ')).toContain(name);
  });

  it('the standard of the major becomes one PDF with upright and lying pages and numbers that run on', async () => {
    await openDialog();
    await box('工学一体化课程标准').uncheck();
    await box('专业课程标准').check();
    await box('Word（.docx）').uncheck();
    await box('PDF').check();
    await (await go()).waitFor({ timeout: 120_000 });
    await dialog().getByRole('button', { name: '完成' }).click();
    const [name = ''] = files().filter((file) => file.endsWith('.pdf'));
    const path = join(folder(), name);
    const sizes = pageSizes(path);
    expect(new Set(sizes)).toEqual(new Set(['595 x 842', '842 x 595']));
    const pages = textOf(path);
    expect(pages).toHaveLength(sizes.length);
    expect(pages.every((page) => page.trim() !== '')).toBe(true);
    const numbers = pages.map((page) => /(\d+)\s*(?:—|－|-)?\s*$/.exec(page.trim())?.[1]);
    const counted = numbers.flatMap((number) => (number === undefined ? [] : [Number(number)]));
    expect(runsOn(counted.slice(-20))).toBe(true);
    // As large as on paper: the number of a page stands at its foot, not in the middle of a shrunk page.
    const places = wordsOf(path);
    for (const page of places.slice(-20)) expect(depthOf(page)).toBeGreaterThan(0.93);
    expect(places.map(runsIntoItsNumber).indexOf(true), 'a page runs into its number').toBe(-1);
  }, 240_000);

  it('a frozen 送审稿 is there after a restart, its papers byte for byte, and what has changed since is told', async () => {
    const { window } = app;
    await window.getByRole('menuitem', { name: '文件' }).click();
    await window.getByRole('menuitem', { name: '存为讨论稿／送审稿／定稿…' }).click();
    const asked = window.getByRole('dialog', { name: '存为讨论稿、送审稿或定稿' });
    await expect.poll(() => asked.getByRole('button', { name: '存档' }).isDisabled()).toBe(true);
    await asked.getByRole('textbox', { name: '名称' }).fill('送审稿一');
    await asked.getByRole('textbox', { name: '经手人' }).fill('王老师');
    await asked.getByRole('button', { name: '存档' }).click();
    const kept = window.getByRole('article', { name: '送审稿“送审稿一”' });
    await kept.getByText('稿子从那时起没有改过。').waitFor({ timeout: 120_000 });
    const first = await takenOut('甲');
    await app.close();
    app = await launch({ home, files: [join(folder(), '互联网营销.gxk')] });
    await app.window.getByRole('tree', { name: '大纲' }).waitFor();
    await app.window.locator('.outline-row[data-kind=course]').first().click();
    const name = app.window.getByRole('textbox', { name: '课程目标 1', exact: true });
    await name.fill(`${await name.inputValue()}（改）`);
    await app.window.keyboard.press('Control+Home');
    await showKept();
    const again = app.window.getByRole('article', { name: '送审稿“送审稿一”' });
    await again.getByText('王老师').waitFor();
    await again.getByRole('button', { name: '看改了哪些' }).click();
    await again.getByText('改过课程目标 1 项').waitFor();
    const second = await takenOut('乙');
    expect(second.equals(first)).toBe(true);
    expect(second.subarray(0, 2).toString()).toBe('PK');
    await app.window.getByRole('button', { name: '← 回去' }).click();
  }, 240_000);

  async function showKept(): Promise<void> {
    await app.window.getByRole('menuitem', { name: '文件' }).click();
    await app.window.getByRole('menuitem', { name: '留底与定稿…' }).click();
  }

  /** Takes the standard of the major out of the 送审稿 into a folder of that name. */
  async function takenOut(place: string): Promise<Buffer> {
    const target = join(home.home, place);
    mkdirSync(target);
    await app.electron.evaluate(({ dialog: shown }, path) => {
      shown.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, target);
    const kept = app.window.getByRole('article', { name: '送审稿“送审稿一”' });
    const files = kept.locator('.kept-files > summary');
    if ((await kept.locator('.kept-files[open]').count()) === 0) await files.click();
    await kept.getByRole('button', { name: /^取出“.*工学一体化课程标准.*”$/ }).click();
    await app.window.getByText('1 份已原样取出到').waitFor();
    const [file = ''] = readdirSync(target);
    return readFileSync(join(target, file));
  }

  it('what is previewed goes to the printer, with lying pages turned', async () => {
    await app.electron.evaluate(({ app: electron }) => {
      const seen = globalThis as unknown as { sent: string | null };
      seen.sent = null;
      electron.on('browser-window-created', (_event, { webContents }) => {
        const printer = webContents as unknown as {
          print: (options: object, done: (printed: boolean, reason: string) => void) => void;
        };
        printer.print = (_options, done) => {
          void webContents.printToPDF({ preferCSSPageSize: true }).then((pdf) => {
            seen.sent = pdf.toString('base64');
            done(true, '');
          });
        };
      });
    });
    await app.window.getByRole('tab', { name: '预览' }).click();
    await app.window
      .getByRole('combobox', { name: '版式' })
      .selectOption({ label: '专业课程标准 · 公文样式' });
    await app.window.keyboard.press('Control+p');
    const sent = () =>
      app.electron.evaluate(() => (globalThis as unknown as { sent: string | null }).sent);
    await expect.poll(async () => (await sent()) !== null, { timeout: 60_000 }).toBe(true);
    const path = join(home.home, 'printed.pdf');
    writeFileSync(path, Buffer.from((await sent()) ?? '', 'base64'));
    expect(new Set(pageSizes(path))).toEqual(new Set(['595 x 842']));
    expect(textOf(path).join('')).toContain('工学一体化课程标准');
    expect(statSync(path).size).toBeGreaterThan(10_000);
  });
});

/** `595 x 842` in points, page by page. */
function pageSizes(path: string): readonly string[] {
  const told = execFileSync('pdfinfo', ['-f', '1', '-l', '999', path], { encoding: 'utf8' });
  return [...told.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(
    ([, width, height]) =>
      `${String(Math.round(Number(width)))} x ${String(Math.round(Number(height)))}`,
  );
}

function textOf(path: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

interface Word {
  readonly top: number;
  readonly foot: number;
  readonly text: string;
}

interface PageOfWords {
  readonly height: number;
  readonly words: readonly Word[];
}

/** Every word of a PDF with its place, in points from the upper edge of its page. */
function wordsOf(path: string): readonly PageOfWords[] {
  const told = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' });
  const word = /yMin="([\d.]+)".*yMax="([\d.]+)">(.*)<\/word>/g;
  return told
    .split('<page ')
    .slice(1)
    .map((page) => ({
      height: Number(/height="([\d.]+)"/.exec(page)?.[1]),
      words: [...page.matchAll(word)].map(([, top, foot, text = '']): Word => {
        return { top: Number(top), foot: Number(foot), text };
      }),
    }));
}

/** How far down the lowest word of a page stands: 1 = at the edge of the paper. */
function depthOf({ height, words }: PageOfWords): number {
  return Math.max(...words.map(({ foot }) => foot)) / height;
}

/** True when something stands as low as the page's number. */
function runsIntoItsNumber({ words }: PageOfWords): boolean {
  const dash = words.findLast(({ text }) => text === '—');
  if (dash === undefined) return false;
  const others = words.filter(({ top }) => Math.abs(top - dash.top) > 0.1);
  return others.some(({ top, foot }) => (top + foot) / 2 > dash.top);
}

function runsOn(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
}
