import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { db } from '../../../lib/store/db'
import { move } from '../../../lib/store/ledger'
import { setLimits } from '../../../lib/store/settings'
import { rebuildTotals } from '../../../lib/store/totals'
import { aPayment, someTerms } from '../payment/samples'
import { freshStore } from './fresh-store'
import { record, reserve } from './ledger-steps'

beforeEach(freshStore)

const LIMIT = 1_000n
const ends: PaymentState[][] = [
  [],
  ['sent', 'settled', 'confirmed'],
  ['sent', 'unknown', 'expired'],
  ['sent', 'unknown', 'cancelled'],
  ['unknown'],
  ['sent', 'undelivered'],
]

const payments = fc.array(
  fc.record({
    amount: fc.bigInt({ min: 1n, max: 600n }),
    testnet: fc.boolean(),
    site: fc.constantFrom('https://a.example', 'https://b.example'),
    end: fc.constantFrom(...ends),
  }),
  { minLength: 2, maxLength: 12 },
)

async function rows() {
  const all = await db.totals.toArray()
  return all.filter(({ settled, outstanding }) => settled !== 0n || outstanding !== 0n)
}

/** All steps of one payment; whoever is refused takes none. */
async function live(id: string, end: PaymentState[]): Promise<void> {
  const result = await reserve(id, 'limits')
  if ('reasons' in result) return
  for (const state of end) await move(id, state, 'wallet')
}

describe('payments that all happen at once', () => {
  it('keep the budget, and their totals equal the rebuild', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(payments, async (schedule) => {
        await freshStore()
        const limits = { autoApprove: true, perPayment: LIMIT, perDay: LIMIT, perSiteDay: 700n }
        await setLimits(limits)
        const ids = schedule.map((_, index) => `p${index}`)
        for (const [index, { amount, testnet, site }] of schedule.entries()) {
          const terms = someTerms({ amount, testnet })
          await record(aPayment({ id: `p${index}`, purchase: `p${index}`, site, terms }))
        }
        await Promise.all(ids.map((id, index) => live(id, schedule[index]?.end ?? [])))
        const kept = await rows()
        for (const { scope, settled, outstanding, grain } of kept) {
          const limit = scope.endsWith('*') ? LIMIT : 700n
          if (grain === 'quarter') expect(settled + outstanding).toBeLessThanOrEqual(limit)
        }
        await rebuildTotals()
        expect(await rows()).toEqual(kept)
      }),
      { numRuns: 100 },
    )
  })
})
