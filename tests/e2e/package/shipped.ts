import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeHome, type TestHome } from '../harness/launch';
import { packed } from './packed';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
/** Whom it runs as: Chromium refuses its sandbox to root, and the shipped app refuses to go without. */
export const account = isRoot ? 'nobody' : undefined;

export interface Start {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Start this, which starts the app and changes accounts by itself. */
  readonly through?: string;
}

/** The app as it is shipped, in a home of its own. It cannot be driven, only watched. */
export interface Shipped {
  readonly home: TestHome;
  readonly program: string;
  readonly start: (how: Start) => { readonly child: ChildProcess; readonly said: () => string };
  readonly killAll: () => void;
  readonly remove: () => Promise<void>;
}

/** Chromium's helper belongs to root; all else in the home to whoever runs the app. */
function giveAway(home: string): void {
  if (!isRoot) return;
  const sandbox = join(home, 'app', 'chrome-sandbox');
  spawnSync('chown', ['-R', 'nobody', home]);
  spawnSync('chown', ['root', sandbox]);
  spawnSync('chmod', ['4755', sandbox]);
}

export async function makeShipped(): Promise<Shipped> {
  const home = await makeHome();
  cpSync(dirname(packed('fused')), join(home.home, 'app'), { recursive: true });
  const program = join(home.home, 'app', 'gongxue-studio');
  const children: ChildProcess[] = [];
  const killAll = () => {
    for (const child of children.splice(0)) {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    }
  };
  const start = ({ args = [], env = {}, through }: Start) => {
    giveAway(home.home);
    const config = join(home.home, '.config');
    const child = spawn(through ?? program, [`--user-data-dir=${home.userData}`, ...args], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: home.home,
      env: { ...process.env, HOME: home.home, XDG_CONFIG_HOME: config, ...env },
      ...(isRoot && through === undefined ? { uid: nobody, gid: nobody } : {}),
    });
    children.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => (said += data.toString()));
    }
    return { child, said: () => said };
  };
  const remove = async () => {
    killAll();
    await home.remove();
  };
  return { home, program, start, killAll, remove };
}
