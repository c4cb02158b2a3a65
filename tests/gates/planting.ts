import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Path inside the garden → text. */
export type Plants = Readonly<Record<string, string>>;

/** A small checkout with our gates and nothing but what a test plants. */
export interface Garden {
  readonly folder: string;
  readonly gate: (...names: readonly string[]) => {
    readonly passed: boolean;
    readonly said: string;
  };
  readonly remove: () => void;
}

const house = [
  'package.json',
  'tsconfig.json',
  'shared/core/tsconfig.json',
  'shared/formats/tsconfig.json',
  'renderer/tsconfig.json',
  'electron/tsconfig.json',
  'tests/tsconfig.json',
  'bench/tsconfig.json',
  'vitest.config.ts',
  'eslint.config.mjs',
  '.prettierrc.json',
  '.prettierignore',
  '.dependency-cruiser.mjs',
  'scripts/check.mjs',
  'scripts/checkout.mjs',
  'scripts/eslint-decisions.mjs',
  'scripts/notices.mjs',
  'scripts/locked-packages.mjs',
  'package-lock.json',
];

function write(folder: string, plants: Plants): void {
  for (const [path, text] of Object.entries(plants)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** An empty module in each project, so that a gate never fails for want of files. */
const soil: Plants = {
  'shared/core/soil.ts': 'export const soil = 1;\n',
  'shared/formats/soil.ts': 'export const soil = 1;\n',
  'renderer/soil.ts': 'export const soil = 1;\n',
  'electron/soil.ts': 'export const soil = 1;\n',
  'tests/soil.ts': 'export const soil = 1;\n',
  'bench/soil.ts': 'export const soil = 1;\n',
};

/** `packages` are given as empty stand-ins; otherwise the real node_modules is seen. */
export function plant(plants: Plants, packages?: readonly string[]): Garden {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), '.cache', 'gate-'));
  for (const path of house) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(path, join(folder, path));
  }
  write(folder, { ...soil, ...plants });
  if (packages === undefined) {
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  } else {
    write(folder, standIns(packages));
    symlinkSync(join(process.cwd(), 'node_modules', '.bin'), join(folder, 'node_modules', '.bin'));
  }
  return {
    folder,
    gate(...names) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'scripts', 'check.mjs'), ...names],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
      );
      return { passed: status === 0, said: `${stdout}\n${stderr}` };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function standIns(packages: readonly string[]): Plants {
  return Object.fromEntries(
    packages.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        `{"name":"${name}","version":"1.0.0","main":"index.js"}`,
      ],
      [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
      [`node_modules/${name}/index.d.ts`, 'export declare const thing: number;\n'],
    ]),
  );
}
