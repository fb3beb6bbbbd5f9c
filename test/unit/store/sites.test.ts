import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { acquaintanceKey, getToKnow } from '../../../lib/payment/acquaintance'
import { startOfDay, startOfMonth } from '../../../lib/payment/budget'
import type { Payment } from '../../../lib/payment/payment'
import { db } from '../../../lib/store/db'
import { setPairRule, setSiteRule } from '../../../lib/store/settings'
import { countPayments, forgetSite, knownSites, spentLately } from '../../../lib/store/sites'
import { aPayment, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record } from './ledger-steps'

const now = new Date(2026, 10, 21, 12).getTime()
const [news, cdn] = ['https://news.example', 'https://cdn.example']
let count = 0

beforeEach(freshStore)

async function pay(amount: bigint, spentAt: number, change: Partial<Payment> = {}) {
  const id = `p${count++}`
  const terms = change.terms ?? someTerms({ amount, testnet: false })
  const payment = aPayment({ id, state: 'confirmed', spentAt, ...change, terms })
  await record(payment)
  const key = acquaintanceKey(payment)
  await db.acquaintances.put(getToKnow(await db.acquaintances.get(key), payment, spentAt))
}

describe('known sites', () => {
  it('are those that were paid and those with a rule, each once', async () => {
    await pay(5n, startOfMonth(now) - 1e10)
    await pay(7n, now)
    await pay(9n, now - 1e7, { terms: someTerms({ amount: 9n, testnet: true }) })
    await pay(1n, now - 1e7, { payeeOrigin: cdn })
    await setSiteRule(news, { mode: 'ask' })
    await setSiteRule('https://b.example', { mode: 'never' })
    const sites = (await knownSites()).sort((a, b) => (a.site < b.site ? -1 : 1))
    expect(sites.map(({ site }) => site)).toEqual(['https://b.example', news])
    expect(sites[0]).toEqual({
      site: 'https://b.example',
      rule: { site: 'https://b.example', mode: 'never' },
      known: [],
      spent: { real: 0n, test: 0n },
    })
    expect(sites[1]).toMatchObject({
      rule: { mode: 'ask' },
      spent: { real: 13n, test: 9n },
      last: Math.floor(now / 900_000) * 900_000,
    })
    expect(sites[1]?.known).toHaveLength(3)
  })

  it('took so much today and this month', async () => {
    await pay(5n, startOfMonth(now) - 1)
    await pay(20n, startOfMonth(now))
    await pay(300n, startOfDay(now))
    await pay(4_000n, now, { site: cdn, payeeOrigin: cdn })
    expect(await spentLately(news, now)).toEqual({
      today: { real: 300n, test: 0n },
      month: { real: 320n, test: 0n },
    })
  })

  it('have as many payments as were made', async () => {
    await pay(1n, now)
    await pay(1n, now, { state: 'unknown' })
    await pay(1n, now, { state: 'expired' })
    await pay(1n, now, { state: 'declined' })
    await pay(1n, now, { site: cdn })
    expect(await countPayments(news)).toBe(2)
  })
})

describe('a site that is forgotten', () => {
  it('has no rule, no acquaintance and its whole history', async () => {
    await pay(1n, now)
    await pay(1n, now, { site: 'https://b.example', payeeOrigin: news })
    await pay(1n, now, { site: cdn, payeeOrigin: cdn })
    await setSiteRule(news, { mode: 'auto', perPayment: 1n })
    await setSiteRule(cdn, { mode: 'ask' })
    await setPairRule(news, cdn, { mode: 'auto', perPayment: 1n })
    await setPairRule(cdn, news, { mode: 'auto', perPayment: 1n })
    await setPairRule(cdn, 'https://b.example', { mode: 'ask' })
    const totals = await db.totals.toArray()

    await forgetSite(news)
    expect((await db.siteRules.toArray()).map(({ site }) => site)).toEqual([cdn])
    expect(await db.pairRules.toArray()).toEqual([
      { site: cdn, payee: 'https://b.example', mode: 'ask' },
    ])
    expect((await db.acquaintances.toArray()).map(({ site }) => site)).toEqual([cdn])
    expect(await db.payments.count()).toBe(3)
    expect(await db.totals.toArray()).toEqual(totals)

    // The user may have a word on it again.
    await setSiteRule(news, { mode: 'never' })
    const [again] = (await knownSites()).filter(({ site }) => site === news)
    expect(again).toMatchObject({
      known: [],
      spent: { real: 1n, test: 0n },
      last: expect.any(Number),
    })
  })
})
