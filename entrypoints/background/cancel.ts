import { networkById, tokenAt } from '../../lib/payment/networks'
import type { Payment } from '../../lib/payment/payment'
import { Problem } from '../../lib/problem'
import { annotate, getPayment } from '../../lib/store/ledger'
import { getUnlocked } from '../../lib/store/session'
import { rpcUrlOf } from '../../lib/store/settings'
import { findAuthorization } from '../../lib/wallet/authorization'
import { cancelOnChain } from '../../lib/wallet/cancel'
import { chainReader } from '../../lib/wallet/chain'
import { reconcile } from './reconcile'
import { inOrder } from './sequence'

/**
 * Makes a signature worthless on its chain before anybody has used it. Costs gas of the wallet's
 * own; whoever is faster, the server or this, wins, and the chain tells.
 * @throws {Problem} `payment_not_found`, `payment_not_pending`, `wallet_locked`, `no_gas`,
 * `authorization_expired`, `already_settled`
 */
export function cancelPayment(id: string): Promise<void> {
  return inOrder(`cancel ${id}`, async () => {
    const payment = await getPayment(id)
    if (!payment) throw new Problem('payment_not_found')
    const { authorization, terms, cancel } = payment
    if (!authorization || cancel || !isOpen(payment)) throw new Problem('payment_not_pending')
    const unlocked = await getUnlocked()
    if (!unlocked) throw new Problem('wallet_locked')
    const network = networkById(terms.networkId)
    const token = tokenAt(terms.networkId, terms.asset)
    if (!network || !token || !isOwn(authorization.payer, unlocked.address)) {
      throw new Problem('payment_not_pending')
    }
    const chain = chainReader(await rpcUrlOf(terms.networkId))
    const state = await findAuthorization(chain, network, token, authorization)
    if (state === 'used') {
      await reconcile(id)
      throw new Problem('already_settled')
    }
    if (state === 'expired') throw new Problem('authorization_expired')
    const transaction = await cancelOnChain(chain, network, token, authorization, {
      privateKey: unlocked.privateKey,
      // Before it leaves: a transaction that nobody knows of could be made a second time.
      beforeSending: (transaction) =>
        annotate(id, { cancel: { transaction, at: Date.now() }, looks: 0 }),
    })
    if (transaction) await reconcile(id)
  })
}

function isOpen({ state, provenSpent }: Payment): boolean {
  return !provenSpent && (state === 'unknown' || state === 'settled' || state === 'undelivered')
}

function isOwn(payer: string, address: string): boolean {
  return payer.toLowerCase() === address.toLowerCase()
}
