import { payees } from '../../world/index'
import { notX402Answers } from '../../world/not-x402'
import { sellDisguised } from '../../world/others/disguised'
import { disguises } from '../../world/others/disguises'
import type { LoggedRequest } from '../../world/request-log'
import { encodeHeader, paymentRequiredV2, paymentRequirementsV2 } from '../../world/terms'
import type { WorkbenchAnswer } from '../../world/workbench'
import { expect, test } from '../fixtures'
import { newTransfers } from '../main/story'
import type { Tuppence } from '../tuppence'

const headerOf = { 1: 'x-payment', 2: 'payment-signature' }
const html = { 'Content-Type': 'text/html; charset=utf-8' }
const blank = { headers: html, body: '<!doctype html><title>Bench</title>' }

/** What the popup would say about pages that cannot be paid. */
const notices = ({ console }: Tuppence) =>
  console.evaluate(async () => {
    const request = indexedDB.open('tuppence')
    await new Promise((resolve) => request.addEventListener('success', resolve))
    const all = request.result.transaction('notices').objectStore('notices').getAll()
    await new Promise((resolve) => all.addEventListener('success', resolve))
    return all.result
  })

/** Requests that carried a payment, and by which header. */
const paidRequests = (log: LoggedRequest[]) =>
  log.flatMap(({ url, headers }) =>
    Object.values(headerOf)
      .filter((header) => headers[header])
      .map((header) => `${url} ${header}`),
  )

test.describe('Terms wherever they are', { tag: '@matrix' }, () => {
  for (const version of [1, 2] as const) {
    test(`v${version}: paid once by navigation, once by fetch`, async ({
      tuppence,
      world,
      page,
    }) => {
      test.setTimeout(120_000)
      await tuppence.setUpWallet()
      await tuppence.allow(0.1, 5)
      const transfers = await newTransfers(world, tuppence)
      const { workbench, facilitator } = world
      workbench.on('GET', '/', () => blank)
      const kinds = disguises.filter((disguise) => disguise.version === version)
      const paths: string[] = []
      for (const [index, { name, demand }] of kinds.entries()) {
        await test.step(name, async () => {
          const [shown, fetched] = [`/page/${index}`, `/data/${index}`]
          paths.push(shown, fetched)
          for (const path of [shown, fetched]) {
            sellDisguised(workbench, facilitator.url, path, demand)
          }
          await page.goto(workbench.origin('a') + shown)
          await expect(page.getByText(`Paid for ${shown}`)).toBeVisible()
          await page.goto(`${workbench.origin('a')}/`)
          const answer = await page.evaluate(async (path) => {
            const response = await fetch(path, { headers: { accept: 'text/html, */*' } })
            return [response.status, await response.text()]
          }, fetched)
          expect(answer).toEqual([200, `Paid for ${fetched}`])
        })
      }
      const paid = { from: tuppence.account.address, to: payees.workbench, value: 10_000n }
      expect(await transfers()).toEqual(paths.map(() => paid))
      expect(await tuppence.balance()).toBe(10_000_000n - 10_000n * BigInt(paths.length))
      expect(paidRequests(workbench.log)).toEqual(
        paths.map((path) => `${path} ${headerOf[version]}`),
      )
    })
  }

  const permit2 = paymentRequirementsV2({
    extra: { name: 'USDC', version: '2', assetTransferMethod: 'permit2' },
  })
  const allowanceMissing: WorkbenchAnswer = {
    status: 412,
    headers: {
      ...html,
      'PAYMENT-REQUIRED': encodeHeader(
        paymentRequiredV2({ error: 'permit2_allowance_required', accepts: [permit2] }),
      ),
    },
    body: 'Set an allowance first',
  }

  test('412 for a missing allowance: explained, never paid', async ({ tuppence, world, page }) => {
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const { workbench } = world
    workbench.on('GET', '/page', () => allowanceMissing)
    workbench.on('GET', '/data', () => allowanceMissing)
    workbench.on('GET', '/', () => blank)
    const popup = await tuppence.openPopup(page)
    const line = popup.getByText(/wants an allowance on your token/)

    await page.bringToFront()
    await page.goto(`${workbench.origin('a')}/page`)
    await expect(popup.getByText('This page cannot be paid')).toBeVisible()
    await expect(line).toBeVisible()
    await expect(popup.getByText(/Nothing was signed and nothing was paid/)).toBeVisible()
    await expect(page.getByText('Set an allowance first')).toBeVisible()

    await page.goto(`${workbench.origin('a')}/`)
    await expect(line).toBeHidden()
    expect(await page.evaluate(async () => (await fetch('/data')).status)).toBe(412)
    await expect(line).toBeVisible()

    expect(await tuppence.payments()).toEqual([])
    expect(await tuppence.balance()).toBe(10_000_000n)
    // The terms were in the header: nobody had to ask for them again.
    const asked = workbench.log.map(({ url }) => url).filter((url) => url !== '/favicon.ico')
    expect(asked).toEqual(['/page', '/', '/data'])
  })

  const evil = `<script>window.x402 = ${JSON.stringify({ paymentRequired: paymentRequiredV2() })}</script>`
  const silent: [string, WorkbenchAnswer][] = [
    ['412 without terms', { status: 412, headers: html, body: 'If-Match failed' }],
    ['412 with terms of v1 in a body', { status: 412, headers: html, body: '{"x402Version":1}' }],
    ['terms in a comment of the page', { status: 402, headers: html, body: `<!-- ${evil} -->` }],
    ['terms that a reader typed', { status: 402, headers: html, body: `<textarea>${evil}` }],
    [
      'megabytes without terms',
      { status: 402, headers: html, body: `<p>${'word '.repeat(900_000)}` },
    ],
    ...notX402Answers().map(({ name, ...answer }): [string, WorkbenchAnswer] => [name, answer]),
  ]

  test('what is not x402 is left alone, silently', async ({ tuppence, world, page }) => {
    test.setTimeout(90_000)
    await tuppence.setUpWallet()
    await tuppence.allow(0.1, 1)
    const { workbench } = world
    workbench.on('GET', '/', () => blank)
    for (const [name, answer] of silent) {
      await test.step(name, async () => {
        workbench.on('GET', '/other', () => answer)
        const shown = await page.goto(`${workbench.origin('a')}/other`).catch(() => null)
        // Without a body it is the browser's own page, where no script can ask.
        if (!shown) await expect(() => page.goto(`${workbench.origin('a')}/`)).toPass()
        const fetched = await page.evaluate(async () => {
          const response = await fetch('/other')
          return { status: response.status, length: (await response.text()).length }
        })
        expect(fetched).toEqual({ status: answer.status, length: String(answer.body).length })
        // The page has its answer: the wallet has made up its mind.
        expect(await notices(tuppence)).toEqual([])
      })
    }
    expect(await tuppence.payments()).toEqual([])
    expect(await tuppence.balance()).toBe(10_000_000n)
    expect(paidRequests(workbench.log)).toEqual([])
  })
})
