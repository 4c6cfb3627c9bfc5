import { defineConfig } from '@playwright/test';

/** Each test starts an app of its own on a fresh data folder, so that any two may run side by side. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // A test that passes only at the second try is a failing test.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // Recording takes a tenth of the time, and nobody sees what CI recorded.
  use: { trace: process.env.CI ? 'off' : 'retain-on-failure' },
});
