import { toMicro } from '../../lib/payment/money'
import type { Holding } from '../../lib/store/holdings'

/** Micro-dollars, real and test money apart; nothing where no chain was asked yet. */
interface Worth {
  real: bigint | undefined
  test: bigint | undefined
}

/** What is known to be in an account, in dollars. */
export function worthOf(holdings: readonly Holding[]): Worth {
  const sum = (testnet: boolean) => {
    const known = holdings.filter(
      ({ row, token, network }) => row && token.currency === 'USD' && network.testnet === testnet,
    )
    if (known.length === 0) return undefined
    return known.reduce(
      (total, { row, token }) => total + toMicro(row?.amount ?? 0n, token.decimals),
      0n,
    )
  }
  return { real: sum(false), test: sum(true) }
}
