import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { purchaseKey, thingOf } from '../../../lib/payment/purchase'
import { boughtBefore } from '../../../lib/store/bought'
import { budgets, pairRules } from '../../../lib/store/queries'
import { setLimits, setPairRule, setSiteRule } from '../../../lib/store/settings'
import { aPayment, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record } from './ledger-steps'

const now = new Date(2026, 10, 21, 12).getTime()
const site = aPayment().site
let count = 0

beforeEach(freshStore)

async function money(state: PaymentState, amount: bigint, testnet = true, of = site) {
  const terms = someTerms({ amount, testnet })
  await record(aPayment({ id: `p${count++}`, state, site: of, spentAt: now, terms }))
}

describe('budgets on the screen', () => {
  it('of all sites are those of the limits, real and test money apart', async () => {
    await setLimits({ autoApprove: true, perPayment: 1n, perDay: 100n, perMonth: 500n })
    await setSiteRule(site, { mode: 'auto', perPayment: 1n, perDay: 7n })
    await money('confirmed', 3n)
    await money('sent', 20n, true, 'https://other.example')
    await money('confirmed', 40n, false)
    const { real, test } = await budgets(undefined, now)
    expect(real).toMatchObject([
      { name: 'day', limit: 100n, settled: 40n, outstanding: 0n },
      { name: 'month', limit: 500n, settled: 40n, outstanding: 0n },
    ])
    expect(test).toMatchObject([
      { name: 'day', limit: 100n, settled: 3n, outstanding: 20n },
      { name: 'month', limit: 500n, settled: 3n, outstanding: 20n },
    ])
  })

  it('of a site are its own, and the one for any site', async () => {
    await setLimits({ autoApprove: true, perPayment: 1n, perDay: 100n, perSiteDay: 50n })
    await setSiteRule(site, { mode: 'auto', perPayment: 1n, perMonth: 70n })
    await money('confirmed', 3n)
    await money('sent', 20n, true, 'https://other.example')
    const { test } = await budgets(site, now)
    expect(test).toMatchObject([
      { name: 'site_day', limit: 50n, settled: 3n, outstanding: 0n },
      { name: 'site_month', limit: 70n, settled: 3n, outstanding: 0n },
    ])
  })

  it('of a site are none where none is set', async () => {
    expect(await budgets(site, now)).toEqual({ real: [], test: [] })
  })
})

describe('what was bought before', () => {
  const purchase = 'the same article'
  const bought = (id: string, state: PaymentState, spentAt: number) =>
    record(aPayment({ id, state, spentAt, purchase }))

  it('is the latest payment of the same purchase that came to something', async () => {
    await bought('old', 'confirmed', 1)
    await bought('latest', 'settled', 3)
    await bought('between', 'undelivered', 2)
    await bought('never', 'expired', 4)
    await bought('on its way', 'sent', 5)
    await record(aPayment({ id: 'another', state: 'confirmed', spentAt: 6, purchase: 'else' }))
    expect((await boughtBefore(aPayment({ id: 'new', purchase })))?.id).toBe('latest')
  })

  it('is the same thing at another price too, and no other thing', async () => {
    const at = (id: string, amount: bigint, path: string, spentAt: number) => {
      const terms = someTerms({ amount })
      const request = { ...aPayment().request, url: `${site}${path}` }
      const purchase = purchaseKey(site, request, terms)
      const thing = thingOf({ site, request })
      return aPayment({ id, state: 'confirmed', spentAt, terms, request, purchase, thing })
    }
    await record(at('cheaper', 5n, '/article', 1))
    await record(at('longer', 5n, '/article-two', 2))
    expect((await boughtBefore(at('new', 7n, '/article', 3)))?.id).toBe('cheaper')
    expect(await boughtBefore(at('other', 7n, '/art', 3))).toBeUndefined()
  })

  it('is not the payment itself, nor nothing at all', async () => {
    await bought('one', 'confirmed', 1)
    expect(await boughtBefore(aPayment({ id: 'one', purchase }))).toBeUndefined()
    expect(await boughtBefore(aPayment({ id: 'one', purchase: 'else' }))).toBeUndefined()
  })
})

describe('rules of pairs', () => {
  const [a, b] = ['https://a.example', 'https://b.example']
  it('are listed by both names, until they are taken back', async () => {
    await setPairRule(b, a, { mode: 'never' })
    await setPairRule(a, b, { mode: 'auto', perPayment: 5n })
    expect(await pairRules()).toEqual([
      { site: a, payee: b, mode: 'auto', perPayment: 5n },
      { site: b, payee: a, mode: 'never' },
    ])
    await setPairRule(a, b, undefined)
    expect((await pairRules()).map(({ site }) => site)).toEqual([b])
  })
})
