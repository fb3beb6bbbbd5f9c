import type { PaymentRequirements } from '../protocols/offer'
import type { Currency } from './networks'

/** The entry of `accepts` that this wallet pays, with everything resolved from the registry. */
export interface ChosenTerms extends PaymentRequirements {
  /** CAIP-2. */
  networkId: string
  symbol: string
  decimals: number
  currency: Currency
  /** Value in micro-dollars, rounded up. Other currencies have none: no rate is invented. */
  microUsd?: bigint
  testnet: boolean
}
