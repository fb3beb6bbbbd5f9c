import { displayedTerms } from '../payment/displayed'
import type { Payment } from '../payment/payment'
import { type Bundle, bundleOf, isCovered } from '../payment/queue'
import { balanceKey } from './balances'
import { db } from './db'
import { payerOf } from './payer'

/** A bundle with who pays it, read in one go. */
export interface ShownBundle extends Bundle {
  /** What goes with each approval: the digest of the terms that are shown, in the bundle's order. */
  approvals: { paymentId: string; terms: string }[]
  covered: boolean
}

/** What of these can be approved together now. For live queries of the user interface. */
export async function shownBundle(payments: readonly Payment[]): Promise<ShownBundle | null> {
  const payers = new Map<string, string>()
  for (const payment of payments) {
    const payer = await payerOf(payment)
    // Another wallet shows a window of its own for each.
    if (payer && !payer.external) payers.set(payment.id, payer.address)
  }
  const bundle = bundleOf(payments.filter(({ id }) => payers.has(id)))
  if (!bundle) return null
  const keyOf = ({ id, terms }: Payment) =>
    balanceKey(payers.get(id) ?? '', terms.networkId, terms.asset)
  const rows = await db.balances.bulkGet([...new Set(bundle.payments.map(keyOf))])
  const balances = new Map(rows.flatMap((row) => (row ? [[row.key, row] as const] : [])))
  const approvals = bundle.payments.map((payment) => ({
    paymentId: payment.id,
    terms: displayedTerms({ ...payment, payer: payers.get(payment.id) ?? '' }),
  }))
  return { ...bundle, approvals, covered: isCovered(bundle, (one) => balances.get(keyOf(one))) }
}
