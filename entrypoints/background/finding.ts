import { trustedSkew } from '../../lib/payment/clock'
import { networkById, tokenAt } from '../../lib/payment/networks'
import type { Payment, SettlementProof } from '../../lib/payment/payment'
import { rpcUrlOf } from '../../lib/store/settings'
import { findAuthorization } from '../../lib/wallet/authorization'
import { chainReader } from '../../lib/wallet/chain'
import { findEvidence } from '../../lib/wallet/settlement'
import { newestBlock } from './head'

/** What became of the signature of a payment, as far as its chain can tell now. */
export type Finding =
  /** The money has moved; without a proof, the server shows the state but not the transfer. */
  { is: 'used'; proof?: SettlementProof } | { is: 'cancelled' } | { is: 'expired' } | { is: 'open' }

/**
 * Asks the user's server of the network. One server can be wrong: it alone never frees money
 * before its time is over by our own clock, too, and what the user has not cancelled is not
 * cancelled. Once the time is over, that nothing was paid is the server's word alone: there is no
 * proof of it that one server could not make up.
 * @throws when the server cannot be asked, or is one of another chain
 */
export async function findOnChain(payment: Payment): Promise<Finding> {
  const { terms, authorization, transaction, cancel, proof, clockSkewSeconds } = payment
  if (proof) return { is: 'used', proof }
  const network = networkById(terms.networkId)
  const token = tokenAt(terms.networkId, terms.asset)
  if (!network || !token || !authorization) return { is: 'open' }
  const rpcUrl = await rpcUrlOf(terms.networkId)
  const chain = chainReader(rpcUrl)
  const head = await newestBlock(network, rpcUrl)
  const state = await findAuthorization(chain, network, token, authorization, head)
  if (state === 'open') return { is: 'open' }
  if (state === 'expired') {
    return { is: isOver(authorization.validBefore, clockSkewSeconds) ? 'expired' : 'open' }
  }
  const claims = [transaction, cancel?.transaction]
  const evidence = await findEvidence(chain, token, authorization, ...claims).catch(() => undefined)
  if (evidence && 'cancelled' in evidence) return { is: cancel ? 'cancelled' : 'used' }
  // The server's transfer or the user's cancelling: without the transaction nobody can say which.
  if (!evidence && cancel) return { is: 'open' }
  return { is: 'used', ...evidence }
}

/** By the clock that the authorization was made by: ours, set by the server's. */
function isOver(validBefore: number, skewSeconds: number | undefined): boolean {
  return Date.now() / 1000 + trustedSkew(skewSeconds) > validBefore
}
