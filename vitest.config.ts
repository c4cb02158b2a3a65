import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/faults/**'],
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
