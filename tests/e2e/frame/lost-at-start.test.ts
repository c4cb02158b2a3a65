import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeHome, type TestHome } from '../harness/launch';

/**
 * Kills the process of the page as soon as there is one, before it has shown anything; then says what the
 * system's own boxes said, and what the page that came after it shows.
 */
const program = (app: string, told: string) => `
const { app, dialog } = require('electron');
const { writeFileSync } = require('node:fs');
const tell = (what) => { writeFileSync(${JSON.stringify(told)}, JSON.stringify(what)); process.exit(0); };
dialog.showErrorBox = (title, words) => tell({ box: title + words });
let isKilled = false;
app.on('web-contents-created', (_event, contents) => {
  const kill = () => {
    const pid = contents.getOSProcessId();
    if (pid === 0) setTimeout(kill, 2);
    else process.kill(pid, 'SIGKILL');
  };
  contents.once('did-start-loading', kill);
  contents.once('render-process-gone', () => { isKilled = true; });
  contents.on('did-finish-load', async () => {
    const look = "document.querySelector('h1, .start-page, main')?.textContent ?? ''";
    let shown = '';
    while (shown === '') shown = await contents.executeJavaScript(look);
    tell({ isKilled, shown });
  });
});
require(${JSON.stringify(join(app, 'dist', 'main', 'main.cjs'))});
`;

const manifest = JSON.stringify({ name: 'gongxue-studio', version: '0.0.0', main: 'main.cjs' });

let home: TestHome;
beforeAll(async () => {
  home = await makeHome();
});
afterAll(() => home.remove());

it('the page is lost before it has shown anything: it comes by itself, and nobody is told that nothing started', async () => {
  const folder = join(home.home, 'entry');
  const told = join(home.home, 'told.json');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), manifest);
  await writeFile(join(folder, 'main.cjs'), program(process.env.GONGXUE_APP_FOLDER ?? '', told));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    process.env.GONGXUE_ELECTRON ?? '',
    [...root, `--user-data-dir=${home.userData}`, folder],
    { env: { ...process.env, HOME: home.home }, stdio: 'ignore' },
  );
  await once(child, 'exit');
  const { isKilled, shown, box } = JSON.parse(await readFile(told, 'utf8')) as Told;
  expect(box).toBeUndefined();
  expect(isKilled).toBe(true);
  expect(shown).toContain('工学课坊');
});

interface Told {
  readonly isKilled?: boolean;
  readonly shown?: string;
  readonly box?: string;
}
