import { CLOCK_TOLERANCE_SECONDS } from '../../lib/payment/clock'
import { networkById, tokenAt } from '../../lib/payment/networks'
import type { Payment, SettlementProof } from '../../lib/payment/payment'
import { rpcUrlOf } from '../../lib/store/settings'
import { findAuthorization } from '../../lib/wallet/authorization'
import { chainReader } from '../../lib/wallet/chain'
import { findEvidence } from '../../lib/wallet/settlement'

/** What became of the signature of a payment, as far as its chain can tell now. */
export type Finding =
  /** The money has moved; without a proof, the server shows the state but not the transfer. */
  { is: 'used'; proof?: SettlementProof } | { is: 'cancelled' } | { is: 'expired' } | { is: 'open' }

/**
 * Asks the user's server of the network. One server can be wrong: it alone never frees money
 * before its time is over by our own clock, too, and what the user has not cancelled is not
 * cancelled.
 * @throws when the server cannot be asked, or is one of another chain
 */
export async function findOnChain(payment: Payment): Promise<Finding> {
  const { terms, authorization, transaction, cancel } = payment
  const network = networkById(terms.networkId)
  const token = tokenAt(terms.networkId, terms.asset)
  if (!network || !token || !authorization) return { is: 'open' }
  const chain = chainReader(await rpcUrlOf(terms.networkId))
  const state = await findAuthorization(chain, network, token, authorization)
  if (state === 'open') return { is: 'open' }
  if (state === 'expired') return { is: isOver(authorization.validBefore) ? 'expired' : 'open' }
  const evidence = await findEvidence(chain, token, authorization, transaction).catch(
    () => undefined,
  )
  if (evidence && 'cancelled' in evidence) return { is: cancel ? 'cancelled' : 'used' }
  return { is: 'used', ...evidence }
}

function isOver(validBefore: number): boolean {
  return Date.now() / 1000 + CLOCK_TOLERANCE_SECONDS > validBefore
}
