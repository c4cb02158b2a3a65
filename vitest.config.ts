import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const excluded = ['tests/e2e/**', 'tests/faults/**'];

export default defineConfig({
  resolve: {
    alias: {
      '@shared': at('./shared'),
      '@renderer': at('./renderer'),
      '@electron': at('./electron'),
      '@templates': at('./templates'),
    },
  },
  test: {
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        // The core and the shell keep no state in their modules: these files share one process, which
        // reads the modules once.
        extends: true,
        test: {
          name: 'core',
          include: ['tests/**/*.test.ts'],
          exclude: [...excluded, 'tests/renderer/**'],
          isolate: false,
        },
      },
      {
        // The window's files make their own studio and page, so they share a process as well: reading
        // React and a page for each of them took twice as long as all their tests.
        extends: true,
        test: {
          name: 'window',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          isolate: false,
        },
      },
    ],
  },
});
