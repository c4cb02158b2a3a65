import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimProfile, type LockingApp } from '@electron/main/files/one-instance';

let home = '';
let profile = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gongxue-instance-'));
  profile = join(home, 'profile');
  mkdirSync(profile);
  mkdirSync(join(home, 'run'));
  vi.stubEnv('XDG_RUNTIME_DIR', join(home, 'run'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

/** Electron's `app` as far as its lock goes: a symbolic link in the profile, made once. */
function aProgram(takesLinks: (folder: string) => boolean): LockingApp & { place: string } {
  return {
    place: profile,
    getPath() {
      return this.place;
    },
    setPath(_name, path) {
      this.place = path;
    },
    requestSingleInstanceLock() {
      if (!takesLinks(this.place)) return false;
      try {
        symlinkSync(`${hostname()}-${String(process.pid)}`, join(this.place, 'SingletonLock'));
        return true;
      } catch {
        return false;
      }
    },
  };
}

const everywhere = () => true;
/** As FAT, exFAT and some network homes: no links in the profile, links elsewhere on the machine. */
const notInProfile = (folder: string) => folder !== profile;

describe.skipIf(process.platform === 'win32')('one program for one profile', () => {
  it('the first start goes on, the second is shown the first', () => {
    expect(claimProfile(aProgram(everywhere))).toEqual({ is: 'first' });
    expect(claimProfile(aProgram(everywhere))).toEqual({ is: 'second' });
  });

  it('starts from a profile that takes no symbolic links, still only once', () => {
    const first = aProgram(notInProfile);
    expect(claimProfile(first)).toEqual({ is: 'first' });
    expect(first.place).toBe(profile);
    expect(claimProfile(aProgram(notInProfile))).toEqual({ is: 'second' });
    expect(readdirSync(profile)).toEqual(['in-use.json']);
  });

  it('what a killed start of this machine left behind keeps nobody out', () => {
    writeFileSync(join(profile, 'in-use.json'), JSON.stringify({ host: hostname() }));
    expect(claimProfile(aProgram(notInProfile))).toEqual({ is: 'first' });
  });

  it('a profile that another machine has open is left to it, in words', () => {
    writeFileSync(join(profile, 'in-use.json'), JSON.stringify({ host: '教务处' }));
    const answer = claimProfile(aProgram(notInProfile));
    expect(answer.is === 'refused' ? answer.message : '').toContain('另一台电脑（教务处）');
    rmSync(join(profile, 'in-use.json'));
    symlinkSync('other-host-77', join(profile, 'SingletonLock'));
    const linked = claimProfile(aProgram(everywhere));
    expect(linked.is === 'refused' ? linked.message : '').toContain('另一台电脑（other-host）');
  });

  it('where no lock can be made at all it says so instead of ending without a word', () => {
    const answer = claimProfile(aProgram(() => false));
    expect(answer.is === 'refused' ? answer.message : '').toContain('没有启动');
  });

  it('a folder of somebody else in the place of ours is not used', () => {
    const program = aProgram(notInProfile);
    claimProfile(program);
    const [own = ''] = readdirSync(join(home, 'run'));
    rmSync(join(home, 'run', own), { recursive: true });
    symlinkSync(home, join(home, 'run', own));
    expect(claimProfile(aProgram(notInProfile)).is).toBe('refused');
  });
});
