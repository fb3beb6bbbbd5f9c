import { type PaymentState, wasSigned } from '../lifecycle'
import { toMicro } from '../money'
import type { Payment } from '../payment'
import { isFound } from './search'

/** Which payments of the history are wanted; what is absent does not narrow. */
export interface HistoryFilter {
  /** See `searchTerms`. */
  terms?: readonly string[]
  /** Origin of the page or of who was paid. */
  site?: string
  states?: readonly PaymentState[]
  /** CAIP-2. */
  networkId?: string
  /** Address that paid; compares without case. */
  payer?: string
  /** When the money was set aside, milliseconds since 1970; `until` itself is out. */
  since?: number
  until?: number
  /** Millionths of the payment's own currency, both included. */
  least?: bigint
  most?: bigint
  testnet?: boolean
}

/** Whether a payment belongs to the history, and to what is wanted of it. */
export function matches(payment: Payment, filter: HistoryFilter): boolean {
  const { terms, authorization, spentAt } = payment
  if (!wasSigned(payment.state) || spentAt === undefined) return false
  const { site, states, networkId, payer, since, until, testnet } = filter
  return (
    (site === undefined || payment.site === site || payment.payeeOrigin === site) &&
    (states === undefined || states.includes(payment.state)) &&
    (networkId === undefined || terms.networkId === networkId) &&
    (payer === undefined || authorization?.payer.toLowerCase() === payer.toLowerCase()) &&
    (since === undefined || spentAt >= since) &&
    (until === undefined || spentAt < until) &&
    (testnet === undefined || terms.testnet === testnet) &&
    isBetween(payment, filter) &&
    isFound(payment, filter.terms ?? [])
  )
}

function isBetween({ terms }: Payment, { least, most }: HistoryFilter): boolean {
  if (least === undefined && most === undefined) return true
  const micro = toMicro(terms.amount, terms.decimals)
  return (least === undefined || micro >= least) && (most === undefined || micro <= most)
}
