import { Problem, type ProblemCode } from '../problem'
import type { Offer, PaymentRequirements } from '../protocols/offer'
import { toMicro } from './money'
import { isPayable, networkOf, readableNetwork, type Token, tokenAt } from './networks'
import type { ChosenTerms } from './terms'

/** Which networks the user has on; test networks too. */
export interface ChoosingContext {
  isEnabled(networkId: string): boolean
  /** Known balance in atomic units, if any: an entry that can be paid goes before one that cannot. */
  balanceOf(networkId: string, asset: string): bigint | undefined
}

const ADDRESS = /^0x[0-9a-fA-F]{40}$/
const ZERO_ADDRESS = /^0x0{40}$/

/**
 * Chooses the entry that this wallet pays: one that the known balance covers first, then dollars
 * before other currencies, then the fewest dollars, then the server's order.
 * @throws {Problem} naming why none fits, the reason of the entry that came closest
 */
export function choose(offer: Offer, context: ChoosingContext): ChosenTerms {
  const payable: ChosenTerms[] = []
  const obstacles: ProblemCode[] = []
  for (const entry of offer.accepts) {
    const result = resolve(offer.version, entry, context)
    if (typeof result === 'string') obstacles.push(result)
    else payable.push(result)
  }
  const [best] = payable.sort(
    (a, b) => shortfall(a, context) - shortfall(b, context) || cheaper(a, b),
  )
  if (best) return best
  const closest = CLOSENESS.find((code) => obstacles.includes(code)) ?? 'scheme_unsupported'
  const names = offer.accepts.map(({ network }) => readableNetwork(offer.version, network))
  throw new Problem(closest, { networks: [...new Set(names)].slice(0, 3).join(', ') })
}

/** From the nearest miss to the farthest. What the user can mend comes first. */
const CLOSENESS: ProblemCode[] = [
  'network_disabled',
  'amount_zero',
  'pay_to_invalid',
  'token_mismatch',
  'transfer_unsupported',
  'token_unknown',
  'scheme_unsupported',
  'network_unsupported',
]

function resolve(
  version: 1 | 2,
  entry: PaymentRequirements,
  context: ChoosingContext,
): ChosenTerms | ProblemCode {
  const network = networkOf(version, entry.network)
  if (!network) return 'network_unsupported'
  if (entry.scheme !== 'exact') return 'scheme_unsupported'
  const token = tokenAt(network.id, entry.asset)
  if (!token) return 'token_unknown'
  if (!isPayable(token) || asksOtherTransfer(entry.extra)) return 'transfer_unsupported'
  if (disagrees(entry.extra, token)) return 'token_mismatch'
  if (!ADDRESS.test(entry.payTo) || ZERO_ADDRESS.test(entry.payTo)) return 'pay_to_invalid'
  if (entry.amount === 0n) return 'amount_zero'
  // Last, so that it is said only when switching the network on would help.
  if (!context.isEnabled(network.id)) return 'network_disabled'
  const { symbol, decimals, currency } = token
  return {
    ...entry,
    networkId: network.id,
    symbol,
    decimals,
    currency,
    ...(currency === 'USD' && { microUsd: toMicro(entry.amount, decimals) }),
    testnet: network.testnet,
  }
}

/** `permit2`, `erc7710` and whatever else there will be beside `eip3009`. */
function asksOtherTransfer({ assetTransferMethod: method }: Record<string, unknown>): boolean {
  return typeof method === 'string' && method !== 'eip3009'
}

/** A server whose idea of the token differs from ours would get a signature that it cannot use. */
function disagrees(extra: Record<string, unknown>, { eip712, decimals }: Token): boolean {
  const { name, version, assetTransferMethod } = extra
  if (name !== undefined && name !== eip712.name) return true
  if (version !== undefined && version !== eip712.version) return true
  if (extra.decimals !== undefined && Number(extra.decimals) !== decimals) return true
  return assetTransferMethod !== undefined && typeof assetTransferMethod !== 'string'
}

function shortfall(terms: ChosenTerms, context: ChoosingContext): number {
  const balance = context.balanceOf(terms.networkId, terms.asset)
  return balance === undefined ? 1 : balance >= terms.amount ? 0 : 2
}

/** Prices in other currencies cannot be compared: they keep the server's order, after dollars. */
function cheaper({ microUsd: a }: ChosenTerms, { microUsd: b }: ChosenTerms): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return a < b ? -1 : a > b ? 1 : 0
}
