import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ShellBridge } from '@shared/ipc/contract';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

let home: TestHome;
let app: RunningApp;
beforeAll(async () => {
  home = await makeHome();
  app = await launch({ home });
  await app.window.waitForLoadState('load');
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

const copied = {
  text: '汽车维护 180学时',
  html: '<p>汽车维护</p>',
  fragment: JSON.stringify({ format: 'gongxue-fragment', version: 1, records: ['学习任务'] }),
};

it('what is copied here lies on the real clipboard, for this app and for others', async () => {
  const back = await app.window.evaluate(async (forms) => {
    const { gongxue } = window as unknown as { gongxue: ShellBridge };
    const written = await gongxue['clipboard:write'](forms);
    const read = await gongxue['clipboard:read']();
    return { written: written.ok, read: read.ok ? read.value : null };
  }, copied);
  expect(back.written).toBe(true);
  expect(back.read).toEqual(copied);
  const pasted = await app.window.evaluate(async () => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    await Promise.resolve();
    return field.tagName;
  });
  expect(pasted).toBe('TEXTAREA');
  await app.window.keyboard.press('Control+v');
  expect(await app.window.evaluate(() => document.querySelector('textarea')?.value)).toBe(
    copied.text,
  );
});

it('the window is drawn larger at once, and again after a restart', async () => {
  const width = () => app.window.evaluate(() => window.innerWidth);
  const before = await width();
  await app.window.evaluate(async () => {
    const { gongxue } = window as unknown as { gongxue: ShellBridge };
    await gongxue['settings:set']({ scale: 200 });
  });
  await expect.poll(width).toBe(Math.round(before / 2));
  await app.close();
  app = await launch({ home });
  await expect.poll(width).toBe(Math.round(before / 2));
});
