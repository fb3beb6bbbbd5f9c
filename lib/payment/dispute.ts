import type { Receipt } from '../protocols/x402/receipt'
import { networkOf } from './networks'
import type { Payment, ReceiptDispute, SettlementProof } from './payment'

/**
 * Where the server's receipt says something else than the chain. What a receipt leaves out is no
 * lie; the chain's word stands either way.
 */
export function disputesOf(
  receipt: Receipt | undefined,
  proof: SettlementProof,
  { offer, terms }: Pick<Payment, 'offer' | 'terms'>,
): ReceiptDispute[] {
  if (!receipt) return []
  const { success, transaction, network, payer, amount } = receipt
  const disputes: ReceiptDispute[] = []
  const compare = (field: ReceiptDispute['field'], claimed: string | undefined, found: string) => {
    if (claimed !== undefined && claimed.toLowerCase() !== found.toLowerCase()) {
      disputes.push({ field, claimed, found })
    }
  }
  compare('success', String(success), 'true')
  compare('transaction', transaction, proof.transaction)
  // v1 servers write a short name, and some v2 servers do as well.
  const named = network && (networkOf(offer.version, network) ?? networkOf(1, network))
  compare('network', named ? named.id : network, terms.networkId)
  compare('payer', payer, proof.payer)
  compare('amount', amount, proof.amount.toString())
  return disputes
}
