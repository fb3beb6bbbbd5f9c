import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Pictures are for people who look at them: `PICTURES=1 npx playwright test …` takes them. */
const PICTURES = Boolean(process.env.PICTURES)

/**
 * No violation that axe can find, in light and dark; nothing wider than the screen, not even on a
 * narrow one.
 */
export async function look(page: Page, name: string): Promise<void> {
  const wide = page.viewportSize() ?? { width: 1280, height: 860 }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The other mode opens a tab to add up frames, of which there are none.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
    expect(found, `${name} ${colorScheme}`).toEqual([])
    await takePicture(page, `${name}-${colorScheme}`)
  }
  await expectFitting(page, name)
  await page.setViewportSize({ width: 320, height: wide.height })
  await expectFitting(page, `${name} on a narrow screen`)
  await takePicture(page, `${name}-narrow`)
  await page.setViewportSize(wide)
}

async function expectFitting(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return Math.max(scrollWidth - clientWidth, document.body.scrollWidth - innerWidth)
  })
  expect(overflow, `${name}: wider than the screen`).toBeLessThanOrEqual(0)
}

async function takePicture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  await page.screenshot({ path: `test-results/screens/${name}.png`, fullPage: true })
}
