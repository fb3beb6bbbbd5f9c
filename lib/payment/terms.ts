import type { PaymentRequirements } from '../protocols/offer'

/** The entry of `accepts` that this wallet pays, with everything resolved from the registry. */
export interface ChosenTerms extends PaymentRequirements {
  /** CAIP-2. */
  networkId: string
  symbol: string
  decimals: number
  /** Value in micro-dollars, rounded up. */
  microUsd: bigint
  testnet: boolean
}
