import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IpcChannel, ipcContract } from '@shared/ipc/contract';
import { appOrigin } from '@shared/platform/platform';
import { safeFileName, safeStem } from '@electron/main/files/safe-name';
import { answer } from '@electron/main/ipc/answer';
import { measure } from '@electron/main/ipc/measure';
import { keepAppFiles, listAppFiles, respond } from '@electron/main/security/app-files';
import { projectArguments, refusal, refusedSwitches } from '@electron/main/security/switches';
import { Machine, type RunningShell } from '../machine';

let machine: Machine;
let shell: RunningShell;
beforeAll(async () => {
  machine = new Machine();
  shell = await machine.start();
});
afterAll(() => {
  machine.remove();
});

describe('what the window may ask', () => {
  it('has an answer for every channel of the contract and no other', () => {
    expect(Object.keys(shell.shell.handlers).sort()).toEqual(Object.keys(ipcContract).sort());
  });

  it('nonsense is refused in words, and the shell goes on', async () => {
    const channels = Object.keys(ipcContract) as IpcChannel[];
    const harmless = channels.filter((channel) => !ipcContract[channel].args.safeParse([]).success);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...harmless),
        fc.array(fc.anything({ withBigInt: true, withTypedArray: true, withMap: true })),
        async (channel, received) => {
          const reply = await answer(shell.shell.handlers, { channel, received }, () => undefined);
          if (!reply.ok) expect(reply.failure.message).not.toBe('');
        },
      ),
      { numRuns: 2_000 },
    );
    expect((await shell.ask('start:list')).recent).toEqual([]);
  }, 60_000);

  it.each([
    [
      'a circle',
      (() => {
        const circle: Record<string, unknown> = {};
        circle.self = circle;
        return circle;
      })(),
    ],
    ['a forbidden key', JSON.parse('{"__proto__": 1}')],
    ['a deep nest', JSON.parse('['.repeat(200) + ']'.repeat(200))],
    ['a map', new Map()],
    ['a date', new Date(0)],
    ['a function', () => undefined],
  ])('%s is not plain', (_name, value) => {
    expect(measure([value], 1e9)).toBe('not-plain');
  });

  it('what is too large is stopped before it is read', () => {
    expect(measure(['x'.repeat(100)], 100)).toBe('too-large');
    expect(measure([new Uint8Array(100)], 100)).toBe('too-large');
    expect(measure([{ a: 'x', bytes: new Uint8Array(10) }], 100)).toBe('fine');
  });

  it('a handle that was not minted opens nothing', async () => {
    const reply = await shell.ask('project:open', { handle: 'h0123456789abcdef', drafts: [] });
    expect(reply).toMatchObject({ outcome: 'failed', reason: 'not-permitted' });
  });

  it('a dropped thing must be a project file that is there; links are followed to the real one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongxue-drop-'));
    writeFileSync(join(folder, 'a.gxk'), '');
    writeFileSync(join(folder, 'a.txt'), '');
    mkdirSync(join(folder, 'b.gxk'));
    symlinkSync(join(folder, 'a.gxk'), join(folder, 'link.gxk'));
    symlinkSync('/etc/hostname', join(folder, 'evil.txt'));
    const drop = (name: string) => shell.ask('project:dropped', join(folder, name));
    expect(await drop('a.gxk')).toMatch(/^h/);
    expect(await drop('link.gxk')).toBe(await drop('a.gxk'));
    for (const name of ['a.txt', 'b.gxk', 'none.gxk', 'evil.txt', '../../etc/passwd']) {
      expect(await drop(name)).toBeNull();
    }
    rmSync(folder, { recursive: true });
  });
});

