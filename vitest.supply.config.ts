import { defineConfig } from 'vitest/config'

/** What is in the built extension, and where it came from. Both builds have to be there. */
export default defineConfig({
  test: {
    include: ['test/supply/**/*.spec.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
  },
})
