import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, expect, it } from 'vitest'
import type { PaymentState } from '../../../lib/payment/lifecycle'
import { type TotalRow, totalsOf } from '../../../lib/payment/totals'
import { db } from '../../../lib/store/db'
import { aPayment, someTerms } from '../payment/samples'

afterEach(() => db.delete({ disableAutoOpen: false }))

const key = ({ scope, grain }: TotalRow) => `${scope} ${grain}`
const sorted = (list: TotalRow[]) => [...list].sort((a, b) => key(a).localeCompare(key(b)))

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
  expect(sorted(rows)).toEqual(sorted(totalsOf(payments)))
  const known = await db.acquaintances.toArray()
  expect(known.map(({ site }) => site).sort()).toEqual([
    'https://confirmed.example',
    'https://expired.example',
    'https://unknown.example',
  ])
})

it('names what was bought by the third version, and what went from one site to one payee', async () => {
  const third = new Dexie('tuppence')
  third.version(3).stores({ payments: 'id, state, purchase', totals: '[scope+grain+start]' })
  const url = 'https://pay.example/article#part-2'
  const bought = (id: string, change: Parameters<typeof aPayment>[0]) => {
    const spentAt = 1_750_000_000_000
    const made = aPayment({ id, state: 'confirmed', spentAt, payeeOrigin: 'https://pay.example' })
    const { thing: _none, ...old } = { ...made, request: { ...made.request, url }, ...change }
    return old
  }
  const payments = [
    bought('plain', {}),
    bought('framed', { asker: 'https://frame.example' }),
    bought('from elsewhere', { request: { ...aPayment().request, url: 'no address' } }),
  ]
  await third.table('payments').bulkAdd(payments)
  await third.table('totals').add({ ...totalsOf([payments[0]!])[0], settled: 1n })
  third.close()

  const named = await db.payments.toArray()
  expect(Object.fromEntries(named.map(({ id, thing }) => [id, thing]))).toEqual({
    plain: 'https://news.example GET https://pay.example/article',
    framed: 'https://news.example https://frame.example GET https://pay.example/article',
    'from elsewhere': 'https://news.example GET no address',
  })
  const rows = await db.totals.toArray()
  expect(sorted(rows)).toEqual(sorted(totalsOf(payments)))
  expect(rows.filter(({ scope }) => scope.endsWith(' https://pay.example'))).toMatchObject(
    Array(3).fill({ settled: 30_000n }),
  )
})
