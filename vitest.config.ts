import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/db/global-setup.ts'],
    exclude: ['test/browser/**', 'test/evals/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
