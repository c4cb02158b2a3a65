import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, makeHome } from '../harness/launch';
import { newFromSample } from '../harness/project';
import { traced, type Traced } from '../harness/trace';
import { tryEveryWayOut } from './hostile-page';
import { packed } from './packed';
import { account, makeShipped } from './shipped';

const isRoot = process.getuid?.() === 0;

/** As on a machine that speaks English: for Chinese there is no spelling dictionary to ask for. */
const english = { LC_ALL: 'C.UTF-8', LANGUAGE: 'en_US', LANG: 'en_US.UTF-8' };

/** What a short day of work leaves in the documents. */
const dayLeaves = [/汽车维护\.gxk$/, /课程标准\.docx$/, /课程标准\.pdf$/, /每日\.gxk$/];

/** Starts the packed app by the hands of scripts/day-of-work.mjs; what lies in the documents at the end. */
function dayOfWork(program: string, [first, ...before]: readonly string[]): readonly string[] {
  const script = join('scripts', 'day-of-work.mjs');
  const all = [...before, process.execPath, script, program];
  const [command, args] = first === undefined ? [all[0], all.slice(1)] : [first, all];
  const env = { ...process.env, ...english };
  const { status, stdout, stderr } = spawnSync(command ?? '', args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as string[];
}

function expectADay(left: readonly string[]): void {
  for (const wanted of dayLeaves) expect(left.join('\n')).toMatch(new RegExp(wanted, 'm'));
}

describe.runIf(process.platform === 'linux')(
  'nothing leaves the machine',
  { timeout: 300_000 },
  () => {
    let open = '';
    let folder = '';
    beforeAll(() => {
      open = packed('open');
      folder = mkdtempSync(join(tmpdir(), 'gongxue-trace-'));
      chmodSync(folder, 0o755);
    }, 240_000);
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    function trace(name: string, program: string, as?: string): Traced {
      const own = join(folder, name);
      spawnSync('mkdir', [own]);
      return traced(program, own, as);
    }

    it('in a day of work: start, edit, export Word and PDF, quit', () => {
      const watched = trace('day', open);
      expectADay(dayOfWork(watched.program, []));
      expect(watched.seen()).toBeGreaterThan(100);
      expect(watched.outgoing()).toEqual([]);
      // Playwright asks for two doors, on 127.0.0.1: Node's inspector and Chromium's developer tools.
      expect(watched.listeners()).toHaveLength(2);
    });

    it('and the day is the same where there is no network at all', () => {
      // Loopback is up, for the two doors of the driver; there is nothing else.
      const alone = isRoot ? ['unshare', '-n'] : ['unshare', '-r', '-n'];
      const probe = spawnSync(alone[0] ?? '', [...alone.slice(1), 'ip', 'link', 'set', 'lo', 'up']);
      if (probe.status !== 0) {
        throw new Error(
          '这台机器不能建立没有网络的空间（unshare、ip），因此不能证明断网可用。\n' +
            `A namespace without network cannot be made here: ${String(probe.stderr)}`,
        );
      }
      const up = 'ip link set lo up && exec "$@"';
      expectADay(dayOfWork(open, [...alone, 'sh', '-c', up, 'sh']));
    });

    it('whatever code in the page tries: calls, requests, sockets, hints, elements, workers', async () => {
      const home = await makeHome();
      const watched = trace('hostile', open);
      const app = await launch({ home, env: english, program: watched.program });
      await app.window.getByRole('main').waitFor();
      // In a task of its own: Playwright loses sight of a call in which frames come to be.
      await app.window.evaluate(`setTimeout(() => {
      (${tryEveryWayOut.toString()})().then((found) => { window.tried = found; });
    })`);
      const tried = () =>
        app.window.evaluate(() => (window as unknown as { tried?: Record<string, string> }).tried);
      await expect.poll(tried, { timeout: 60_000 }).toBeDefined();
      const through = Object.entries((await tried()) ?? {}).filter(([, how]) => how !== 'refused');
      await app.close();
      expect(through).toEqual([]);
      expect(watched.outgoing()).toEqual([]);
      expect(watched.listeners()).toHaveLength(2);
      await home.remove();
    });

    it('from the app as it is shipped, opened with a project and moved by keys for a minute', async () => {
      const shipped = await makeShipped();
      const { home, program } = shipped;
      const project = join(home.documents, '汽车维修.gxk');
      newFromSample('qiche-weihu', project);
      const watched = trace('shipped', program, account);
      const { child } = shipped.start({
        args: [project],
        env: english,
        through: watched.program,
      });
      const window = () => strike('search', '--onlyvisible', '--name', '工学课坊').split('\n')[0];
      await expect.poll(window, { timeout: 60_000 }).toMatch(/^\d+$/);
      strike('windowfocus', '--sync', window() ?? '');
      const started = Date.now();
      while (Date.now() - started < 60_000) {
        for (const keys of strokes) strike('key', '--clearmodifiers', keys);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      expect(child.exitCode).toBe(null);
      // The keys have arrived: something was written and saved.
      expect(journalBytes(home.userData)).toBeGreaterThan(0);
      expect(watched.seen()).toBeGreaterThan(100);
      expect(watched.outgoing()).toEqual([]);
      expect(watched.listeners()).toEqual([]);
      await shipped.remove();
    });
  },
);

/** What a hand does that cannot see: it goes about, writes, opens the palette and the export, and saves. */
const strokes: readonly string[] = [
  ...['Escape', 'Tab', 'Tab', 'a', 'b', 'Tab', 'c'],
  ...['ctrl+k', 'd', 'Escape', 'ctrl+e', 'Escape', 'ctrl+s'],
];

function strike(...words: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { error, stdout } = spawnSync('xdotool', words, { encoding: 'utf8', env });
  if (error !== undefined) throw new Error('缺少 xdotool，不能从外面按键。 xdotool is missing.');
  return stdout;
}

function journalBytes(userData: string): number {
  const folder = join(userData, 'journal');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
}
