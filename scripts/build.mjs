/**
 * Builds main process, preload, command line (esbuild, CommonJS: a sandboxed preload and the test
 * runtime need it) and the window (vite) into `dist/` or another folder.
 */
import { build as bundle } from 'esbuild';
import react from '@vitejs/plugin-react';
import { build as buildWindow } from 'vite';
import { performance } from 'node:perf_hooks';
import { checkout, inCheckout, isStarted } from './checkout.mjs';

const alias = {
  '@shared': inCheckout('shared'),
  '@renderer': inCheckout('renderer'),
  '@electron': inCheckout('electron'),
  '@templates': inCheckout('templates'),
};

const programs = [
  { entry: 'electron/main/index.ts', out: 'main/main.cjs' },
  { entry: 'electron/preload/index.ts', out: 'preload/preload.cjs' },
  { entry: 'electron/cli/index.ts', out: 'cli/gongxue.cjs' },
  { entry: 'electron/reader/index.ts', out: 'reader/reader.cjs' },
];
/** The entry with injected faults is built for tests only and never packed. */
const faultProgram = { entry: 'electron/main/index.faults.ts', out: 'main/faults.cjs' };

/**
 * Builds all of the app into `folder`; `withFaults` adds the entry for fault trials, `forTrials` makes a packed
 * app that can be driven. It is the same program whoever asks: a test run names its process `test`, and would get React's slow development build.
 */
export async function buildApp({
  folder = inCheckout('dist'),
  withFaults = false,
  forTrials = false,
} = {}) {
  const wanted = withFaults ? [...programs, faultProgram] : programs;
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await Promise.all([
      ...wanted.map((program) => buildProgram(program, folder, forTrials)),
      buildPage(folder),
    ]);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Builds the command line alone, with the program that reads large files for it. */
export async function buildCommandLine(folder = inCheckout('dist')) {
  await Promise.all(programs.slice(2).map((program) => buildProgram(program, folder)));
}

/** Builds the shell alone, beside a window that is built already; `forTrials` as in electron/main/security. */
export async function buildShell({ folder = inCheckout('dist'), forTrials = false } = {}) {
  await buildProgram(programs[0], folder, forTrials);
}

async function buildProgram({ entry, out }, folder, forTrials = false) {
  await bundle({
    absWorkingDir: checkout,
    entryPoints: [entry],
    outfile: `${folder}/${out}`,
    bundle: true,
    platform: 'node',
    target: 'node20.18',
    format: 'cjs',
    external: ['electron'],
    alias,
    define: { GONGXUE_TRIAL: String(forTrials) },
    minify: true,
    keepNames: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/**
 * The files the window is read from. What it asks for first is small and runs while the rest is read. What
 * opening it needs are two files, whoever else needs it too: between compiling one and the other the page hears
 * what shell and drafts have answered meanwhile, and asks for the next.
 */
const windowParts = [
  {
    name: 'begin',
    test: /[\\/](renderer[\\/](begin|platform[\\/](bridge|electron-platform|start-worker)|state[\\/]heads-of|storage[\\/](after|start-drafts-worker|worker-drafts))\.ts|shared[\\/](platform[\\/]|core[\\/]kernel[\\/]result\.ts)|.*preload-helper)/,
    priority: 3,
  },
  { name: 'libraries', test: /[\\/]node_modules[\\/]/, tags: ['$initial'], priority: 2 },
  { name: 'window', tags: ['$initial'], priority: 1 },
];

/**
 * Two things that make a file of the window quicker to begin with; neither changes what it does.
 *
 * - Wrappers of CommonJS modules (React) become functions in parentheses, which V8 compiles when it first
 *   reads them. An arrow function it passes over, only to read all of it once more when it is called.
 * - Whatever is not ASCII is written as an escape. A program with one Chinese word is kept in two bytes a
 *   letter, and reading that into the page takes twice as long. What is Chinese for the most part (the
 *   samples) stays as it is.
 */
const quickToBegin = {
  name: 'quick-to-begin',
  renderChunk(code) {
    return code.replaceAll(/(__commonJS\w*)\(\(\(([\w, ]*)\) => \{/g, '$1((function($2) {');
  },
  generateBundle(_options, bundled) {
    for (const file of Object.values(bundled)) {
      if (file.type === 'chunk') file.code = escaped(file.code);
    }
  },
};

/** The same program in ASCII: words, patterns and names may all be written so. */
function escaped(code) {
  const foreign = /[^\0-\x7f]/g;
  if ((code.match(foreign) ?? []).length * 10 > code.length) return code;
  return code.replaceAll(
    foreign,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function buildPage(folder) {
  await buildWindow({
    configFile: false,
    root: inCheckout('renderer'),
    base: './',
    logLevel: 'warn',
    resolve: { alias },
    plugins: [react(), quickToBegin],
    worker: { format: 'es', plugins: () => [quickToBegin] },
    build: {
      outDir: `${folder}/renderer`,
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        // The window is named beside the page that imports it: then it is a file of its own, which the page
        // asks for after what begins, and not before.
        input: [inCheckout('renderer/index.html'), inCheckout('renderer/window.tsx')],
        output: { codeSplitting: { groups: windowParts } },
      },
    },
  });
}

if (isStarted(import.meta)) {
  const started = performance.now();
  await buildApp({ withFaults: process.argv.includes('--with-faults') });
  console.error(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
