import type { Page } from '@playwright/test'

/** A page that wants what is sold at an address. */
export interface Buyer {
  /** How long it may take until it asks again by itself, milliseconds. */
  readonly patienceMs: number
  /** Asks for it, and asks anew. */
  ask(path: string): Promise<void>
  /** Whether it got this. */
  has(content: string): Promise<boolean>
  /** Whether all that it asked for was answered, be it by a 402. */
  isAnswered(): Promise<boolean>
  /** Whether it can still take up a payment where it stands. */
  isWaiting(): Promise<boolean>
}

/** Opens the address in its tab, and reloads it. */
export function navigating(page: Page, origin: string): Buyer {
  return {
    patienceMs: 2_500,
    async ask(path) {
      // The page may be loaded anew before it is there: then it is there all the same.
      const there = page.url() === origin + path
      const options = { waitUntil: 'commit' } as const
      await (there ? page.reload(options) : page.goto(origin + path, options)).catch(
        () => undefined,
      )
    },
    has: (content) => page.getByText(content).isVisible(),
    isAnswered: async () => true,
    isWaiting: async () => page.url().startsWith(origin),
  }
}

/** Calls `fetch` in a page that stays. */
export function fetching(page: Page): Buyer {
  const answers = () => page.evaluate(() => (globalThis as Fetched).answers ?? [])
  return {
    patienceMs: 0,
    async ask(path) {
      await page.evaluate((path) => {
        const page = globalThis as Fetched
        page.answers ??= []
        const { answers } = page
        const at = answers.push(null) - 1
        void fetch(path)
          .then(async (response) => `${response.status} ${await response.text()}`, String)
          .then((answer) => {
            answers[at] = answer
          })
      }, path)
    },
    has: async (content) => (await answers()).some((answer) => answer?.includes(content)),
    isAnswered: async () => (await answers()).every((answer) => answer !== null),
    isWaiting: async () => (await answers()).some((answer) => answer === null),
  }
}

type Fetched = typeof globalThis & { answers?: (string | null)[] }
