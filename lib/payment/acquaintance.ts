import type { Payment } from './payment'
import type { Reason } from './policy'
import type { ChosenTerms } from './terms'

/** So many addresses and prices of a site are remembered; older ones make it ask again. */
const MAX_PAYEES = 50
const MAX_PRICES = 20
/** A price above so many times the usual one is not what the user had in mind. */
const UNUSUAL = 3n

/** What the wallet knows of a site and whom it pays there, from what the user has paid before. */
export interface Acquaintance {
  /** See `acquaintanceKey`. */
  key: string
  site: string
  payeeOrigin: string
  testnet: boolean
  /** First paid, milliseconds since 1970. */
  since: number
  /** Addresses paid so far, lower case, the latest last. */
  payTos: string[]
  /** The latest prices in micro-dollars, the latest last. */
  prices: bigint[]
}

type Met = Pick<Payment, 'site' | 'payeeOrigin' | 'terms'>

/** Real and test money apart: whoever took play money has not been trusted with any other. */
export function acquaintanceKey({
  site,
  payeeOrigin,
  terms,
}: Omit<Met, 'terms'> & { terms: Pick<ChosenTerms, 'testnet'> }): string {
  return `${terms.testnet ? 'test' : 'real'} ${site} ${payeeOrigin}`
}

/** What is known once this payment has been approved. */
export function getToKnow(
  known: Acquaintance | undefined,
  payment: Met,
  now: number,
): Acquaintance {
  const { site, payeeOrigin, terms } = payment
  const payTo = terms.payTo.toLowerCase()
  const others = known?.payTos.filter((one) => one !== payTo) ?? []
  const price = terms.microUsd === undefined ? [] : [terms.microUsd]
  return {
    key: acquaintanceKey(payment),
    site,
    payeeOrigin,
    testnet: terms.testnet,
    since: known?.since ?? now,
    payTos: [...others, payTo].slice(-MAX_PAYEES),
    prices: [...(known?.prices ?? []), ...price].slice(-MAX_PRICES),
  }
}

/** The middle one of the latest prices, micro-dollars; nothing before the first. */
export function usualPrice(prices: readonly bigint[]): bigint | undefined {
  const sorted = [...prices].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

/** What is unlike every payment to this site before. */
export function unfamiliar(
  known: Acquaintance | undefined,
  { payTo, microUsd }: Pick<ChosenTerms, 'payTo' | 'microUsd'>,
): Reason[] {
  if (!known) return [{ code: 'first_payment' }]
  const reasons: Reason[] = []
  if (known.payTos.length > 0 && !known.payTos.includes(payTo.toLowerCase())) {
    reasons.push({ code: 'pay_to_changed' })
  }
  const usual = usualPrice(known.prices)
  if (usual !== undefined && microUsd !== undefined && microUsd > UNUSUAL * usual) {
    reasons.push({ code: 'price_unusual', usual })
  }
  return reasons
}
