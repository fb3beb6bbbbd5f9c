import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, it } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { totalsOf } from '../../../lib/payment/totals'
import { db } from '../../../lib/store/db'
import { aPayment, someTerms } from '../payment/samples'

it('adds up the history of the first version, and knows whom it paid', async () => {
  const first = new Dexie('tuppence')
  first.version(1).stores({
    payments:
      'id, state, createdAt, spentAt, site, purchase, request.documentId, [request.tabId+state]',
    settings: 'key',
    siteRules: 'site',
    balances: 'key',
    notices: 'tabId',
    wallet: 'id',
  })
  const states: PaymentState[] = ['confirmed', 'unknown', 'declined', 'expired']
  const payments = states.map((state, index) =>
    aPayment({
      id: `p${index}`,
      state,
      createdAt: index,
      spentAt: 1_750_000_000_000 + index,
      site: `https://${state}.example`,
      payeeOrigin: `https://${state}.example`,
      terms: someTerms({ amount: 10n ** BigInt(index) }),
    }),
  )
  await first.table('payments').bulkAdd(payments)
  first.close()

  expect(await db.payments.count()).toBe(4)
  const rows = await db.totals.toArray()
  const key = ({ scope, grain }: { scope: string; grain: string }) => `${scope} ${grain}`
  const sorted = <T extends { scope: string; grain: string }>(list: T[]) =>
    [...list].sort((a, b) => key(a).localeCompare(key(b)))
  expect(sorted(rows)).toEqual(sorted(totalsOf(payments)))
  const known = await db.acquaintances.toArray()
  expect(known.map(({ site }) => site).sort()).toEqual([
    'https://confirmed.example',
    'https://expired.example',
    'https://unknown.example',
  ])
})
