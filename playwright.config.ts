import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  // Each worker has a world of its own; the machine of record has two cores.
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // A broken build fails every test in its full time: a few are enough to know.
  maxFailures: 8,
})
