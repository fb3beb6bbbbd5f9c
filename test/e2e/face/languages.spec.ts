import type { Page } from '@playwright/test'
import { expect, testInOwnBrowser as inEnglish } from '../fixtures'
import { launchWithTuppence } from '../launch'
import { look } from '../look'
import { article } from '../main/story'

/** A narrow popup, and a narrow phone. */
const NARROW = { width: 360, height: 700 }

const LANGUAGES = {
  de: {
    pay: '0,05 $ zahlen',
    paid: '0,05 $ an news.localhost',
    overview: 'Übersicht',
    budget: 'von 1,00 $, noch 0,95 $',
    history: 'Verlauf',
    row: 'Details zu 0,05 $',
    limits: 'Limits',
    perPayment: 'Pro Zahlung',
    save: 'Speichern',
    grouped: 'Gib den Betrag ohne Tausendertrennzeichen ein',
    thousand: '1.000',
  },
  fr: {
    pay: 'Payer 0,05 $',
    paid: '0,05 $ payés à news.localhost',
    overview: 'Aperçu',
    budget: 'sur 1,00 $, reste 0,95 $',
    history: 'Historique',
    row: 'Détails de 0,05 $',
    limits: 'Limites',
    perPayment: 'Par paiement',
    save: 'Enregistrer',
    grouped: 'Saisissez-le sans séparer les milliers',
    thousand: '1 000',
  },
} as const

/** All words of buttons and headings can be read at the width of the popup, and axe finds nothing. */
async function expectReadable(page: Page, name: string): Promise<void> {
  await page.setViewportSize(NARROW)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, h1, h2, h3')]
      .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth)
      .map((one) => one.textContent),
  )
  expect(cut, name).toEqual([])
  await look(page, name)
}

for (const [language, words] of Object.entries(LANGUAGES)) {
  const test = inEnglish.extend({
    context: async ({ profile }, use) => {
      const context = await launchWithTuppence({ profile, language })
      await use(context)
      await context.close()
    },
  })

  test.describe(`In the language ${language}`, { tag: '@face' }, () => {
    test('words, money and typed amounts are those of the user', async ({
      tuppence,
      world,
      page,
    }) => {
      await tuppence.setUpWallet()
      await tuppence.allow(0.01, 1)

      await page.goto(world.news.url + article.fiveCents.path)
      const popup = await tuppence.openPopup(page)
      const pay = popup.getByRole('button', { name: words.pay, exact: true })
      await expect(pay).toBeEnabled()
      await expect(popup.locator('html')).toHaveAttribute('lang', language)
      await expect(popup.locator('html')).toHaveAttribute('dir', 'ltr')
      await expectReadable(popup, `${language}-ask`)
      await pay.click()
      await expect(popup.getByText(words.paid).first()).toBeVisible()
      await expectReadable(popup, `${language}-paid`)

      const overview = await tuppence.openDashboard('overview')
      await expect(overview.getByRole('heading', { name: words.overview, level: 1 })).toBeVisible()
      await expect(overview.getByText(words.budget)).toBeVisible()
      await expectReadable(overview, `${language}-overview`)

      const history = await tuppence.openDashboard('history')
      await expect(history.getByRole('heading', { name: words.history, level: 1 })).toBeVisible()
      await expect(history.getByRole('button', { name: words.row })).toBeVisible()
      await expectReadable(history, `${language}-history`)

      const limits = await tuppence.openDashboard('limits')
      const perPayment = limits.getByLabel(words.perPayment, { exact: true })
      await expect(perPayment).toHaveValue('0,01')
      await expectReadable(limits, `${language}-limits`)
      await perPayment.fill(words.thousand)
      await limits.getByRole('button', { name: words.save }).click()
      await expect(limits.getByText(words.grouped)).toBeVisible()
      await perPayment.fill('0,5')
      await limits.getByRole('button', { name: words.save }).click()
      const saved = async () =>
        (await tuppence.settings()).find(({ key }) => key === 'limits')?.value
      await expect.poll(saved).toMatchObject({ perPayment: 500_000n })
      await expect(perPayment).toHaveValue('0,50')
    })
  })
}
