import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test',
  testMatch: ['e2e/**/*.spec.ts', 'attack/**/*.spec.ts'],
  outputDir: 'test-results/browser',
  // Each worker has a world of its own. The tests wait more than they compute: three fill two cores.
  workers: 3,
  timeout: 90_000,
  // Looked at again after a moment; by default it would be up to a second.
  expect: { timeout: 15_000, toPass: { intervals: [25, 50, 100] } },
  forbidOnly: true,
  // A browser may fail to start or to answer on a busy machine; the report names what did not pass at
  // once.
  retries: 1,
  // A broken build fails every test in its full time: a few are enough to know.
  maxFailures: 8,
})
