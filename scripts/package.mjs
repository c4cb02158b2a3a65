/**
 * `npm run package`: builds the app and packs the Linux folder without network, fused, into
 * `release/linux-unpacked`. `--open-fuses` packs the same app for tests that drive it with a
 * debugger, into `release/trial`. Other targets, on a machine with network:
 * `npm run package -- --win`, `--mac`, `--linux AppImage`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildApp, buildShell } from './build.mjs';
import { writeChecksums } from './checksums.mjs';
import { checkout, inCheckout, isStarted } from './checkout.mjs';
import { electronPath } from './electron-path.mjs';
import { packagingRuntime } from './fetch-electron.mjs';
import { billOfMaterials } from './sbom.mjs';
import { supplyProblems } from './supply.mjs';

const openFuses = [
  '-c.extraMetadata.testBuild=true',
  '-c.electronFuses.runAsNode=true',
  '-c.electronFuses.enableNodeOptionsEnvironmentVariable=true',
  '-c.electronFuses.enableNodeCliInspectArguments=true',
];

/**
 * Packs the Linux folder and returns the path of the program in it; without `build` the window is taken as
 * it was built last. Uses the Electron of package.json where it is installed; else the test runtime, and
 * then the result is a trial and is marked as such.
 */
export async function packLinuxFolder({ output, open = false, build = true }) {
  if (build) await buildApp({ forTrials: open });
  else await buildShell({ forTrials: open });
  await rm(output, { recursive: true, force: true });
  const options = [
    '--linux',
    'dir',
    `-c.directories.output=${output}`,
    ...(await electronOptions()),
  ];
  runBuilder(open ? [...options, ...openFuses] : options);
  const folder = `${output}/linux-unpacked`;
  if (process.getuid?.() === 0) await chmod(`${folder}/chrome-sandbox`, 0o4755);
  await writePapers(output);
  return `${folder}/gongxue-studio`;
}

/** What goes with a package: what it is made of, and the sums by which it can be known again. */
async function writePapers(output) {
  await writeFile(join(output, 'sbom.cdx.json'), await billOfMaterials());
  await writeChecksums(output);
}

/** Nothing is made for people while the lists of what comes from others do not hold. */
async function refuseUnreviewed() {
  const problems = await supplyProblems({ now: Date.now() });
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Where electron-builder takes Electron from, so that it downloads nothing. */
async function electronOptions() {
  const electron = await electronPath();
  const proper = inCheckout('node_modules', 'electron', 'dist');
  if (electron.startsWith(`${proper}/`)) return [`-c.electronDist=${proper}`];
  const version = await versionBeside(electron);
  if (version === null) return [];
  console.error(
    `注意：用测试用运行时 ${version} 试打包，结果只供测试，不得分发。 ` +
      'This is a trial with the test runtime; do not distribute the result.',
  );
  return [`-c.electronDist=${await packagingRuntime(electron)}`, `-c.electronVersion=${version}`];
}

/** The version an Electron names in its folder, be it ours or given by `APP_ELECTRON`. */
async function versionBeside(electron) {
  const file = join(dirname(electron), 'version');
  return existsSync(file) ? (await readFile(file, 'utf8')).trim().replace(/^v/, '') : null;
}

/** electron-builder talks a lot; it is heard only when it fails. */
function runBuilder(options) {
  const builder = inCheckout('node_modules', 'electron-builder', 'cli.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [builder, '--publish', 'never', ...options],
    { cwd: checkout, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status === 0) return;
  process.stderr.write(`${stdout}\n${stderr}\n`);
  throw new Error(`electron-builder ended with ${status}`);
}

if (isStarted(import.meta)) {
  const asked = process.argv.slice(2);
  const open = asked.includes('--open-fuses');
  const others = asked.filter((argument) => argument !== '--open-fuses');
  if (others.length > 0) {
    await refuseUnreviewed();
    await buildApp();
    runBuilder(others);
    await writePapers(inCheckout('release'));
  } else {
    const output = inCheckout('release', ...(open ? ['trial'] : []));
    console.log(await packLinuxFolder({ output, open }));
  }
}
