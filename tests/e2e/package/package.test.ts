import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type TestHome } from '../harness/launch';
import { packed } from './packed';
import { makeShipped, type Shipped, type Start } from './shipped';

/** The fuses as they stand in the program, after Electron's own mark. */
function fusesOf(program: string): string {
  const bytes = readFileSync(program);
  const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const at = bytes.indexOf(mark) + mark.length;
  const count = bytes[at + 1] ?? 0;
  return bytes.subarray(at + 2, at + 2 + count).toString('latin1');
}

function opensPort(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

describe.runIf(process.platform === 'linux')('the packed app', { timeout: 240_000 }, () => {
  let open = '';
  let fused = '';
  let home: TestHome;
  let shipped: Shipped;
  beforeAll(async () => {
    open = packed('open');
    fused = packed('fused');
    home = await makeHome();
    shipped = await makeShipped();
  }, 240_000);
  afterEach(() => {
    shipped.killAll();
  });
  afterAll(async () => {
    await home.remove();
    await shipped.remove();
  });
  const start = (how: Start) => shipped.start(how);

  it('holds the app and its notices, no fault entry, no package folder', () => {
    const asar = readFileSync(join(dirname(open), 'resources', 'app.asar'));
    const header = asar.subarray(16, 16 + asar.readUInt32LE(12)).toString('utf8');
    for (const wanted of [
      'main.cjs',
      'preload.cjs',
      'gongxue.cjs',
      'LICENSE',
      'THIRD-PARTY-NOTICES.md',
    ]) {
      expect(header).toContain(`"${wanted}"`);
    }
    for (const unwanted of ['faults.cjs', 'node_modules', '.map"', '.ts"']) {
      expect(header).not.toContain(unwanted);
    }
  });

  it('opens its window and says that it is packed', async () => {
    const app = await launch({ home, program: open });
    await app.window.waitForLoadState('load');
    expect(await app.window.title()).toContain('工学课坊');
    expect(await app.electron.evaluate(({ app: shell }) => shell.isPackaged)).toBe(true);
    await expect
      .poll(() => app.window.locator('#root').innerText(), { timeout: 20_000 })
      .toMatch(/新建/);
    await app.close();
  });

  it('is fused: no plain Node, no NODE_OPTIONS, no inspector, only the packed app', () => {
    // Order: RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect, AsarIntegrity, OnlyLoadAppFromAsar.
    expect(fusesOf(fused).slice(0, 6)).toMatch(/^0.0011$/);
    expect(fusesOf(open).slice(0, 6)).toMatch(/^1.1111$/);
  });

  it('starts fused and stays', async () => {
    const { child, said } = start({});
    await expect.poll(() => existsSync(shipped.home.userData), { timeout: 20_000 }).toBe(true);
    await pause(2_500);
    expect(child.exitCode, said()).toBe(null);
  });

  it('cannot be turned into Node by an environment variable', async () => {
    const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect=127.0.0.1:9339' };
    const { child, said } = start({ env });
    await pause(2_500);
    expect(await opensPort(9339)).toBe(false);
    expect(child.exitCode, said()).toBe(null);
    const node = start({ args: ['-e', 'console.log("turned")'], env });
    await expect.poll(() => node.child.exitCode, { timeout: 20_000 }).toBe(2);
    expect(node.said()).not.toContain('turned\n');
  });

  it.each([
    '--no-sandbox',
    '--disable-setuid-sandbox',
    '--disable-web-security',
    '--load-extension=/tmp',
    '--proxy-server=127.0.0.1:9338',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--js-flags=--expose-gc',
    '--remote-debugging-port=9338',
    '--inspect=9338',
    '--inspect-brk=9338',
  ])('started with %s it says in words that it does not, opens no door and ends', async (flag) => {
    const { child, said } = start({ args: [flag] });
    await expect.poll(() => child.exitCode, { timeout: 20_000 }).toBe(2);
    expect(said()).toContain(`工学课坊不接受这个启动参数：${flag.split('=')[0] ?? ''}`);
    expect(said()).toContain('请把它删去');
    expect(await opensPort(9338)).toBe(false);
  });

  it('the shipped build lacks what lets trials pass such a switch', () => {
    const mark = 'trial build: accepts every switch';
    const code = (program: string) =>
      readFileSync(join(dirname(program), 'resources', 'app.asar'), 'latin1');
    expect(code(open)).toContain(mark);
    expect(code(fused)).not.toContain(mark);
    // And it is the build that decides, not the account: root is refused the same.
    const env = { ...process.env, ELECTRON_ENABLE_LOGGING: '' };
    const { status, stderr } = spawnSync(fused, ['--no-sandbox'], { encoding: 'utf8', env });
    expect(status).toBe(2);
    expect(stderr).toContain('--no-sandbox');
  });
});
