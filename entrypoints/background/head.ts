import type { Network } from '../../lib/payment/networks'
import { type Head, readHead } from '../../lib/wallet/authorization'
import { chainReader } from '../../lib/wallet/chain'
import { inOrder } from './sequence'

const next = new Map<string, Promise<Head>>()

/**
 * The newest block of a network by one server. A hundred payments at once share the answer, but
 * nobody gets one that was asked for before: it could be older than what is looked for.
 */
export function newestBlock({ id, chainId }: Network, rpcUrl: string): Promise<Head> {
  const key = `head ${id} ${rpcUrl}`
  const waiting = next.get(key)
  if (waiting) return waiting
  const head = inOrder(key, () => {
    next.delete(key)
    return readHead(chainReader(rpcUrl), { chainId })
  })
  next.set(key, head)
  return head
}
