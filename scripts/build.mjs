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
];
/** The entry with injected faults is built for tests only and never packed. */
const faultProgram = { entry: 'electron/main/index.faults.ts', out: 'main/faults.cjs' };

/**
 * Builds all of the app into `folder`; `withFaults` adds the entry for fault trials. It is the same program
 * whoever asks: a test run names its process `test`, and would get React's slow development build.
 */
export async function buildApp({ folder = inCheckout('dist'), withFaults = false } = {}) {
  const wanted = withFaults ? [...programs, faultProgram] : programs;
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await Promise.all([
      ...wanted.map((program) => buildProgram(program, folder)),
      buildPage(folder),
    ]);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Builds the command line alone. */
export async function buildCommandLine(folder = inCheckout('dist')) {
  await buildProgram(programs[2], folder);
}

async function buildProgram({ entry, out }, folder) {
  await bundle({
    absWorkingDir: checkout,
    entryPoints: [entry],
    outfile: `${folder}/${out}`,
    bundle: true,
    platform: 'node',
    target: 'node18.15',
    format: 'cjs',
    external: ['electron'],
    alias,
    minify: true,
    keepNames: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/**
 * The files the window is read from. What it asks for first is small and runs while the rest is read; what
 * opening it needs is one file, whoever else needs it too.
 */
const windowParts = [
  {
    name: 'begin',
    test: /[\\/](renderer[\\/](begin|platform[\\/](bridge|start-worker)|storage[\\/]start-drafts-worker)\.ts|shared[\\/]platform[\\/]|.*preload-helper)/,
    priority: 3,
  },
  { name: 'window', tags: ['$initial'], priority: 2 },
];

async function buildPage(folder) {
  await buildWindow({
    configFile: false,
    root: inCheckout('renderer'),
    base: './',
    logLevel: 'warn',
    resolve: { alias },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: `${folder}/renderer`,
      emptyOutDir: true,
      target: 'chrome114',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
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
