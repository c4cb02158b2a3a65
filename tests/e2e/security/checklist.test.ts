import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShellBridge } from '@shared/ipc/contract';
import { starterRecords } from '@shared/core/model/starter';
import { seededRandom } from '@shared/core/kernel/random';
import { storedForm } from '@shared/core/model/record';
import { openSample } from '../../../scripts/steps.mjs';
import { inATask } from '../harness/in-a-task';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

/**
 * The hardening list of the promises, 1–15, as far as window.test.ts and sandbox.test.ts leave it:
 * 1 isolation (window.test; workers and every contents here) · 2 sandbox (sandbox.test, as nobody) ·
 * 3 app:// · 4 policy and canaries · 5 Trusted Types (window.test) · 6 navigation (window.test; drop
 * here) · 7 windows and webviews · 8 permissions (window.test; devices here) · 9 network (window.test and
 * e2e/package/network.test) · 10 IPC (window.test; frames here) · 11 frozen bridge (window.test) ·
 * 12 openExternal (here) · 13 list of files · 14 downloads · 15 tools and menu (window.test).
 */
describe('the rest of the hardening list', () => {
  let home: TestHome;
  let app: RunningApp;
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    await app.window.waitForLoadState('load');
    await app.electron.evaluate(({ app: main, shell }) => {
      const seen: unknown[] = [];
      const opened: string[] = [];
      Object.assign(globalThis, { seenPreferences: seen, openedOutside: opened });
      main.on('web-contents-created', (_event, contents) => {
        const asked = contents as unknown as { getLastWebPreferences: () => object };
        seen.push({ ...asked.getLastWebPreferences() });
      });
      for (const name of ['openExternal', 'openPath'] as const) {
        Object.assign(shell, {
          [name]: (target: string) => {
            opened.push(target);
            return Promise.resolve('');
          },
        });
      }
    });
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  async function openProject(): Promise<string> {
    const random = seededRandom(1);
    const records = starterRecords('汽车维修', random).map(storedForm);
    return app.window.evaluate(
      async ({ records: given }) => {
        const { gongxue } = window as unknown as { gongxue: ShellBridge };
        const made = await gongxue['project:create']({ title: '汽车维修', records: given });
        if (!made.ok || made.value.outcome !== 'ready') throw new Error(JSON.stringify(made));
        return made.value.project.session;
      },
      { records: records.map((record) => ({ ...record })) },
    );
  }

  it('1: a PDF is made in a window without scripts, preload or network, and written whole', async () => {
    const session = await openProject();
    const evil = `<p style="width:50mm">课程标准</p><script>document.title='ran'</script>
      <img src="https://example.invalid/x.png" onerror="document.title='ran'">
      <iframe src="file:///etc/hostname"></iframe><meta http-equiv="refresh" content="0; url=https://example.invalid/">`;
    const reply = await app.window.evaluate(
      async ({ id, html }) => {
        const { gongxue } = window as unknown as { gongxue: ShellBridge };
        const plan = await gongxue['export:plan']({ session: id, folder: null, names: ['a.pdf'] });
        if (!plan.ok) throw new Error(plan.failure.message);
        const { folder } = plan.value;
        const css = '@page { margin: 0 } p { color: red } @import "https://example.invalid/x.css";';
        const sheet = { title: '课程标准', html, css, widthMm: 297, heightMm: 210 };
        const made = await gongxue['export:pdf']({ session: id, sheet });
        if (!made.ok) throw new Error(made.failure.message);
        const files = [{ name: 'a.pdf', content: made.value, ifTouched: 'skip' as const }];
        return gongxue['export:write']({ session: id, folder, files });
      },
      { id: session, html: evil },
    );
    expect(reply).toMatchObject({
      ok: true,
      value: { outcome: 'written', files: [{ state: 'written', writtenAs: 'a.pdf' }] },
    });
    const pdf = readFileSync(join(home.documents, '工学课坊', 'a.pdf'), 'latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    const box = /\/MediaBox\s*\[([^\]]*)\]/.exec(pdf)?.[1] ?? '';
    const [, , width, height] = box.trim().split(/\s+/).map(Number);
    // 297 × 210 mm in points.
    expect(width).toBeCloseTo(841.9, -1);
    expect(height).toBeCloseTo(595.3, -1);
    const seen = await app.electron.evaluate(
      () =>
        (globalThis as unknown as { seenPreferences: Record<string, unknown>[] }).seenPreferences,
    );
    expect(seen.length).toBeGreaterThan(0);
    for (const one of seen) {
      expect(one).toMatchObject({ contextIsolation: true, nodeIntegration: false, sandbox: true });
      expect(one.javascript).toBe(false);
      expect(one.preload ?? '').toBe('');
      expect(one.webviewTag ?? false).toBe(false);
    }
    expect(app.electron.windows()).toHaveLength(1);
  });

  it('6: a thing dropped on the window opens nothing', async () => {
    const address = app.window.url();
    const session = await app.window.context().newCDPSession(app.window);
    const items = [
      { mimeType: 'text/uri-list', data: 'file:///etc/hostname' },
      { mimeType: 'text/uri-list', data: 'https://example.invalid/' },
      { mimeType: 'text/html', data: '<a href="https://example.invalid/">x</a>' },
    ];
    for (const item of items) {
      const data = { items: [item], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
      }
    }
    await app.window.waitForTimeout(300);
    expect(app.window.url()).toBe(address);
    expect(app.electron.windows()).toHaveLength(1);
  });

  it('8: no device is given out', async () => {
    const refused = await app.window.evaluate(async () => {
      const device = navigator as unknown as Record<
        string,
        {
          requestDevice?: (options: object) => Promise<unknown>;
          requestPort?: () => Promise<unknown>;
        }
      >;
      const outcomes: Record<string, boolean> = {};
      for (const name of ['usb', 'hid', 'serial', 'bluetooth']) {
        const port = device[name];
        try {
          const found = await (port?.requestDevice?.({ filters: [], acceptAllDevices: true }) ??
            port?.requestPort?.());
          outcomes[name] = found === undefined || (Array.isArray(found) && found.length === 0);
        } catch {
          outcomes[name] = true;
        }
      }
      return outcomes;
    });
    expect(refused).toEqual({ usb: true, hid: true, serial: true, bluetooth: true });
  });

  it('10: a frame inside the page has no bridge and cannot reach the shell', async () => {
    const found = await inATask(app.window, async () => {
      const outcomes: string[] = [];
      for (const source of ['about:blank', location.href, 'data:text/html,x']) {
        const frame = document.createElement('iframe');
        frame.src = source;
        document.body.append(frame);
        await new Promise((resolve) => window.setTimeout(resolve, 100));
        try {
          const inside = frame.contentWindow as unknown as Record<string, unknown> | null;
          outcomes.push(typeof inside?.gongxue);
        } catch {
          outcomes.push('undefined');
        }
        frame.remove();
      }
      return outcomes;
    });
    expect(found).toEqual(['undefined', 'undefined', 'undefined']);
  });

  it('12: no link of the page reaches another program', async () => {
    await app.window.evaluate(() => {
      for (const href of [
        'https://example.invalid/',
        'mailto:a@example.invalid',
        'file:///etc/hostname',
        'smb://example.invalid/x',
        'ms-msdt:/id',
        'search-ms:query=x',
        'javascript:1',
        '\\\\example.invalid\\x',
        '  https://example.invalid/',
      ]) {
        for (const target of ['', '_blank', '_top']) {
          const link = document.createElement('a');
          link.href = href;
          link.target = target;
          document.body.append(link);
          link.click();
          link.remove();
        }
      }
    });
    await app.window.waitForTimeout(300);
    const opened = await app.electron.evaluate(
      () => (globalThis as unknown as { openedOutside: string[] }).openedOutside,
    );
    expect(opened).toEqual([]);
  });
});

it('1: a worker knows neither require nor process nor the bridge', async () => {
  const home = await makeHome();
  const app = await launch({ home });
  // Those that begin with a project: the one that begins with the page may be older than who looks on.
  await openSample(app.window);
  await expect.poll(() => app.window.workers().length).toBeGreaterThan(0);
  for (const worker of app.window.workers()) {
    const found = await worker.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'gongxue'].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
  }
  await app.kill();
  await home.remove();
});
