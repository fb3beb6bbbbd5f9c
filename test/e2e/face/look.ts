import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WIDE = 1280

/**
 * No violation that axe can find, in light and dark; nothing wider than the screen, not even on a
 * narrow one. A picture of each for people to look at.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [WIDE, 320]) {
    await page.setViewportSize({ width, height: 860 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      if (width === WIDE) {
        const { violations } = await new AxeBuilder({ page }).analyze()
        const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
        expect(found, `${name} ${colorScheme}`).toEqual([])
      }
      const overflow = await page.evaluate(() => document.body.scrollWidth - innerWidth)
      expect(overflow, `${name} ${width}: wider than the screen`).toBeLessThanOrEqual(0)
      await page.screenshot({
        path: `test-results/screens/${name}-${width}-${colorScheme}.png`,
        fullPage: true,
      })
    }
  }
  await page.setViewportSize({ width: WIDE, height: 860 })
}
