import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { testInOwnBrowser as inEnglish } from '../e2e/fixtures'
import { launchWithTuppence } from '../e2e/launch'

const FOLDER = join(import.meta.dirname, '../../docs/screenshots')
const DASHBOARD = { width: 1100, height: 760 }
/** Of what is longer, the beginning. */
const MAX_HEIGHT = 1_400
/** A button that spends money wakes up half a second after anything moved. */
const ARMED_MS = 700

/** The languages of the pictures. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** The tests' own fixtures, with a browser that speaks the language. */
export function testIn(language: Language) {
  return inEnglish.extend({
    context: async ({ profile }, use) => {
      const context = await launchWithTuppence({ profile, language })
      await use(context)
      await context.close()
    },
  })
}

/** Takes pictures of a page in light and dark: `<language>/<name>-<theme>.png`. */
export function camera(language: Language) {
  const take = async (page: Page, name: string) => {
    const { width, height } = page.viewportSize() ?? DASHBOARD
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.min(Math.max(whole, height), MAX_HEIGHT) })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // What moves has come to rest, and the letters are there.
      await page.evaluate(async () => {
        await document.fonts.ready
        await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => 0)))
      })
      await page.waitForTimeout(ARMED_MS)
      const path = join(FOLDER, language, `${name}-${colorScheme}.png`)
      await page.screenshot({ path })
    }
    await page.setViewportSize({ width, height })
  }
  return {
    popup: (page: Page, name: string) => take(page, `popup-${name}`),
    dashboard: async (page: Page, name: string) => {
      await page.setViewportSize(DASHBOARD)
      await take(page, name)
    },
  }
}
