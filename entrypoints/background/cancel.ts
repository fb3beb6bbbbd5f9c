import { networkById, tokenAt } from '../../lib/payment/networks'
import type { Payment } from '../../lib/payment/payment'
import { Problem } from '../../lib/problem'
import { db } from '../../lib/store/db'
import { annotate, getPayment } from '../../lib/store/ledger'
import { isUnlocked, keyOf } from '../../lib/store/session'
import { rpcUrlOf } from '../../lib/store/settings'
import { findAuthorization } from '../../lib/wallet/authorization'
import { cancelOnChain } from '../../lib/wallet/cancel'
import { chainReader } from '../../lib/wallet/chain'
import { reconcile } from './reconcile'
import { inOrder } from './sequence'

/**
 * Makes a signature worthless on its chain before anybody has used it. Costs gas of the wallet's
 * own; whoever is faster, the server or this, wins, and the chain tells. One after the other: two
 * transactions of one account made at once would get the same number.
 * @throws {Problem} `payment_not_found`, `payment_not_pending`, `wallet_locked`, `no_gas`,
 * `authorization_expired`, `already_settled`, `rpc_wrong_chain`, `chain_unreachable`
 */
export function cancelPayment(id: string): Promise<void> {
  return inOrder('cancel', async () => {
    const payment = await getPayment(id)
    if (!payment) throw new Problem('payment_not_found')
    const { authorization, terms, cancel } = payment
    if (!authorization || cancel || !isOpen(payment)) throw new Problem('payment_not_pending')
    if (!(await isUnlocked())) throw new Problem('wallet_locked')
    const privateKey = await keyOf(authorization.payer)
    const network = networkById(terms.networkId)
    const token = tokenAt(terms.networkId, terms.asset)
    // Without a key another wallet signs for it, and is the one to cancel.
    if (!network || !token || !privateKey) throw new Problem('payment_not_pending')
    const chain = chainReader(await rpcUrlOf(terms.networkId))
    const state = await findAuthorization(chain, network, token, authorization).catch(unreachable)
    if (state !== 'open') await reconcile(id)
    if (state === 'used') throw new Problem('already_settled')
    if (state === 'expired') throw new Problem('authorization_expired')
    await cancelOnChain(chain, network, token, authorization, {
      privateKey,
      // Before it leaves: a transaction that nobody knows of could be made a second time.
      beforeSending: (transaction) =>
        annotate(id, { cancel: { transaction, at: Date.now() }, looks: 0 }),
      whenRefused: () => forget(id),
    }).catch(unreachable)
    await reconcile(id)
  })
}

/** Nothing has left: it can be tried again. */
async function forget(id: string): Promise<void> {
  await db.payments
    .where('id')
    .equals(id)
    .modify((payment) => {
      delete payment.cancel
    })
}

function unreachable(error: unknown): never {
  throw error instanceof Problem ? error : new Problem('chain_unreachable')
}

function isOpen({ state, provenSpent }: Payment): boolean {
  return !provenSpent && (state === 'unknown' || state === 'settled' || state === 'undelivered')
}
