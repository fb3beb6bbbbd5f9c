import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

/** Of what holds no state and needs no browser: the files share what they load. */
const PURE = ['protocols', 'payment', 'export'].map((area) => `test/unit/${area}/**/*.test.ts`)

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    setupFiles: ['test/unit/same-cases.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Some measure time and memory, or talk to a chain; the report names what did not pass at once.
    retry: 1,
    // By default one core would stay idle, which is half of two.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
})
