import type { Payment, Signature } from '../../../lib/payment/payment'
import { db } from '../../../lib/store/db'
import { getPayment } from '../../../lib/store/ledger'
import * as store from '../../../lib/store/reserve'
import { applyTotals } from '../../../lib/store/totals'
import { aPayment } from '../payment/samples'

/** Writes a record as it comes, with the totals that it counts in. */
export async function record(payment: Payment): Promise<void> {
  await db.transaction('rw', db.payments, db.totals, async () => {
    await db.payments.add(payment)
    await applyTotals(undefined, payment)
  })
}

/** Reserves what is on record for a signature; what is not waits nowhere. */
export async function reserve(id: string, approvedBy: 'user' | 'limits') {
  const payment = await getPayment(id)
  const reserved = await store.reserve(
    payment ?? aPayment({ id, state: 'awaiting' }),
    approvedBy,
    async () => SIGNATURE,
  )
  if ('facts' in reserved) throw new Error('Nobody was asked whether limits allow it.')
  return reserved
}

const SIGNATURE: Signature = {
  authorization: { payer: '0x1', nonce: '0x2', validAfter: 0, validBefore: 1_800_000_000 },
}
