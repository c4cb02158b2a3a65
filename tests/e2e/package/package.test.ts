import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome, type TestHome } from '../harness/launch';

const output = join(process.cwd(), '.cache', 'package-test');
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Packs with our own script, as `npm run package` does. */
function pack(kind: 'open' | 'fused'): string {
  const script = `
    import { packLinuxFolder } from './scripts/package.mjs';
    const output = process.argv[1];
    const built = await packLinuxFolder({ output, open: ${String(kind === 'open')}, build: ${String(kind === 'open')} });
    process.stdout.write(built);`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, join(output, kind)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

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
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    open = pack('open');
    fused = pack('fused');
    home = await makeHome();
  }, 240_000);
  afterEach(() => {
    for (const child of children.splice(0)) {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    }
  });
  afterAll(async () => {
    await home.remove();
    await rm(output, { recursive: true, force: true });
  });

  /** Starts the fused app as a teacher does; it cannot be driven, only watched. */
  function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const child = spawn(fused, [...sandbox, `--user-data-dir=${home.userData}`, ...args], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: home.home,
      env: {
        ...process.env,
        HOME: home.home,
        XDG_CONFIG_HOME: join(home.home, '.config'),
        ...env,
      },
    });
    children.push(child);
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    return { child, said: () => said };
  }

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
    const { child, said } = start([]);
    await expect.poll(() => existsSync(home.userData), { timeout: 20_000 }).toBe(true);
    await pause(2_500);
    expect(child.exitCode, said()).toBe(null);
  });

  it('cannot be turned into Node by an environment variable', async () => {
    const { child, said } = start(['-e', 'console.log("turned")'], {
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--inspect=127.0.0.1:9339',
    });
    await pause(2_500);
    expect(said()).not.toContain('turned');
    expect(await opensPort(9339)).toBe(false);
    expect(child.exitCode, said()).toBe(null);
  });

  it.each(['--remote-debugging-port=9338', '--inspect=9338', '--inspect-brk=9338'])(
    'opens no door for %s',
    async (flag) => {
      start([flag]);
      await pause(2_500);
      expect(await opensPort(9338)).toBe(false);
    },
  );
});
