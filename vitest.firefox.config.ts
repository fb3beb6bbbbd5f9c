import { defineConfig } from 'vitest/config'

/** The built extension in Firefox. One browser at a time: each takes as much as a core gives. */
export default defineConfig({
  test: {
    include: ['test/firefox/**/*.spec.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    retry: 1,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // A broken build fails every test in its full time: a few are enough to know.
    bail: 5,
  },
})
