import { defineConfig, mergeConfig } from 'vitest/config';
import unit from './vitest.config';

/** Tests that start the real Electron: one at a time, each in a home of its own. */
const real = defineConfig({
  test: {
    globalSetup: ['scripts/e2e-setup.mjs'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

const merged = mergeConfig(unit, real);
merged.test = { ...merged.test, include: ['tests/{e2e,faults}/**/*.test.ts'], exclude: [] };

export default merged;
