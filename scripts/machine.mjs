/** What the machine must have for the demo and the tests, and how it gets it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inCheckout } from './checkout.mjs';
import { hasProgram } from './display.mjs';

const starts = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** A program that bears the name of its package. */
export const program = (name) => [name, () => hasProgram(name)];

/** What the tests need besides, and the demo does not. */
export const trialParts = [
  ['libreoffice-calc-nogui', () => existsSync('/usr/lib/libreoffice/program/libsclo.so')],
  ['python3-openpyxl', () => starts('/usr/bin/python3', '-c', 'import openpyxl')],
  program('chromium'),
  program('strace'),
  program('xdotool'),
];

/** Name of each missing thing, as it is called in Debian; `more` are parts wanted besides. */
export function missingParts(more = []) {
  if (process.platform !== 'linux') return [];
  const wanted = [
    ['xvfb', () => Boolean(process.env.DISPLAY) || hasProgram('Xvfb')],
    ['libreoffice-writer-nogui', () => hasProgram('soffice')],
    ['poppler-utils', () => hasProgram('pdftoppm')],
    ['python3-docx', () => starts('/usr/bin/python3', '-c', 'import docx')],
    ['fonts-noto-cjk', () => hasLibrary('fonts')],
    ['libgtk-3-0', () => hasLibrary('libgtk-3.so.0')],
    ['libnss3', () => hasLibrary('libnss3.so')],
    program('unzip'),
    ...more,
  ];
  return wanted.filter(([, present]) => !present()).map(([name]) => name);
}

function hasLibrary(name) {
  if (name === 'fonts') return existsSync('/usr/share/fonts/opentype/noto');
  const listed = spawnSync('sh', ['-c', '/sbin/ldconfig -p'], { encoding: 'utf8' });
  return listed.status !== 0 || listed.stdout.includes(name);
}

/**
 * Makes sure the machine is ready: installs as root on Debian, else prints the one line to run and
 * ends the process with 2.
 */
export function requireMachine(more = []) {
  const missing = missingParts(more);
  if (missing.length === 0) return;
  const script = inCheckout('scripts', 'setup-debian.sh');
  if (process.getuid?.() === 0 && hasProgram('apt-get')) {
    console.error(`安装缺少的系统包 · installing: ${missing.join(' ')} …`);
    const installed = spawnSync('bash', [script], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (installed.status === 0 && missingParts(more).length === 0) return;
  }
  console.error(
    `缺少 · missing: ${missing.join(' ')}\n请运行 · please run: sudo bash scripts/setup-debian.sh`,
  );
  process.exit(2);
}
