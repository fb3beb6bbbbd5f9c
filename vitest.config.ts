import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/unit/same-cases.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Some measure time and memory, or talk to a chain; the report names what did not pass at once.
    retry: 1,
  },
})
