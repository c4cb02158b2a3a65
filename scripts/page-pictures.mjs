import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inCheckout } from './checkout.mjs';

/**
 * Renders a Word file with LibreOffice: a PDF and one picture per page into `folder`. The fonts that
 * papers name are replaced by open ones, so line breaks may differ from Word's.
 * Returns the names of the pictures.
 */
export async function renderPages(wordFile, folder) {
  const name = basename(wordFile).replace(/\.docx$/i, '');
  const profile = await mkdtemp(join(tmpdir(), 'gongxue-office-'));
  const env = { ...process.env, FONTCONFIG_FILE: inCheckout('scripts', 'fonts.conf') };
  try {
    run(env, 'soffice', [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      wordFile,
    ]);
    run(env, 'pdftoppm', ['-r', '80', '-png', join(folder, `${name}.pdf`), join(folder, name)]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  return (await readdir(folder)).filter((file) => file.startsWith(name) && file.endsWith('.png'));
}

function run(env, program, args) {
  const { status, stderr } = spawnSync(program, args, { env, encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
}
