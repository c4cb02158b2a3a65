import { defineConfig } from 'vitest/config';
import unit from './vitest.config';

/** Tests that start the real Electron: one at a time, each in a home of its own. */
export default defineConfig({
  resolve: unit.resolve ?? {},
  test: {
    include: ['tests/{e2e,faults}/**/*.test.ts'],
    globalSetup: ['scripts/e2e-setup.mjs'],
    fileParallelism: false,
    // What is tested runs in the Electron: the files that drive it share one process and its modules.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for is seen on a slow machine as well; nothing is timed.
    expect: { poll: { timeout: 30_000, interval: 50 } },
  },
});
