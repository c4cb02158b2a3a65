/**
 * Writes THIRD-PARTY-NOTICES.md from the lockfile: what is shipped inside the app (the runtime
 * dependencies and theirs), with licence, size and licence text; then what only builds and tests it.
 */
import { existsSync } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, inCheckout, isStarted } from './checkout.mjs';
import { lockedPackages } from './locked-packages.mjs';

const target = inCheckout('THIRD-PARTY-NOTICES.md');

async function folderSize(folder) {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? await folderSize(path) : (await stat(path)).size;
  }
  return bytes;
}

async function licenceText(folder) {
  const names = await readdir(folder);
  const name = names.filter((file) => /^(licen[cs]e|copying)/i.test(file)).sort()[0];
  return name === undefined ? null : (await readFile(join(folder, name), 'utf8')).trim();
}

const kilobytes = (bytes) => `${Math.max(1, Math.round(bytes / 1024))} KB`;

async function shippedSection(packages) {
  const rows = [];
  const texts = [];
  for (const { path, name, version, licence } of packages) {
    const folder = join(checkout, path);
    rows.push(`| ${name} | ${version} | ${licence} | ${kilobytes(await folderSize(folder))} |`);
    const text = await licenceText(folder);
    if (text !== null) texts.push(`### ${name} ${version}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
  }
  return { rows, texts };
}

/** The whole text of the notices. */
export async function notices() {
  const packages = await lockedPackages();
  const { rows, texts } = await shippedSection(packages.filter(({ shipped }) => shipped));
  const tools = packages.filter(({ shipped }) => !shipped);
  const direct = JSON.parse(await readFile(inCheckout('package.json'), 'utf8')).devDependencies;
  const toolRows = tools
    .filter(({ path, name }) => name in direct && path === `node_modules/${name}`)
    .map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return [
    '# 第三方声明 · Third-party notices',
    '',
    '<!-- Written by `node scripts/notices.mjs` from package-lock.json; do not edit. -->',
    '',
    'The app is built from these packages. Sizes are as installed, before bundling.',
    '',
    '| package | version | licence | size |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'The desktop app also contains Electron (MIT) with Chromium and Node.js; their notices lie',
    'beside the program as `LICENSE.electron.txt` and `LICENSES.chromium.html`.',
    '',
    '## Tools, not shipped',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...toolRows,
    '',
    '## Licence texts of what is shipped',
    '',
    ...texts,
  ].join('\n');
}

if (isStarted(import.meta)) {
  const text = await notices();
  if (process.argv.includes('--check')) {
    const current = existsSync(target) ? await readFile(target, 'utf8') : '';
    if (current !== text) {
      console.error('THIRD-PARTY-NOTICES.md is not current: run node scripts/notices.mjs');
      process.exit(1);
    }
  } else {
    await writeFile(target, text);
  }
}
