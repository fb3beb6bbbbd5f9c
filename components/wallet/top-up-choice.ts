import { USD_DECIMALS } from '../../lib/payment/money'
import { isPayable, NETWORKS, type Network, TOKENS, type Token } from '../../lib/payment/networks'
import { type AmountFault, readAmount } from '../payment/amount-field'

/** A token on a network that the wallet can be topped up with. */
export interface TopUpChoice {
  key: string
  network: Network
  token: Token
}

/** Every token that payments can be made with, on networks that are on; the most used first. */
export function topUpChoices(disabled: ReadonlySet<string>): TopUpChoice[] {
  return NETWORKS.filter(({ id }) => !disabled.has(id)).flatMap((network) =>
    TOKENS.filter((token) => token.network === network.id && isPayable(token)).map((token) => ({
      key: `${network.id} ${token.address}`,
      network,
      token,
    })),
  )
}

/** Reads an amount of a currency as typed, in atomic units of a token; nothing is rounded. */
export function readTokenAmount(
  text: string,
  { decimals }: Pick<Token, 'decimals'>,
): { amount: bigint } | { fault: AmountFault } {
  const reading = readAmount(text)
  if ('fault' in reading) return reading
  if (decimals >= USD_DECIMALS) {
    return { amount: reading.microUsd * 10n ** BigInt(decimals - USD_DECIMALS) }
  }
  const grain = 10n ** BigInt(USD_DECIMALS - decimals)
  if (reading.microUsd % grain !== 0n) return { fault: 'amountInvalid' }
  return { amount: reading.microUsd / grain }
}
