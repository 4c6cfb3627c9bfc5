import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * The stand-in's own tests drive a Chromium. Where the real Electron runs and there is no Chromium,
 * `npm test` says so and leaves them out.
 */
const { BENLE_SHELL_TESTS: shellTests } = process.env;
const standInTests = shellTests === 'off' ? ['tools/chromium-shell/**'] : [];

/** A test that waits for something that never comes still ends; one on a busy machine has the time it needs. */
const BUSY = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          exclude: ['src/renderer/**'],
          // They share nothing that changes: a worker for each file would take a third of the time.
          isolate: false,
          testTimeout: BUSY,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'unit of the window',
          environment: 'node',
          include: ['src/renderer/**/*.test.{ts,tsx}'],
          testTimeout: BUSY,
        },
      },
      {
        test: {
          name: 'tools',
          environment: 'node',
          include: ['tools/**/*.test.{ts,mjs}'],
          exclude: ['**/node_modules/**', ...standInTests],
          // These start browsers and compilers: one file at a time, and with patience.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'interop',
          environment: 'node',
          include: ['interop/**/*.test.ts'],
          // These start LibreOffice.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
