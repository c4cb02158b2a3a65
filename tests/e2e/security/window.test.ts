import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ipcContract, type ShellBridge } from '@shared/ipc/contract';
import { inATask } from '../harness/in-a-task';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';

const valueOf = (reply: unknown): unknown =>
  typeof reply === 'object' && reply !== null && 'value' in reply ? reply.value : reply;

/** promises.md §5: what the page may not do, asked in the real window. */
describe('the window', () => {
  let home: TestHome;
  let app: RunningApp;
  let address: string;
  beforeAll(async () => {
    home = await makeHome();
    app = await launch({ home });
    await app.window.waitForLoadState('load');
    address = app.window.url();
    await app.window.evaluate(() => {
      Object.assign(window, { stillTheSamePage: true, violations: [] as string[] });
      document.addEventListener('securitypolicyviolation', (event) => {
        (window as unknown as { violations: string[] }).violations.push(event.effectiveDirective);
      });
    });
  });
  afterAll(async () => {
    await app.kill();
    await home.remove();
  });

  async function expectSamePage(): Promise<void> {
    expect(app.window.url()).toBe(address);
    expect(await app.window.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
    expect(app.electron.windows()).toHaveLength(1);
  }

  it('is isolated and sandboxed, without Node, with web security, for every web contents', async () => {
    const preferences = await app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        const asked = contents as unknown as { getLastWebPreferences: () => object };
        return asked.getLastWebPreferences() as Record<string, unknown>;
      }),
    );
    expect(preferences.length).toBeGreaterThan(0);
    for (const one of preferences) {
      expect(one).toMatchObject({ contextIsolation: true, nodeIntegration: false, sandbox: true });
      expect(one.webSecurity ?? true).toBe(true);
      expect(one.nodeIntegrationInWorker ?? false).toBe(false);
      expect(one.nodeIntegrationInSubFrames ?? false).toBe(false);
      expect(one.webviewTag ?? false).toBe(false);
      expect(one.allowRunningInsecureContent ?? false).toBe(false);
      expect(one.experimentalFeatures ?? false).toBe(false);
    }
  });

  it('knows neither require nor process nor module, in the page or in a frame', async () => {
    const seen = await inATask(app.window, () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside = frame.contentWindow as unknown as Record<string, unknown>;
      const names = ['require', 'process', 'module', 'global', 'Buffer'];
      const found = names.filter((name) => name in window || name in inside);
      const bridge = typeof inside.gongxue;
      frame.remove();
      return { found, bridge };
    });
    expect(seen).toEqual({ found: [], bridge: 'undefined' });
  });

  it('is served from app://, with a content security policy by header', async () => {
    expect(new URL(address).protocol).toBe('app:');
    const [status, policy] = await app.electron.evaluate(async ({ net }, url) => {
      const response = await net.fetch(url);
      return [response.status, response.headers.get('content-security-policy') ?? ''] as const;
    }, address);
    expect(status).toBe(200);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-src 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  });

  it('evaluates no text as code', async () => {
    const outcomes = await app.window.evaluate(async () => {
      // Playwright's own evaluation may use eval; what a timer runs later is under the page's policy.
      await new Promise((resolve) => window.setTimeout(resolve, 20));
      const attempt = (act: () => unknown): string => {
        try {
          act();
          return 'ran';
        } catch (cause) {
          return (cause as Error).name;
        }
      };
      return {
        eval: attempt(() => (0, eval)('1')),
        function: attempt(() => new Function('return 1')),
        timer: attempt(() => window.setTimeout('window.evil = 1' as unknown as () => void, 0)),
        html: attempt(() => {
          document.createElement('div').innerHTML = '<b>x</b>';
        }),
        worker: attempt(() => new Worker('blob:x')),
        script: attempt(() => {
          document.createElement('script').src = 'x.js';
        }),
      };
    });
    for (const [what, outcome] of Object.entries(outcomes)) {
      expect(outcome, what).toMatch(/Error$/);
    }
    const handler = await app.window.evaluate(() => {
      const button = document.createElement('button');
      try {
        button.setAttribute('onclick', 'window.evil = 1');
      } catch {
        // Trusted Types may refuse it at once.
      }
      document.body.append(button);
      button.click();
      button.remove();
      return 'evil' in window;
    });
    expect(handler).toBe(false);
  });

  it('makes only the one Trusted Types policy that its workers need', async () => {
    const made = await app.window.evaluate(() => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => object };
      };
      try {
        trustedTypes.createPolicy('evil', { createHTML: (text: string) => text });
        return true;
      } catch {
        return false;
      }
    });
    expect(made).toBe(false);
  });

  it('reaches no network: not by request, picture, style, font, form, beacon or socket', async () => {
    const outcomes = await app.window.evaluate(async () => {
      const url = 'https://example.invalid/x';
      const refused = async (act: () => unknown): Promise<boolean> => {
        try {
          await act();
          return false;
        } catch {
          return true;
        }
      };
      const image = new Image();
      const pictureFailed = new Promise<boolean>((resolve) => {
        image.onerror = () => {
          resolve(true);
        };
        image.onload = () => {
          resolve(false);
        };
      });
      image.src = `${url}.png`;
      return {
        fetch: await refused(() => fetch(url)),
        own: await refused(() => fetch(location.href)),
        events: await refused(
          () =>
            new Promise((resolve, reject) => {
              const events = new EventSource(url);
              events.onerror = reject;
              events.onopen = resolve;
            }),
        ),
        socket: await refused(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket('wss://example.invalid/x');
              socket.onerror = reject;
              socket.onopen = resolve;
            }),
        ),
        picture: await pictureFailed,
      };
    });
    expect(outcomes).toEqual({ fetch: true, own: true, events: true, socket: true, picture: true });
    await expect
      .poll(() =>
        app.window.evaluate(() => (window as unknown as { violations: string[] }).violations),
      )
      .toEqual(expect.arrayContaining(['connect-src', 'img-src']));
  });

  it('lets not even the shell load an address outside', async () => {
    const outcome = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      try {
        await window.loadURL('http://127.0.0.1:9/');
        return 'loaded';
      } catch (cause) {
        return String(cause);
      } finally {
        window.destroy();
      }
    });
    expect(outcome).toMatch(/ERR_BLOCKED_BY_CLIENT|ERR_FAILED|ERR_ABORTED/);
  });

  it('stays where it is, whatever tries to lead it away', async () => {
    const places = [
      'https://example.invalid/',
      'http://127.0.0.1/',
      'file:///etc/hostname',
      'data:text/html,<b>x</b>',
      'javascript:document.title="x"',
      'blob:app://studio/0',
      'app://studio/other.html',
      'app://elsewhere/index.html',
      'mailto:a@example.invalid',
      'chrome://gpu',
      'view-source:app://studio/index.html',
    ];
    for (const place of places) {
      await app.window.evaluate((url) => {
        const attempts = [
          () => {
            location.href = url;
          },
          () => {
            location.assign(url);
          },
          () => {
            window.open(url, '_self');
          },
          () => {
            const link = document.createElement('a');
            link.href = url;
            document.body.append(link);
            link.click();
            link.remove();
          },
        ];
        for (const attempt of attempts) {
          try {
            attempt();
          } catch {
            // Refused at once is as good.
          }
        }
      }, place);
      await app.window.waitForTimeout(40);
      await expectSamePage();
    }
    await app.window.evaluate(() => {
      const form = document.createElement('form');
      form.action = 'https://example.invalid/';
      form.method = 'post';
      document.body.append(form);
      form.submit();
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = '0; url=https://example.invalid/';
      document.head.append(refresh);
    });
    await app.window.waitForTimeout(300);
    await expectSamePage();
  });

  it('opens no second window', async () => {
    const opened = await app.window.evaluate(() => [
      window.open('https://example.invalid/') === null,
      window.open('about:blank') === null,
      window.open('') === null,
    ]);
    expect(opened).toEqual([true, true, true]);
    await app.window.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://example.invalid/');
      document.body.append(view);
      view.remove();
    });
    await app.window.waitForTimeout(200);
    await expectSamePage();
  });

  it('is granted no permission', async () => {
    const states = await app.window.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
        'background-sync',
        'accelerometer',
        'gyroscope',
        'magnetometer',
        'screen-wake-lock',
        'storage-access',
      ];
      const found: Record<string, string> = {};
      for (const name of names) {
        try {
          const status = await navigator.permissions.query({ name: name as PermissionName });
          found[name] = status.state;
        } catch {
          found[name] = 'unknown';
        }
      }
      return found;
    });
    expect(Object.entries(states).filter(([, state]) => state === 'granted')).toEqual([]);
    const calls = await app.window.evaluate(async () => {
      const refused = async (act: () => Promise<unknown>): Promise<boolean> => {
        try {
          await act();
          return false;
        } catch {
          return true;
        }
      };
      return {
        notification: (await Notification.requestPermission()) !== 'granted',
        camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
        place: await refused(
          () =>
            new Promise((resolve, reject) => {
              navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 2_000 });
            }),
        ),
        clipboard: await refused(() => navigator.clipboard.readText()),
      };
    });
    expect(calls).toEqual({
      notification: true,
      camera: true,
      screen: true,
      place: true,
      clipboard: true,
    });
  });

  it('knows no calls between pages, no access to files: not in the page and not in frames it makes', async () => {
    const found = await inATask(app.window, () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = document.createElement('iframe');
      frame.contentDocument?.body.append(inner);
      const names = [
        'RTCPeerConnection',
        'webkitRTCPeerConnection',
        'WebTransport',
        'webkitSpeechRecognition',
        'showOpenFilePicker',
        'showSaveFilePicker',
        'showDirectoryPicker',
      ];
      const places = [window, frame.contentWindow, inner.contentWindow];
      const seen = names.filter((name) => places.some((place) => place !== null && name in place));
      frame.remove();
      return seen;
    });
    expect(found).toEqual([]);
  });

  it('gets no file by asking for one, and shows no box of its own, though a key was struck', async () => {
    const asked = () =>
      app.electron.evaluate(() => (globalThis as unknown as { askedFor: string[] }).askedFor);
    await app.electron.evaluate(({ BrowserWindow }) => {
      const askedFor: string[] = [];
      Object.assign(globalThis, { askedFor });
      BrowserWindow.getAllWindows()[0]?.webContents.debugger.on('message', (_event, method) => {
        if (method === 'Page.fileChooserOpened') askedFor.push('file');
      });
    });
    await app.window.evaluate(`setTimeout(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const field = (from) => {
        const made = from.createElement('input');
        made.type = 'file';
        made.onchange = () => { window.gotFiles = true; };
        return made;
      };
      const ways = [
        () => { field(document).click(); },
        () => { field(frame.contentDocument).click(); },
        () => { const one = field(document); one.webkitdirectory = true; one.click(); },
        () => { const one = field(document); document.body.append(one); one.showPicker(); },
      ];
      addEventListener('keydown', () => { ways.shift()?.(); });
      askingIsReady = true;
    })`);
    await app.window.waitForFunction('window.askingIsReady');
    for (let times = 1; times <= 4; times += 1) {
      await app.window.keyboard.press('Shift');
      // The shell has heard it, and then nothing is shown.
      await expect.poll(asked).toHaveLength(times);
    }
    expect(await app.window.evaluate('[window.gotFiles === true, confirm("x")]')).toEqual([
      false,
      false,
    ]);
    await expectSamePage();
  });

  it('opens no project by a file it has made up itself', async () => {
    const replies = await app.window.evaluate(
      async (path) => {
        const { gongxue } = window as unknown as { gongxue: ShellBridge };
        const made = new File(['x'], path);
        Object.defineProperty(made, 'path', { value: path });
        const given = [{ path }, path, made, null, { path, name: path, size: 1 }];
        return Promise.all(given.map((one) => gongxue.dropFile(one).catch(() => 'refused')));
      },
      join(home.documents, 'a.gxk'),
    );
    for (const reply of replies) expect(['refused', null]).toContain(valueOf(reply));
  });

  it('downloads nothing', async () => {
    await app.electron.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) => {
        Object.assign(globalThis, { downloadPrevented: event.defaultPrevented });
      });
    });
    await app.window.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      document.body.append(link);
      link.click();
      link.remove();
    });
    await app.window.waitForTimeout(500);
    const prevented = await app.electron.evaluate(
      () => (globalThis as { downloadPrevented?: boolean }).downloadPrevented,
    );
    expect(prevented).not.toBe(false);
    expect(
      (await readdir(home.home, { recursive: true })).filter((name) => name.endsWith('x.txt')),
    ).toEqual([]);
    await expectSamePage();
  });

  it('has no menu, and no key opens the development tools or reloads', async () => {
    for (const keys of [
      'F5',
      'Control+r',
      'Control+Shift+R',
      'F12',
      'Control+Shift+I',
      'Control+u',
      'Control+w',
    ]) {
      await app.window.keyboard.press(keys);
    }
    await app.window.waitForTimeout(300);
    await expectSamePage();
    const shell = await app.electron.evaluate(({ BrowserWindow, Menu }) => ({
      menu: Menu.getApplicationMenu() === null,
      tools: BrowserWindow.getAllWindows().some((one) => one.webContents.isDevToolsOpened()),
    }));
    expect(shell).toEqual({ menu: process.platform !== 'darwin', tools: false });
  });

  it('serves only files of its own list', async () => {
    const paths = [
      '../../../../etc/passwd',
      '%2e%2e/%2e%2e/package.json',
      '..%2f..%2fpackage.json',
      '..\\..\\package.json',
      '%2e%2e%5cpackage.json',
      '/etc/passwd',
      '//etc/passwd',
      'assets/../../main/main.cjs',
      '%00',
      'index.html%00.png',
      'con',
      'index.html/',
      '.',
      '..',
      'assets',
      'assets/',
      '__proto__',
      'constructor',
      'toString',
      'package.json',
      'file:///etc/passwd',
      '%252e%252e/package.json',
      'assets/%2e%2e/%2e%2e/preload/preload.cjs',
    ];
    const answers = await app.electron.evaluate(async ({ net }, wanted) => {
      const found: Record<string, string> = {};
      for (const path of wanted) {
        try {
          const response = await net.fetch(`app://studio/${path}`);
          const text = await response.text();
          found[path] = text.includes('<div id="root"') ? 'the page' : String(response.status);
        } catch {
          found[path] = 'refused';
        }
      }
      return found;
    }, paths);
    for (const [path, answer] of Object.entries(answers)) {
      // "." and ".." name the page itself once the address is normalised.
      expect(
        ['404', '400', '403', 'refused', ...(/^\.*\/?$|^\.\.$/.test(path) ? ['the page'] : [])],
        path,
      ).toContain(answer);
    }
  });

  it('has one frozen function per channel of the contract and no more', async () => {
    const bridge = await app.window.evaluate(() => {
      const found = (window as unknown as { gongxue: Record<string, unknown> }).gongxue;
      return {
        names: Object.keys(found).sort(),
        frozen: Object.isFrozen(found),
        functions: Object.values(found).every((value) => typeof value === 'function'),
      };
    });
    const channels = Object.keys(ipcContract).filter((name) => name !== 'project:dropped');
    expect(bridge).toEqual({
      names: [...channels, 'dropFile', 'onShellEvent'].sort(),
      frozen: true,
      functions: true,
    });
  });

  it('is refused in words when it names paths, invents handles or sends nonsense', async () => {
    const reasons = await app.window.evaluate(
      async (channels) => {
        const { gongxue } = window as unknown as {
          gongxue: Record<
            string,
            (
              ...args: unknown[]
            ) => Promise<{ ok: boolean; failure?: { reason: string; message: string } }>
          >;
        };
        const nonsense: unknown[][] = [
          ['/etc/passwd', '/etc/passwd'],
          [{ handle: '../../etc/passwd', drafts: [] }],
          [
            {
              session: 's0000000000000000',
              handle: {},
              folder: 'C:\\',
              entries: [null],
              files: [],
            },
          ],
          [{ __proto__: { handle: 'x' } }, null, 3],
          [new Array(5_000).fill('x')],
          ['x'.repeat(1_000_000)],
        ];
        const wrong: string[] = [];
        for (const channel of channels) {
          for (const args of nonsense) {
            const reply = await gongxue[channel]?.(...args);
            const refused = reply?.ok === false && (reply.failure?.message ?? '') !== '';
            if (!refused) wrong.push(`${channel} ${JSON.stringify(args).slice(0, 60)}`);
          }
        }
        return wrong;
      },
      // settings:set leaves out what it does not know and then has nothing to set.
      Object.keys(ipcContract).filter((name) => !/^(project:dropped|settings:set)$/.test(name)),
    );
    expect(reasons).toEqual([]);
    const invented = await app.window.evaluate(async () => {
      const { gongxue } = window as unknown as {
        gongxue: Record<
          string,
          (...args: unknown[]) => Promise<{ ok: boolean; value?: { outcome?: string } }>
        >;
      };
      const replies = [
        await gongxue['project:open']?.({ handle: 'h0000000000000000', drafts: [] }),
        await gongxue['backups:look']?.({ handle: 'h0000000000000000' }),
        await gongxue['export:reveal']?.({ folder: 'h0000000000000000' }),
        await gongxue['project:writeNow']?.({ session: 's0000000000000000' }),
      ];
      return replies.map((reply) => reply?.ok === true && reply.value?.outcome !== 'failed');
    });
    expect(invented).toEqual([false, false, false, false]);
    await expectSamePage();
  });

  it('is the only one: a second start hands over and ends, however hostile its arguments', async () => {
    const hostile = [
      '/etc/passwd',
      'https://example.invalid/a.gxk',
      join(home.home, 'missing.gxk'),
    ];
    const second = spawnSync(
      process.env.GONGXUE_ELECTRON ?? '',
      [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${home.userData}`,
        process.env.GONGXUE_APP_FOLDER ?? '',
        ...hostile,
      ],
      { timeout: 30_000, env: { ...process.env, HOME: home.home }, stdio: 'ignore' },
    );
    expect(second.status).toBe(0);
    await expectSamePage();
  });

  // Chromium lets nobody refuse about:blank, so the shell has to lead the window back.
  it('comes back when it was led to an empty page', async () => {
    await app.window.evaluate(() => {
      window.location.href = 'about:blank';
    });
    await expect.poll(() => app.window.url(), { timeout: 10_000 }).toBe(address);
    await app.window.getByRole('main').waitFor();
  });
});
