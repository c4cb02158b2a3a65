import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeProject } from '../../faults/make-project';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

let home: TestHome;
let app: RunningApp;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(async () => {
  await app.kill();
  await home.remove();
});

/** Starts the program once more with a file, as a double click does while it runs. */
function doubleClick(file: string): Promise<number | null> {
  const program = spawn(
    process.env.GONGXUE_ELECTRON ?? '',
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${home.userData}`,
      process.env.GONGXUE_APP_FOLDER ?? '',
      file,
    ],
    { env: { ...process.env, HOME: home.home }, stdio: 'ignore' },
  );
  return new Promise((resolve) => program.once('exit', resolve));
}

it('two double clicks at once open one file after the other, and the last stays', async () => {
  const folder = join(home.documents, '工学课坊');
  const [first, second, third] = [
    await makeProject(folder, '甲', 1),
    await makeProject(folder, '乙', 2),
    await makeProject(folder, '丙', 3),
  ];
  app = await launch({ home, files: [first] });
  expect(await doubleClick(second)).toBe(0);
  expect(await doubleClick(third)).toBe(0);
  const shown = app.window.locator('b.path').filter({ hasText: '丙.gxk' });
  await shown.waitFor({ timeout: 20_000 });
});
