import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { compose } from '../harness/hands';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

const objective = (window: Page) =>
  window.getByRole('textbox', { name: '课程目标 1', exact: true });

async function written(window: Page): Promise<void> {
  await window.keyboard.press('Control+s');
  await window
    .getByRole('status', { name: '保存状态' })
    .filter({ hasText: '已写入' })
    .waitFor({ timeout: 30_000 });
}

async function showCourse(window: Page): Promise<void> {
  await window.locator('.outline-row[data-kind=course]').first().click();
  await objective(window).waitFor();
}

/** The shortest way through the whole app: sample, typing, file, restart, undo, Word, command line. */
describe('a first afternoon', () => {
  let home: TestHome;
  let app: RunningApp;
  let before = '';
  const folder = () => join(home.documents, '工学课坊');
  const files = (extension: string) =>
    readdirSync(folder()).filter((name) => name.endsWith(extension));
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  it('runs what is shipped, not a development build of it', () => {
    const assets = join(process.env.GONGXUE_APP_FOLDER ?? '', 'dist', 'renderer', 'assets');
    const programs = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(programs.length).toBeGreaterThan(1);
    for (const name of programs) {
      expect(readFileSync(join(assets, name), 'utf8'), name).not.toContain('jsxDEV');
    }
  });

  it('asks at once for what begins and for the program, which is read in one byte a letter', () => {
    const folder = join(process.env.GONGXUE_APP_FOLDER ?? '', 'dist', 'renderer');
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const asked = [...page.matchAll(/<script [^>]*src="\.\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    const order = ['rolldown-runtime', 'begin', 'libraries', 'window'];
    expect(asked.map((path) => /\/([a-z-]+)-[^/]*$/.exec(path)?.[1])).toEqual(order);
    const [, begin, libraries, program] = asked.map((path) =>
      readFileSync(join(folder, path), 'utf8'),
    );
    expect(begin?.length).toBeLessThan(6_000);
    expect(libraries).not.toMatch(/[^\0-\x7f]/);
    expect(program).not.toMatch(/[^\0-\x7f]/);
    expect(program, 'it does not ask for a further part to begin').not.toMatch(
      /import\(`\.\/window-/,
    );
  });

  it('opens the sample as a copy in 文档/工学课坊', async () => {
    await app.window
      .getByRole('button', { name: /^打开样例/ })
      .first()
      .click();
    await app.window.getByRole('tree').waitFor();
    await expect.poll(() => files('.gxk')).toHaveLength(1);
  });

  it('takes pinyin as an input method gives it, and nothing of it half typed', async () => {
    await showCourse(app.window);
    before = await objective(app.window).inputValue();
    await objective(app.window).click();
    await app.window.keyboard.press('Control+End');
    await compose(app.window, 'jian cha', '检查');
    await expect.poll(() => objective(app.window).inputValue()).toBe(`${before}检查`);
    await written(app.window);
  });

  it('has it all again after a restart, from the list of recent files', async () => {
    await app.close();
    app = await launch({ home });
    await app.window.getByRole('list', { name: '最近' }).getByRole('button').first().click();
    await app.window.getByRole('tree').waitFor();
    await showCourse(app.window);
    expect(await objective(app.window).inputValue()).toBe(`${before}检查`);
  });

  it('takes the typing back after the restart, and brings it again', async () => {
    await app.window.locator('.outline-row[data-kind=course]').first().focus();
    await app.window.keyboard.press('Control+z');
    await expect.poll(() => objective(app.window).inputValue()).toBe(before);
    await app.window.keyboard.press('Control+y');
    await expect.poll(() => objective(app.window).inputValue()).toBe(`${before}检查`);
  });

  it('exports Word files beside the project, equal to those of the command line', async () => {
    await written(app.window);
    await app.window.keyboard.press('Control+e');
    const dialog = app.window.getByRole('dialog', { name: '导出文件' });
    const go = dialog.getByRole('button', { name: /^导出 [1-9]\d* 份$/ });
    await go.click({ timeout: 60_000 });
    await dialog.getByRole('list', { name: '写好的文件' }).waitFor({ timeout: 60_000 });
    await dialog.getByRole('button', { name: '完成' }).click();
    expect(files('.docx').length).toBeGreaterThan(0);

    const cli = join(process.env.GONGXUE_APP_FOLDER ?? '', 'dist', 'cli', 'gongxue.cjs');
    const project = join(folder(), files('.gxk')[0] ?? '');
    const out = join(home.home, 'cli');
    execFileSync(process.execPath, [cli, 'export', project, '--paper', 'all', '--out', out]);
    const [name = ''] = files('.docx');
    expect(readdirSync(out)).toContain(name);
    expect(readFileSync(join(out, name)).equals(readFileSync(join(folder(), name)))).toBe(true);
  });

  it('reaches the status, the outline and the page by keyboard alone', async () => {
    const regions = new Set<string>();
    for (let turn = 0; turn < 6; turn += 1) {
      await app.window.keyboard.press('F6');
      regions.add(
        await app.window.evaluate(
          () => document.activeElement?.closest('[id^="region-"]')?.id ?? 'nowhere',
        ),
      );
    }
    expect(regions.size).toBeGreaterThan(1);
    expect(regions).not.toContain('nowhere');
  });
});
