import { expect, type Page } from '@playwright/test'
import { passphrase, type Tuppence } from '../tuppence'
import { Counter } from './counter'

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
