import { expect as base } from '@playwright/test'

/** Looks again after a moment; Playwright would wait for up to a second. */
const poll: typeof base.poll = (actual, options) =>
  base.poll(actual, {
    intervals: [25, 50, 100],
    ...(typeof options === 'string' ? { message: options } : options),
  })

/** Playwright's, which looks more often. */
export const expect: typeof base = Object.assign(base.configure({}), { poll })
