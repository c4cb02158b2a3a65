// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bridgeName } from '@shared/platform/platform';
import { connectShell } from '@renderer/app/connect-shell';
import { beginIn } from '@renderer/begin';
import { testStudio } from '../helpers/studio';

/** The window begins over a shell that does not answer as it should. */
class SilentWorker {
  postMessage = () => undefined;
  addEventListener = () => undefined;
}

beforeEach(() => {
  vi.stubGlobal('Worker', SilentWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const beginOver = (bridge: Readonly<Record<string, unknown>>) => beginIn({ [bridgeName]: bridge });
const nobodyThere = () => {
  throw new Error('no shell');
};

it('says where to begin when the page stands alone', () => {
  expect(beginIn({})).toEqual({
    problem: expect.stringContaining('图标') as string,
  });
});

it('says what happened when the shell cannot be reached at all', () => {
  const begun = beginOver({ onShellEvent: nobodyThere });
  expect(begun).toEqual({ problem: expect.stringMatching(/no shell.*重新打开/u) as string });
});

it('shows no window that waits for ever when the first call to the shell throws', async () => {
  const begun = beginOver({ onShellEvent: () => undefined, 'app:info': nobodyThere });
  if ('problem' in begun) throw new Error(begun.problem);
  const { studio } = testStudio();
  await connectShell(studio, begun.first);
  expect(studio.messages.getState().message?.text).toMatch(/没有应答（no shell）.*重新打开/u);
  expect(studio.opener.store.getState()).toMatchObject({ starting: false, busy: '' });
});

it('shows no window that waits for ever when the file it was started with cannot be asked for', async () => {
  const { studio, platform } = testStudio();
  const info = await platform['app:info']();
  if (!info.ok) throw new Error('no info');
  const opened = Promise.reject(new Error('drafts gone'));
  opened.catch(() => undefined);
  const openAtStart = 'h000000000000000a';
  await connectShell(studio, {
    info: Promise.resolve({ ok: true, value: { ...info.value, openAtStart } }),
    opened,
  });
  const { failure, busy, starting } = studio.opener.store.getState();
  expect({ busy, starting }).toEqual({ busy: '', starting: false });
  expect(failure).toMatch(/没有做成.*drafts gone.*重新打开/u);
});
