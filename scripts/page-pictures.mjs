import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inCheckout } from './checkout.mjs';

/** Dots per inch: the smallest type of the papers can still be read. */
const fineness = '72';

/**
 * Renders Word files with LibreOffice: a PDF and one picture per page into `folder`. The fonts that
 * papers name are replaced by open ones, so line breaks may differ from Word's.
 * Returns the names of the pictures, file by file.
 */
export async function renderPages(wordFiles, folder) {
  const profile = await mkdtemp(join(tmpdir(), 'gongxue-office-'));
  const env = { ...process.env, FONTCONFIG_FILE: inCheckout('scripts', 'fonts.conf') };
  const place = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless'];
  try {
    // One start for all files: starting takes longer than a short paper.
    run(env, 'soffice', [...place, '--convert-to', 'pdf', '--outdir', folder, ...wordFiles]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const names = wordFiles.map((file) => basename(file).replace(/\.docx$/i, ''));
  for (const name of names) {
    const pdf = join(folder, `${name}.pdf`);
    run(env, 'pdftoppm', ['-r', fineness, '-png', pdf, join(folder, name)]);
  }
  const pictures = (await readdir(folder)).filter((file) => file.endsWith('.png')).sort();
  return names.map((name) => pictures.filter((file) => file.startsWith(`${name}-`)));
}

function run(env, program, args) {
  const { status, stderr } = spawnSync(program, args, { env, encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
}
