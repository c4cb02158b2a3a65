import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, readFileSync, readdirSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { makeHome } from '../harness/launch';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const canRun = process.platform === 'linux' && canBecomeNobody();

/** Root may start programs as nobody; anybody else is somebody already. */
function canBecomeNobody(): boolean {
  if (!isRoot) return true;
  const electron = process.env.GONGXUE_ELECTRON ?? '';
  const { status } = spawnSync('test', ['-x', electron], { uid: nobody, gid: nobody });
  const { status: spaces } = spawnSync('unshare', ['-U', 'true'], { uid: nobody, gid: nobody });
  return status === 0 && spaces === 0;
}

let child: ChildProcess | null = null;
afterEach(() => {
  if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  child = null;
});

function renderersOf(group: number): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const processGroup = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
      // Chromium writes the command line of its children anew, with blanks between the words.
      const isRenderer = /--type=renderer\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      return processGroup === group && isRenderer;
    } catch {
      // The process ended while it was looked at.
      return false;
    }
  });
}

// Where nobody may not start the runtime, or there are no user namespaces, it is counted as skipped.
it.runIf(canRun)('runs the page in the sandbox of the operating system', async () => {
  const home = await makeHome();
  const app = `${home.home}/app`;
  cpSync(process.env.GONGXUE_APP_FOLDER ?? '', app, { recursive: true, dereference: true });
  if (isRoot) {
    spawnSync('chown', ['-R', `${String(nobody)}:${String(nobody)}`, home.home]);
    chownSync(home.home, nobody, nobody);
  }
  child = spawn(process.env.GONGXUE_ELECTRON ?? '', [`--user-data-dir=${home.userData}`, app], {
    detached: true,
    stdio: 'ignore',
    cwd: home.home,
    env: { ...process.env, HOME: home.home, XDG_CONFIG_HOME: `${home.home}/.config` },
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  const group = child.pid ?? 0;
  const statuses = () =>
    renderersOf(group).map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'));
  // A process that has just begun locks itself in before it reads any page.
  await expect
    .poll(() => {
      const all = statuses();
      return all.length > 0 && all.every((status) => /^Seccomp:\s+2$/m.test(status));
    })
    .toBe(true);
  for (const status of statuses()) expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  for (const pid of renderersOf(group)) {
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
  }
  process.kill(-group, 'SIGKILL');
  child = null;
  await home.remove();
});
