import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

const eightDays = 8 * 24 * 60 * 60 * 1000;

let home: TestHome;
let app: RunningApp;
beforeAll(async () => {
  home = await makeHome();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const file = () => join(home.userData, 'graphics.json');
const noted = () =>
  existsSync(file()) ? (JSON.parse(readFileSync(file(), 'utf8')) as { none: number }).none : null;

/** Starts the app, waits for its start page and answers whether the machine has graphics. */
async function start(): Promise<boolean> {
  app = await launch({ home });
  await app.window
    .getByRole('button', { name: /^打开样例/ })
    .first()
    .waitFor();
  return app.electron.evaluate(({ app: electron }) =>
    electron.getGPUFeatureStatus().gpu_compositing.startsWith('enabled'),
  );
}

it('a machine without graphics is remembered, and they are not tried at each start', async () => {
  const hasGraphics = await start();
  await expect.poll(() => noted() !== null).toBe(!hasGraphics);
  const before = noted();
  await app.close();
  await start();
  // What the first start found is asked for when the page is there, as is this.
  await app.window.waitForTimeout(500);
  expect(noted()).toBe(before);
  await app.close();
});

it('after a week they are tried again', async () => {
  const old = Date.now() - eightDays;
  const electron = await runtimeVersion();
  writeFileSync(file(), JSON.stringify({ electron, none: old }));
  const hasGraphics = await start();
  await expect.poll(() => noted() !== old).toBe(true);
  expect(noted() !== null).toBe(!hasGraphics);
});

async function runtimeVersion(): Promise<string> {
  await start();
  const version = await app.electron.evaluate(() => process.versions.electron);
  await app.close();
  return version;
}
