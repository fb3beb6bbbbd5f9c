import type { Payment } from '../payment/payment'
import { decimalAmount, networkName, paidAt, urlWithoutQuery } from './payment-facts'
import { isoLocal } from './time'

/** Goes up when a field changes its meaning or goes; docs/EXPORT.md describes them. */
const VERSION = 1

/**
 * A payment in the JSON file. Amounts are strings, times ISO 8601 with zone. No signature and no
 * signed header is in it, and no query of a URL.
 */
export interface ExportedPayment {
  id: string
  state: Payment['state']
  paidAt: string
  updatedAt: string
  site: string
  /** Origin of the frame that asked, where it is another than the site. */
  asker?: string
  payee: string
  title?: string
  /** The server's own words. */
  description?: string
  method: string
  url: string
  protocol: string
  protocolVersion: number
  /** Units of the token, exact. */
  amount: string
  amountAtomic: string
  decimals: number
  token: string
  asset: string
  currency: string
  testnet: boolean
  networkId: string
  network: string
  payTo: string
  payer?: string
  transaction?: string
  /** What the chain shows of the transfer. */
  proof?: { transaction: string; blockNumber: string; payer: string; payTo: string; amount: string }
  disputes?: Payment['disputes']
  approvedBy?: 'user' | 'limits'
  httpStatus?: number
  trail: { state: string; at: string; by?: string; problem?: string }[]
}

export function exportedPayment(payment: Payment): ExportedPayment {
  const { terms, offer, authorization, proof, asker, title, transaction, approvedBy } = payment
  const { description } = offer.resource
  return {
    id: payment.id,
    state: payment.state,
    paidAt: isoLocal(paidAt(payment)),
    updatedAt: isoLocal(payment.updatedAt),
    site: payment.site,
    ...(asker && { asker }),
    payee: payment.payeeOrigin,
    ...(title && { title }),
    ...(description && { description }),
    method: payment.request.method,
    url: urlWithoutQuery(payment.request.url),
    protocol: offer.protocol,
    protocolVersion: offer.version,
    amount: decimalAmount(payment),
    amountAtomic: terms.amount.toString(),
    decimals: terms.decimals,
    token: terms.symbol,
    asset: terms.asset,
    currency: terms.currency,
    testnet: terms.testnet,
    networkId: terms.networkId,
    network: networkName(terms.networkId),
    payTo: terms.payTo,
    ...(authorization && { payer: authorization.payer }),
    ...(transaction && { transaction }),
    ...(proof && {
      proof: {
        transaction: proof.transaction,
        blockNumber: proof.blockNumber.toString(),
        payer: proof.payer,
        payTo: proof.payTo,
        amount: proof.amount.toString(),
      },
    }),
    ...(payment.disputes?.length && { disputes: payment.disputes }),
    ...(approvedBy && { approvedBy }),
    ...(payment.status !== undefined && { httpStatus: payment.status }),
    trail: payment.trail.map(({ state, at, by, problem }) => ({
      state,
      at: isoLocal(at),
      ...(by && { by }),
      ...(problem && { problem: problem.code }),
    })),
  }
}

/** What the file begins with, up to its list of payments. */
export function jsonHead(savedAt: number): string {
  const head = { format: 'tuppence-payments', version: VERSION, savedAt: isoLocal(savedAt) }
  return `${JSON.stringify(head).slice(0, -1)},"payments":[`
}

/** Some payments of the list; `first` where none is before them. */
export function jsonBody(payments: readonly Payment[], first: boolean): string {
  const lines = payments.map((payment) => `\n${JSON.stringify(exportedPayment(payment))}`)
  return (first || lines.length === 0 ? '' : ',') + lines.join(',')
}

export function jsonEnd(): string {
  return '\n]}\n'
}
