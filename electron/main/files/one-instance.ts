import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from './disk';

/** What this needs of Electron's `app`. */
export interface LockingApp {
  readonly requestSingleInstanceLock: () => boolean;
  readonly getPath: (name: 'userData') => string;
  readonly setPath: (name: 'userData', path: string) => void;
}

/** first: this one may write; second: another one was told and shows itself; refused: nobody was, and it is said why not. */
export type Instance =
  | { readonly is: 'first' }
  | { readonly is: 'second' }
  | { readonly is: 'refused'; readonly message: string };

/** Chromium's lock in a profile: a symbolic link whose target names machine and process. */
const lockName = 'SingletonLock';
/** Our own where no symbolic link can be made: a file that only one can make. */
const markName = 'in-use.json';

/**
 * Makes sure that only one program writes to a profile. Chromium's lock is a symbolic link, so on FAT,
 * exFAT and some network drives, and on a full disk, it cannot be made, and Electron then says only
 * "no", as if another one was running. Then the lock lies in a folder of this user on this machine,
 * and a mark in the profile keeps other machines out.
 */
export function claimProfile(app: LockingApp): Instance {
  if (app.requestSingleInstanceLock()) return { is: 'first' };
  // Windows asks by a window, not by a link: there "no" means what it says.
  if (process.platform === 'win32') return { is: 'second' };
  const profile = app.getPath('userData');
  const holder = holderOf(profile);
  if (holder === hostname()) return { is: 'second' };
  if (holder !== null) return refused(holder, join(profile, lockName));
  const elsewhere = lockFolder(profile);
  if (elsewhere === null) return { is: 'refused', message: noPlace };
  app.setPath('userData', elsewhere);
  try {
    if (app.requestSingleInstanceLock()) return marked(profile);
    return holderOf(elsewhere) === null ? { is: 'refused', message: noPlace } : { is: 'second' };
  } finally {
    app.setPath('userData', profile);
  }
}

const noPlace =
  '没有启动：存放设置和日志的位置，以及本机的临时文件夹，都不让我们确认没有第二个窗口在写。请检查磁盘是否已满、是否只读，再启动一次。';

function refused(host: string, lock: string): Instance {
  const message = `没有启动：另一台电脑（${host}）正开着工学课坊，用的是同一份设置和日志。请先在那里关闭。如果那里确实没有打开（例如上次突然断电，或这台电脑改过名），请删除 ${lock} 再启动。`;
  return { is: 'refused', message };
}

/** The machine that holds the lock in a folder; null when there is none. */
function holderOf(folder: string): string | null {
  try {
    return readlinkSync(join(folder, lockName)).replace(/-\d+$/, '');
  } catch {
    return null;
  }
}

/** A folder for the lock that only this user can have made; null when there is none to be had. */
function lockFolder(profile: string): string | null {
  const parent = process.env.XDG_RUNTIME_DIR ?? tmpdir();
  const user = process.getuid?.() ?? 0;
  const key = createHash('sha256').update(profile).digest('hex').slice(0, 16);
  const folder = join(parent, `gongxue-studio-${String(user)}-${key}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const isOurs = found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0;
    return isOurs ? folder : null;
  } catch {
    return null;
  }
}

/** The lock of this machine is ours; a mark of another machine in the profile is not. */
function marked(profile: string): Instance {
  const path = join(profile, markName);
  const host = markOf(path);
  if (host !== null && host !== hostname()) return refused(host, path);
  try {
    mkdirSync(profile, { recursive: true });
    if (host !== null) rmSync(path);
    writeFileSync(path, `${JSON.stringify({ host: hostname() })}\n`, { flag: 'wx' });
    process.once('exit', () => {
      rmSync(path, { force: true });
    });
  } catch (error) {
    // Another machine was quicker; a disk that takes nothing is told of when something is to be saved.
    if (codeOf(error) === 'EEXIST') return refused(markOf(path) ?? '?', path);
  }
  return { is: 'first' };
}

function markOf(path: string): string | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isMark = typeof stored === 'object' && stored !== null && 'host' in stored;
    return isMark && typeof stored.host === 'string' ? stored.host : null;
  } catch {
    return null;
  }
}