describe('file names', () => {
  it('are safe on Windows, keep Han characters and are never empty', () => {
    expect(safeStem('汽车维修（中级）')).toBe('汽车维修（中级）');
    expect(safeStem('a/b\\c:d*e?f"g<h>i|j')).toBe('a b c d e f g h i j');
    expect(safeStem(' .. ')).toBe('未命名');
    expect(safeStem('nul')).toBe('_nul');
    expect(safeStem('com1.x')).toBe('_com1.x');
    expect(safeStem('𠮷林\u202egnp')).toBe('𠮷林 gnp');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const stem = safeStem(name);
        expect(stem).toMatch(/^[^\s.].*[^\s.]$|^[^\s.]$/su);
        expect(stem).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/);
        expect(new TextEncoder().encode(`${stem}.docx`).length).toBeLessThanOrEqual(216);
        expect(safeStem(stem)).toBe(stem);
        expect(safeFileName(`${name}.docx`)).toMatch(/\.docx$/);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the files of the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-window-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<p>');
  writeFileSync(join(folder, 'assets', 'a.js'), '1');
  writeFileSync(join(folder, 'secret.txt'), 'no');
  const files = listAppFiles(folder);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are served by name with the policy in every answer', async () => {
    for (const [path, text] of [
      ['/', '<p>'],
      ['/index.html?x=1#y', '<p>'],
      ['/assets/a.js', '1'],
    ] as const) {
      const response = await respond(files, `${appOrigin}${path}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(text);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('nothing else is: no climbing out, no other host, no file that is not of the window', async () => {
    const steps = fc.constantFrom(
      '..',
      '%2e%2e',
      '.',
      'assets',
      '%2f',
      '\\',
      '%5c',
      'etc',
      'passwd',
      'secret.txt',
      '%00',
      '~',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 8 }), async (path) => {
        const address = `${appOrigin}/${path.join('/')}`;
        const isStart = new URL(address).pathname === '/';
        expect((await respond(files, address)).status).toBe(isStart ? 200 : 404);
      }),
      { numRuns: 5_000 },
    );
    expect((await respond(files, 'app://elsewhere/index.html')).status).toBe(404);
    expect((await respond(files, 'file:///etc/passwd')).status).toBe(404);
    expect((await respond(files, 'nonsense')).status).toBe(404);
  });

  it('an update beneath the open window changes nothing: kept as they were at start, and no others', async () => {
    await keepAppFiles(files);
    writeFileSync(join(folder, 'assets', 'a.js'), '2');
    writeFileSync(join(folder, 'assets', 'b.js'), '2');
    expect(await (await respond(files, `${appOrigin}/assets/a.js`)).text()).toBe('1');
    expect((await respond(files, `${appOrigin}/assets/b.js`)).status).toBe(404);
  });
});

describe('an installed app is started with', () => {
  it.each([
    '--no-sandbox',
    '--NO-SANDBOX',
    '-no-sandbox',
    '--disable-setuid-sandbox',
    '--disable-gpu-sandbox',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--remote-debugging-port=1',
    '--remote-debugging-pipe',
    '--inspect',
    '-inspect-brk=0',
    '--js-flags=--expose-gc',
    '--load-extension=/x',
    '--proxy-server=a:1',
    '--host-resolver-rules=MAP * 1.2.3.4',
    '--enable-features=WebBluetooth',
    '--disable-features=AsyncDns',
    '--enable-blink-features=MojoJS',
    '--renderer-cmd-prefix=x',
    '--ignore-certificate-errors',
    '--enable-logging',
    '--a-switch-of-next-year',
    '-e',
  ])('%s, and refuses', (word) => {
    const refused = refusedSwitches(['--user-data-dir=/x', word, 'a.gxk'], 'linux');
    expect(refused).toHaveLength(1);
    expect(refusal(refused)).toContain(`--${refused[0] ?? ''}`);
    expect(refusal(refused)).toContain('请把它删去');
  });

  it('what a slow or odd machine needs, and starts', () => {
    const words = ['--disable-gpu', '--ozone-platform=x11', '--lang=zh-CN', '-psn_0_1234', 'a.gxk'];
    expect(refusedSwitches(words, 'darwin')).toEqual([]);
    expect(refusedSwitches(['--', '--no-sandbox'], 'linux')).toEqual([]);
    expect(refusedSwitches(['/home/a/b.gxk', '-'], 'linux')).toEqual([]);
  });

  it('a switch after a slash, which Windows knows, and refuses', () => {
    expect(refusedSwitches(['/no-sandbox', 'C:\\a.gxk'], 'win32')).toEqual(['no-sandbox']);
  });
});

it('project files are told from switches', () => {
  expect(projectArguments(['--x=a.gxk', '-a.gxk', 'b.GXK', '/c/d.gxk', 'e.docx', '.'])).toEqual([
    'b.GXK',
    '/c/d.gxk',
  ]);
});
