import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { passphrase, type Tuppence } from '../tuppence'
import { Counter } from './counter'

/** No violation that axe can find, in light and dark; a picture of each for people to look at. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${name} ${colorScheme}: ${id} ${nodes[0]?.html}`),
    ).toEqual([])
    const path = `test-results/screens/${name}-${colorScheme}.png`
    await page.screenshot({ path, fullPage: true })
  }
  await lookNarrow(page, name)
}

/** Nothing is cut off on the narrowest of screens. */
async function lookNarrow(page: Page, name: string): Promise<void> {
  const wide = page.viewportSize() ?? { width: 1280, height: 860 }
  await page.setViewportSize({ width: 320, height: wide.height })
  const path = `test-results/screens/${name}-narrow.png`
  await page.screenshot({ path, fullPage: true })
  const cutOff = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  await page.setViewportSize(wide)
  expect(cutOff, `${name}: what is cut off at 320 px`).toBe(0)
}

export function button(page: Page, name: string | RegExp) {
  return page.getByRole('button', { name })
}

/** What has the title of a step, once it is there and has the focus. */
export async function atStep(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
}

/** The words on the screen. */
export async function shownWords(page: Page): Promise<string[]> {
  const words = page.getByRole('list', { name: 'Your words' }).getByRole('listitem')
  await expect(words).toHaveCount(12)
  return (await words.allInnerTexts()).map((word) => word.replace(/[^a-z]/g, ''))
}

/** Types the words that are asked for again. */
export async function fillWords(page: Page, words: string[], counter = new Counter()) {
  await expect(page.getByLabel(/^Word \d+$/).first()).toBeVisible()
  for (const field of await page.getByLabel(/^Word \d+$/).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent)
    await counter.fill(field, words[Number(label?.match(/\d+/)?.[0]) - 1] ?? '')
  }
}

/** A new passphrase, and the button that makes the wallet. */
export async function choosePassphrase(page: Page, name: string, counter = new Counter()) {
  await counter.fill(page.getByLabel('Passphrase', { exact: true }), passphrase)
  await counter.fill(page.getByLabel('Passphrase again', { exact: true }), passphrase)
  await counter.click(button(page, name))
  await atStep(page, 'How much may be paid without asking?')
}

/** The account that setting up has made, with some test money. */
export async function fundPayer(tuppence: Tuppence): Promise<void> {
  const payer = await tuppence.payer()
  await tuppence.world.chain.mint(payer as `0x${string}`, 1_000_000n)
}
