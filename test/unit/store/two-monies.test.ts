import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeLimits, restartTotal } from '../../../entrypoints/background/limits-commands'
import { standingOf } from '../../../lib/store/facts'
import { getLimits, setLimits, setSiteRule } from '../../../lib/store/settings'
import { aPayment, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record, reserve } from './ledger-steps'

beforeEach(freshStore)

const ofMoney = (id: string, amount: bigint, testnet: boolean) =>
  aPayment({
    id,
    thing: id,
    purchase: id,
    terms: someTerms({
      amount,
      testnet,
      networkId: testnet ? 'eip155:84532' : 'eip155:8453',
      network: testnet ? 'eip155:84532' : 'eip155:8453',
    }),
  })

describe('a rule that was made while test money was paid', () => {
  const rule = { mode: 'auto', perPayment: 5_000_000n } as const

  it('lets test money through, and leaves real money to the general limits', async () => {
    await setLimits({ autoApprove: true, perPayment: 100_000n, perDay: 10_000_000n })
    const [play, real] = [ofMoney('play', 5_000_000n, true), ofMoney('real', 5_000_000n, false)]
    await setSiteRule(play.site, { ...rule, testOnly: true })
    await record(play)
    await record(real)
    expect(await reserve('play', 'limits')).toHaveProperty('signed')
    expect((await standingOf(real)).siteRule).toBeUndefined()
    expect(await reserve('real', 'limits')).toEqual({
      reasons: [{ code: 'over_payment_limit', limit: 100_000n }],
    })
  })

  it('holds for both where it was made for both', async () => {
    await setLimits({ autoApprove: true, perPayment: 100_000n, perDay: 10_000_000n })
    const real = ofMoney('real', 5_000_000n, false)
    await setSiteRule(real.site, rule)
    await record(real)
    expect(await reserve('real', 'limits')).toHaveProperty('signed')
  })
})

describe('an allowance', () => {
  it('counts everything where a clock that was ahead has set it', async () => {
    const since = Date.now() + 24 * 60 * 60_000
    const limit = 1_000_000n
    const most = { autoApprove: true, perPayment: limit, perDay: 100n * limit }
    await setLimits({ ...most, total: { limit, since } })
    await record(ofMoney('one', limit, false))
    await record(ofMoney('two', limit, false))
    expect(await reserve('one', 'limits')).toHaveProperty('signed')
    expect(await reserve('two', 'limits')).toEqual({
      reasons: [{ code: 'over_total_limit', limit, spent: limit }],
    })
  })

  it('that begins anew does not switch on what is being switched off', async () => {
    const total = { limit: 1n, since: 0 }
    await setLimits({ autoApprove: true, perPayment: 1n, perDay: 1n, total })
    await Promise.all([
      changeLimits({ autoApprove: false, perPayment: '1', perDay: '1', total: '1' }),
      restartTotal(),
    ])
    expect((await getLimits()).autoApprove).toBe(false)
  })
})
